package io.contextmill.plan;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.RelativePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder that a project is generated into, to be looked at. Links in the path of the folder
 * itself are followed, for its user named it; links below it never are.
 */
public final class OutputFolder {
    private static final Set<PosixFilePermission> WRITERS =
            Set.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    private final Path asGiven;
    private final Path root;

    /**
     * @param asGiven as its user wrote it; need not exist
     */
    public OutputFolder(Path asGiven) {
        this.asGiven = asGiven;
        this.root = resolved(asGiven.toAbsolutePath().normalize());
    }

    /** Where it is, links resolved as far as it exists. */
    public Path root() {
        return root;
    }

    /** Where a file of it is. */
    public Path resolve(RelativePath path) {
        return root.resolve(path.value());
    }

    /** The start of a file of it, under the name that its user gave the folder. */
    public SourceSpan place(RelativePath path) {
        return new SourceFile(slashes(asGiven.resolve(path.value())), "").start();
    }

    /** The folder itself, for findings about it. */
    public SourceSpan place() {
        return new SourceFile(slashes(asGiven), "").start();
    }

    /** The text of a file of it with the name that its user knows it by. */
    public SourceFile source(RelativePath path, String text) {
        return new SourceFile(slashes(asGiven.resolve(path.value())), text);
    }

    /** Which file of it a finding is about; absent for one about another. */
    public Optional<RelativePath> relative(SourceSpan place) {
        String below = slashes(asGiven.resolve("_"));
        String prefix = below.substring(0, below.length() - 1);
        String name = place.file().name();
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? Optional.of(new RelativePath(name.substring(prefix.length())))
                : Optional.empty();
    }

    /** What is at the folder's own place. */
    public State state() throws IOException {
        return stateOf(root);
    }

    /** The folder that exists and that the output folder is, or would have to be made in. */
    public Path nearestFolder() {
        return nearestFolder(root);
    }

    /** A view that looks at each folder once; for a moment in which nobody changes folders. */
    public View view() {
        return new View(new ConcurrentHashMap<>());
    }

    /**
     * The bytes of a file.
     *
     * @throws IOException if it is a link or cannot be read
     */
    public byte[] read(RelativePath path) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (var in = Files.newInputStream(resolve(path), options.toArray(OpenOption[]::new))) {
            return in.readAllBytes();
        }
    }

    /** The bytes of a file, if there is one. */
    public Optional<byte[]> readIfPresent(RelativePath path) throws IOException {
        try {
            return Optional.of(read(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** All files in a folder and below, in order; none where it is missing. Follows no link. */
    public List<RelativePath> filesBelow(RelativePath path) throws IOException {
        Path top = resolve(path);
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> new RelativePath(slashes(root.relativize(file))))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The files of a folder, not those of folders in it, sorted; none where there is no such
     * folder. What has a name that no generator gives is passed over.
     */
    public List<RelativePath> filesIn(RelativePath path) throws IOException {
        Path directory = resolve(path);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<RelativePath> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    try {
                        files.add(path.resolve(entry.getFileName().toString()));
                    } catch (IllegalArgumentException e) {
                        // Passed over, as promised.
                    }
                }
            }
        }
        Collections.sort(files);
        return files;
    }

    /**
     * Whether a file or folder may be written. One that nobody may write counts as protected even
     * for a user whom the system would let write it all the same.
     */
    public static boolean isWritable(Path path) {
        if (!Files.isWritable(path)) {
            return false;
        }
        PosixFileAttributeView posix =
                Files.getFileAttributeView(
                        path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix == null) {
            return true;
        }
        try {
            return posix.readAttributes().permissions().stream().anyMatch(WRITERS::contains);
        } catch (IOException e) {
            return false;
        }
    }

    /** What is at a path. */
    public enum State {
        /** Nothing. */
        MISSING,
        /** A file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A link. */
        LINK,
        /** A device or the like. */
        OTHER
    }

    /**
     * What is at a path or bars the way to it.
     *
     * @param state of {@code at}
     * @param at the path itself, or the first part of it that is not a folder
     */
    public record Found(State state, RelativePath at) {}

    /** Looks, remembering folders. For any number of threads. */
    public final class View {
        private final Map<String, State> folders;

        private View(Map<String, State> folders) {
            this.folders = folders;
        }

        /** What is at the path; where it cannot be reached, what bars the way. */
        public Found look(RelativePath path) throws IOException {
            String value = path.value();
            for (int slash = value.indexOf('/');
                    slash >= 0;
                    slash = value.indexOf('/', slash + 1)) {
                String folder = value.substring(0, slash);
                State state = state(folder);
                if (state == State.MISSING) {
                    return new Found(State.MISSING, path);
                }
                if (state != State.FOLDER) {
                    return new Found(state, new RelativePath(folder));
                }
            }
            return new Found(stateOf(resolve(path)), path);
        }

        /** The first folder on the way to a path that would have to be made. */
        public Optional<RelativePath> missingFolder(RelativePath path) throws IOException {
            String value = path.value();
            for (int slash = value.indexOf('/');
                    slash >= 0;
                    slash = value.indexOf('/', slash + 1)) {
                String folder = value.substring(0, slash);
                if (state(folder) == State.MISSING) {
                    return Optional.of(new RelativePath(folder));
                }
            }
            return Optional.empty();
        }

        private State state(String folder) throws IOException {
            State state = folders.get(folder);
            if (state == null) {
                state = stateOf(root.resolve(folder));
                folders.put(folder, state);
            }
            return state;
        }
    }

    static Path nearestFolder(Path path) {
        Path folder = path;
        while (!Files.exists(folder)) {
            Path parent = folder.getParent();
            if (parent == null) {
                return folder;
            }
            folder = parent;
        }
        return folder;
    }

    private static State stateOf(Path path) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return State.MISSING;
        }
        if (attributes.isSymbolicLink()) {
            return State.LINK;
        }
        if (attributes.isDirectory()) {
            // A junction of Windows is a directory that is something else as well.
            return attributes.isOther() ? State.LINK : State.FOLDER;
        }
        return attributes.isRegularFile() ? State.FILE : State.OTHER;
    }

    private static Path resolved(Path absolute) {
        Path existing = nearestFolder(absolute);
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
        } catch (IOException e) {
            return absolute;
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
