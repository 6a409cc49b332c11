package io.contextmill.workspace;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.Digest;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OutputFolder.State;
import io.contextmill.plan.OwnFiles;
import io.contextmill.plan.PlanRules;
import io.contextmill.plan.Reason;
import io.contextmill.plan.UnfinishedRun;
import io.contextmill.plan.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of an output folder.
 *
 * <p>A plan is carried out in steps, so that whatever happens every file is whole, with its old or
 * its new content: all new files are written to a folder of ours (a full disk is noticed here,
 * before anything has changed); a note is left of what is about to be; the files are moved into
 * place, each in one step of the operating system, and a folder that did not exist in one step with
 * all that is in it; what is no longer wanted is deleted; our own files follow, manifests behind
 * what they speak of; the note goes. After a kill at any moment the next run knows from the note
 * which files are ours, and goes on. No file is forced to the disk: the promise covers the end of
 * the process, not that of the power supply.
 */
public final class Workspace {
    private static final Set<OpenOption> NEW_FILE =
            Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);

    private final OutputFolder folder;

    /** A writer of this folder. */
    public Workspace(OutputFolder folder) {
        this.folder = folder;
    }

    /** {@link #apply(GenerationPlan, Consumer)} without anybody watching. */
    public Applied apply(GenerationPlan plan) {
        return apply(plan, path -> {});
    }

    /**
     * Carries out a plan. Touches nothing when there is nothing to do, and nothing when the folder
     * is not as the plan found it.
     *
     * @param progress is told each file that is done
     * @throws IllegalArgumentException if the plan is refused
     */
    public Applied apply(GenerationPlan plan, Consumer<RelativePath> progress) {
        if (plan.isRefused()) {
            throw new IllegalArgumentException("a refused plan is not carried out");
        }
        Run run = new Run(plan, progress);
        try {
            if (!plan.changesAnything() && !run.hasLeftovers()) {
                return run.result();
            }
            Files.createDirectories(folder.root());
            run.makeFolders(OwnFiles.LOCK);
            Optional<Lock> lock = Lock.tryAcquire(folder.resolve(OwnFiles.LOCK));
            if (lock.isEmpty()) {
                run.failed(
                        WorkspaceRules.LOCKED.at(
                                folder.place(),
                                "another run is writing to this folder",
                                "run again when it is done"));
                return run.result();
            }
            try {
                run.underLock();
            } finally {
                lock.get().close();
            }
        } catch (IOException e) {
            run.failed(e);
        }
        return run.result();
    }

    /**
     * Keeps what the next run may make use of, for {@link OwnFiles#RENDERED}. Where that cannot be
     * written, or another run is writing, the next run has none.
     */
    public void remember(String rendered) {
        try {
            Optional<Lock> lock = Lock.tryAcquire(folder.resolve(OwnFiles.LOCK));
            if (lock.isEmpty()) {
                return;
            }
            try {
                Files.createDirectory(folder.resolve(OwnFiles.STAGING));
                replaceOwn(OwnFiles.RENDERED, rendered);
            } finally {
                deleteStaging();
                lock.get().close();
            }
        } catch (IOException e) {
            // It saves time; nothing else becomes of it.
        }
    }

    /** One plan on its way to the disk. */
    private final class Run {
        private final GenerationPlan plan;
        private final Consumer<RelativePath> progress;
        private final List<RelativePath> done = new ArrayList<>();
        private final Set<RelativePath> pending = new LinkedHashSet<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final Set<String> folders = new HashSet<>();

        Run(GenerationPlan plan, Consumer<RelativePath> progress) {
            this.plan = plan;
            this.progress = progress;
            plan.actions().stream()
                    .filter(
                            action ->
                                    action instanceof FileAction.Write
                                            || action instanceof FileAction.Delete)
                    .map(FileAction::path)
                    .forEach(pending::add);
        }

        Applied result() {
            return new Applied(
                    done, diagnostics.isEmpty() ? List.of() : List.copyOf(pending), diagnostics);
        }

        boolean hasLeftovers() throws IOException {
            return Files.exists(folder.resolve(OwnFiles.UNFINISHED), LinkOption.NOFOLLOW_LINKS)
                    || Files.exists(folder.resolve(OwnFiles.STAGING), LinkOption.NOFOLLOW_LINKS);
        }

        void failed(Diagnostic diagnostic) {
            diagnostics.add(diagnostic);
        }

        void failed(IOException e) {
            String left =
                    done.isEmpty()
                            ? "nothing was changed"
                            : "%d of %d files are done, the first that is not is %s"
                                    .formatted(
                                            done.size(),
                                            done.size() + pending.size(),
                                            pending.isEmpty()
                                                    ? "the manifest"
                                                    : "`" + pending.iterator().next() + "`");
            String where =
                    e instanceof FileSystemException failure && failure.getFile() != null
                            ? "`%s` "
                                    .formatted(
                                            Objects.requireNonNullElse(
                                                    failure.getOtherFile(), failure.getFile()))
                            : "";
            failed(
                    WorkspaceRules.WRITE_FAILED.at(
                            folder.place(),
                            "writing %sfailed: %s; %s".formatted(where, Reason.of(e), left),
                            "mend the cause and run again"));
        }

        void underLock() throws IOException {
            requireUnchanged();
            if (!diagnostics.isEmpty()) {
                return;
            }
            deleteStaging();
            makeFolders(OwnFiles.STAGING.resolve("0"));
            boolean isWhole = true;
            try {
                List<Move> moves = stage();
                replaceOwn(OwnFiles.UNFINISHED, unfinished().text());
                isWhole = false;
                SortedMap<RelativePath, GenerationPlan.OwnUpdate> own = new TreeMap<>();
                plan.own().forEach(update -> own.put(update.path(), update));
                for (Move move : moves) {
                    makeFolders(move.path());
                    move(move);
                    for (FileAction.Write file : move.files()) {
                        // At once, so that a failure leaves no file without what it was made of.
                        update(own.remove(OwnFiles.original(file.path())));
                    }
                }
                for (FileAction action : plan.actions()) {
                    if (action instanceof FileAction.Delete delete) {
                        delete(delete.path(), delete.before());
                        finished(delete.path());
                    } else if (action instanceof FileAction.Moved moved) {
                        // Only now, so that at no moment there is neither of both.
                        delete(moved.from(), moved.was());
                    }
                }
                for (GenerationPlan.OwnUpdate update : plan.own()) {
                    update(own.remove(update.path()));
                }
                Files.deleteIfExists(folder.resolve(OwnFiles.UNFINISHED));
                isWhole = true;
            } finally {
                // What files were made of is still there where it did not get to its place: the
                // next run needs it, as after a kill.
                if (isWhole) {
                    deleteStaging();
                }
            }
        }

        private void delete(RelativePath path, Digest before) throws IOException {
            requireStill(path, before);
            Files.delete(folder.resolve(path));
            deleteEmptyFolders(path);
        }

        /**
         * Somebody may have written since the plan was made; from here on only those who ignore the
         * lock do.
         */
        private void requireUnchanged() throws IOException {
            if (!plan.isCurrent(folder)) {
                failed(
                        PlanRules.CHANGED_MEANWHILE.at(
                                folder.place(),
                                "another run wrote to this folder since the plan was made; nothing was"
                                        + " written",
                                "run again"));
                return;
            }
            OutputFolder.View view = folder.view();
            for (FileAction action : plan.actions()) {
                if (action instanceof FileAction.Moved moved) {
                    requireState(view, moved.from(), Optional.of(moved.was()));
                }
                if (action instanceof FileAction.Write write) {
                    requireState(view, action.path(), write.before());
                } else if (action instanceof FileAction.Delete delete) {
                    requireState(view, action.path(), Optional.of(delete.before()));
                }
            }
            for (GenerationPlan.OwnUpdate own : plan.own()) {
                requireState(view, own.path(), own.before());
            }
        }

        private void requireState(
                OutputFolder.View view, RelativePath path, Optional<Digest> expected)
                throws IOException {
            OutputFolder.Found found = view.look(path);
            boolean same =
                    expected.isEmpty()
                            ? found.state() == State.MISSING
                            : found.state() == State.FILE
                                    && found.at().equals(path)
                                    && Digest.of(folder.read(path)).equals(expected.get());
            if (!same) {
                failed(
                        PlanRules.CHANGED_MEANWHILE.at(
                                folder.place(path),
                                "this was changed since the plan was made; nothing was written",
                                "run again"));
            }
        }

        /** Writes all new content below the staging folder, as it will stand below the root. */
        private List<Move> stage() throws IOException {
            OutputFolder.View view = folder.view();
            Map<RelativePath, List<FileAction.Write>> together = new LinkedHashMap<>();
            for (FileAction action : plan.actions()) {
                if (action instanceof FileAction.Write write) {
                    // A file that is there is in no missing folder.
                    RelativePath moved = view.missingFolder(write.path()).orElse(write.path());
                    together.computeIfAbsent(moved, path -> new ArrayList<>()).add(write);
                }
            }
            List<FileAction.Write> written =
                    together.values().stream().flatMap(List::stream).toList();
            for (FileAction.Write write : written) {
                makeFolders(OwnFiles.staged(write.path()));
            }
            for (GenerationPlan.OwnUpdate own : plan.own()) {
                if (own.text().isPresent()) {
                    makeFolders(OwnFiles.staged(own.path()));
                    writeNew(folder.resolve(OwnFiles.staged(own.path())), own.text().get());
                }
            }
            Workers.map(written, this::stage);
            return together.entrySet().stream()
                    .map(entry -> new Move(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private Path stage(FileAction.Write write) throws IOException {
            Path staged = folder.resolve(OwnFiles.staged(write.path()));
            writeNew(staged, write.text());
            if (write.text().startsWith("#!")) {
                makeExecutable(staged);
            }
            if (write instanceof FileAction.Moved moved) {
                copyPermissions(folder.resolve(moved.from()), staged);
            } else if (write.before().isPresent()) {
                copyPermissions(folder.resolve(write.path()), staged);
            }
            return staged;
        }

        private UnfinishedRun unfinished() throws IOException {
            SortedMap<RelativePath, Digest> digests = new TreeMap<>();
            for (FileAction action : plan.actions()) {
                // A person's work is never taken for a killed run's, which may be deleted.
                if (action instanceof FileAction.Write write && !write.isPeoples()) {
                    digests.put(write.path(), write.digest());
                }
            }
            return folder.readIfPresent(OwnFiles.UNFINISHED)
                    .map(bytes -> UnfinishedRun.parse(new String(bytes, StandardCharsets.UTF_8)))
                    .orElse(UnfinishedRun.NONE)
                    .and(digests);
        }

        private void update(GenerationPlan.@Nullable OwnUpdate own) throws IOException {
            if (own == null) {
                return;
            }
            if (own.text().isPresent()) {
                makeFolders(own.path());
                replace(OwnFiles.staged(own.path()), own.path());
            } else {
                Files.deleteIfExists(folder.resolve(own.path()));
                deleteEmptyFolders(own.path());
            }
        }

        private void move(Move move) throws IOException {
            Path target = folder.resolve(move.path());
            Optional<Digest> before = move.files().get(0).before();
            if (before.isPresent()) {
                requireStill(move.path(), before.get());
            } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(
                        target.toString(), null, "somebody has just made it");
            }
            replace(OwnFiles.staged(move.path()), move.path());
            for (FileAction.Write file : move.files()) {
                finished(file.path());
            }
        }

        /** Makes the folders that lead to a file, and goes through no link. */
        private void makeFolders(RelativePath file) throws IOException {
            String value = file.value();
            for (int slash = value.indexOf('/');
                    slash >= 0;
                    slash = value.indexOf('/', slash + 1)) {
                String name = value.substring(0, slash);
                Path directory = folder.root().resolve(name);
                if (folders.add(name) && !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(directory);
                }
            }
        }

        /**
         * An editor knows nothing of our lock: looks once more, just before the file's old content
         * goes.
         */
        private void requireStill(RelativePath path, Digest before) throws IOException {
            if (!Digest.of(folder.read(path)).equals(before)) {
                throw new FileSystemException(
                        folder.resolve(path).toString(), null, "somebody has just changed it");
            }
        }

        private void finished(RelativePath path) {
            done.add(path);
            pending.remove(path);
            progress.accept(path);
        }
    }

    /**
     * A step of the operating system.
     *
     * @param path of a file, or of a folder that does not exist yet
     * @param files what is at the path afterwards
     */
    private record Move(RelativePath path, List<FileAction.Write> files) {}

    private void replaceOwn(RelativePath path, String text) throws IOException {
        if (!Files.exists(folder.resolve(OwnFiles.GITIGNORE), LinkOption.NOFOLLOW_LINKS)) {
            writeNew(folder.resolve(OwnFiles.GITIGNORE), OwnFiles.GITIGNORE_TEXT);
        }
        RelativePath staged = OwnFiles.STAGING.resolve("own");
        writeNew(folder.resolve(staged), text);
        replace(staged, path);
    }

    private void replace(RelativePath staged, RelativePath path) throws IOException {
        Files.move(
                folder.resolve(staged),
                folder.resolve(path),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeNew(Path path, String text) throws IOException {
        try (var out = Files.newOutputStream(path, NEW_FILE.toArray(OpenOption[]::new))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Our own folder; whatever somebody has put there goes with it, but nothing that a link leads
     * to.
     */
    private void deleteStaging() throws IOException {
        Path staging = folder.resolve(OwnFiles.STAGING);
        if (!Files.isDirectory(staging, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> leftovers = Files.walk(staging)) {
            for (Path leftover : leftovers.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(leftover);
            }
        }
    }

    private void deleteEmptyFolders(RelativePath deleted) throws IOException {
        Path parent = folder.resolve(deleted).getParent();
        while (parent != null && !parent.equals(folder.root())) {
            try {
                Files.delete(parent);
            } catch (DirectoryNotEmptyException e) {
                return;
            } catch (NoSuchFileException e) {
                // Somebody was faster.
            }
            parent = parent.getParent();
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = posix(to);
        PosixFileAttributeView original = posix(from);
        if (view == null || original == null) {
            return;
        }
        Set<PosixFilePermission> permissions =
                EnumSet.copyOf(original.readAttributes().permissions());
        if (view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE)) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        view.setPermissions(permissions);
    }

    /** Whoever may read it may run it. */
    private static void makeExecutable(Path file) throws IOException {
        PosixFileAttributeView view = posix(file);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(view.readAttributes().permissions());
        if (permissions.contains(PosixFilePermission.OWNER_READ)) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        view.setPermissions(permissions);
    }

    private static @Nullable PosixFileAttributeView posix(Path file) {
        return Files.getFileAttributeView(
                file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
