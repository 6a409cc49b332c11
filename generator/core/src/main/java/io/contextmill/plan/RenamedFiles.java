package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.model.RenameRules;
import io.contextmill.plan.FileAction.Keep;
import io.contextmill.plan.OutputFolder.Found;
import io.contextmill.plan.OutputFolder.State;
import io.contextmill.plan.RenamedNames.Pair;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets the Java that people wrote follow the renames of a part. A file that was made once for what
 * has another name now moves with what people made of it, and in it, as in all other files of
 * theirs in the module, the names of generated types and of what these have become the new ones.
 * What they wrote is else as it was, byte by byte.
 */
final class RenamedFiles {
    private static final List<String> SOURCES = List.of("src/main/java", "src/test/java");
    private static final String ENDING = ".java";

    private final OutputFolder folder;
    private final OutputFolder.View view;
    private final Obstacles obstacles;
    private final String module;
    private final PartPlan part;
    private final RenamedNames names;
    private final Map<RelativePath, RelativePath> formerPaths = new HashMap<>();
    private final Map<RelativePath, RelativePath> formerlyGenerated = new HashMap<>();
    private final Set<RelativePath> taken = new HashSet<>();

    /**
     * Where the files are.
     *
     * @param module the folder of the part's own module, with a slash behind it; or empty
     */
    record Place(OutputFolder folder, OutputFolder.View view, Obstacles obstacles, String module) {}

    /**
     * @param pairs from which the rename is learned; none where none has to be followed
     */
    RenamedFiles(Place place, PartPlan part, List<Pair> pairs) {
        this.folder = place.folder();
        this.view = place.view();
        this.obstacles = place.obstacles();
        this.module = place.module();
        this.part = part;
        this.names = RenamedNames.of(pairs);
        pairs.stream()
                .filter(RenamedPairs::isMoved)
                .forEach(
                        pair ->
                                (pair.after().ownership() == Ownership.SCAFFOLDED
                                                ? formerPaths
                                                : formerlyGenerated)
                                        .put(pair.after().path(), pair.before().path()));
    }

    /**
     * What is there of a generated file that may have had another path before, with the names that
     * it gets; absent where it is new, or cannot be told.
     *
     * @throws IOException if it cannot be read
     */
    Optional<String> before(RelativePath path) throws IOException {
        return folder.readIfPresent(formerlyGenerated.getOrDefault(path, path))
                .flatMap(RenamedFiles::decoded)
                .flatMap(names::follow)
                .map(RenamedNames.Followed::text);
    }

    /** Whether a file that was there moved, or is known to be gone. */
    boolean tookFrom(RelativePath path) {
        return taken.contains(path);
    }

    /** Decides about a file that is wanted, if it had another path before. */
    boolean place(GeneratedFile file) throws IOException {
        RelativePath from = formerPaths.get(file.path());
        return from != null && move(file, from);
    }

    private boolean move(GeneratedFile file, RelativePath from) throws IOException {
        Found then = view.look(from);
        boolean isThere = then.state() == State.FILE && then.at().equals(from);
        boolean isHere = view.look(file.path()).state() == State.FILE;
        if (!isThere) {
            if (then.state() != State.MISSING) {
                return false;
            }
            taken.add(from);
            part.actions.add(
                    new Keep(
                            file.path(),
                            isHere ? Keep.Reason.OWNED : Keep.Reason.DELETED_BY_OWNER));
            return true;
        }
        byte[] bytes = folder.read(from);
        Optional<String> text = followed(file, from, bytes);
        if (text.isEmpty()) {
            part.findings.add(unreadable(from));
            return false;
        }
        if (isHere) {
            part.actions.add(new Keep(file.path(), Keep.Reason.OWNED));
            settle(file, from, Digest.of(bytes), Digest.of(text.get()));
            return true;
        }
        obstacles.requireWritable(file.path(), State.MISSING, part.findings);
        obstacles.requireWritable(from, State.FILE, part.findings);
        part.actions.add(
                new FileAction.Moved(
                        file.path(), text.get(), Digest.of(text.get()), from, Digest.of(bytes)));
        taken.add(from);
        return true;
    }

    /**
     * Decides about a file whose new path has one already, which may be the work of a killed run.
     */
    private void settle(GeneratedFile file, RelativePath from, Digest was, Digest wanted)
            throws IOException {
        if (Digest.of(folder.read(file.path())).equals(wanted)) {
            obstacles.requireWritable(from, State.FILE, part.findings);
            part.actions.add(new FileAction.Delete(from, was));
            taken.add(from);
        } else {
            part.findings.add(
                    finding(
                            from,
                            "this file is to become `%s`, which is there already"
                                    .formatted(file.path()),
                            "bring what you need of the one into the other, and delete this one"));
        }
    }

    /** The text of a file at its new path; absent where it cannot be told. */
    private Optional<String> followed(GeneratedFile file, RelativePath from, byte[] bytes) {
        boolean asGenerated =
                part.known(from)
                        .filter(known -> known.digest().equals(Digest.of(bytes)))
                        .isPresent();
        return asGenerated
                ? Optional.of(file.text())
                : decoded(bytes).flatMap(names::follow).map(followed -> said(followed, from));
    }

    private String said(RenamedNames.Followed followed, RelativePath path) {
        if (!followed.doubtful().isEmpty()) {
            part.findings.add(
                    finding(
                            path,
                            "it is not known what became of %s, which this file of yours names"
                                    .formatted(
                                            followed.doubtful().stream()
                                                    .map(name -> "`" + name + "`")
                                                    .collect(Collectors.joining(", "))),
                            "compile, and see whether it still means what it did"));
        }
        return followed.text();
    }

    /** Decides about all other Java files of the module that people wrote. */
    void followInPlace() throws IOException {
        if (names.isEmpty()) {
            return;
        }
        for (String source : SOURCES) {
            for (RelativePath path : folder.filesBelow(new RelativePath(module + source))) {
                if (path.value().endsWith(ENDING) && isPeoples(path)) {
                    followInPlace(path);
                }
            }
        }
    }

    private boolean isPeoples(RelativePath path) {
        boolean goes = part.known(path).isPresent() && !part.entries.containsKey(path);
        boolean generated =
                Optional.ofNullable(part.entries.get(path))
                        .filter(entry -> entry.ownership() != Ownership.SCAFFOLDED)
                        .isPresent();
        return !goes && !generated && !taken.contains(path);
    }

    private void followInPlace(RelativePath path) throws IOException {
        byte[] bytes = folder.read(path);
        Optional<String> text = decoded(bytes);
        String seen = text.orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
        if (!names.isAbout(seen)) {
            return;
        }
        Optional<RenamedNames.Followed> followed = text.flatMap(names::follow);
        if (followed.isEmpty()) {
            part.findings.add(unreadable(path));
            return;
        }
        String now = said(followed.get(), path);
        if (!now.equals(seen)) {
            obstacles.requireWritable(path, State.FILE, part.findings);
            part.actions.removeIf(action -> action.path().equals(path));
            part.actions.add(
                    new FileAction.Followed(
                            path, now, Digest.of(now), Optional.of(Digest.of(bytes))));
        }
    }

    private Diagnostic unreadable(RelativePath path) {
        return finding(
                path,
                "this file of yours does not follow the rename: it is no Java in UTF-8",
                "give what it names its new names by hand");
    }

    private Diagnostic finding(RelativePath path, String message, String hint) {
        return RenameRules.NOT_FOLLOWED.at(folder.place(path), message, hint);
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
