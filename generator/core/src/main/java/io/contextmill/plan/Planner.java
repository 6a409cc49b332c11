package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.OutputFolder.Found;
import io.contextmill.plan.OutputFolder.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides what becomes of each file, by who owns it, what is on disk and what the manifest
 * remembers.
 *
 * <table>
 * <caption>What is done</caption>
 * <tr><th></th><th>generated</th><th>scaffolded, append-once</th></tr>
 * <tr><td>missing, unknown</td><td>created</td><td>created</td></tr>
 * <tr><td>missing, known</td><td>created</td><td>kept (deleted by its owner)</td></tr>
 * <tr><td>there, with the wanted bytes</td><td>unchanged</td><td>kept</td></tr>
 * <tr><td>there, as the generator wrote it</td><td>replaced</td><td>kept</td></tr>
 * <tr><td>there, edited or unknown</td><td>conflict; replaced when forced</td><td>kept</td></tr>
 * <tr><td>known, no longer wanted</td><td>deleted; a conflict when edited</td><td>left alone</td></tr>
 * </table>
 */
public final class Planner {
    private static final List<RelativePath> OWN_FILES =
            List.of(
                    OwnFiles.GITIGNORE,
                    OwnFiles.LOCK,
                    OwnFiles.UNFINISHED,
                    OwnFiles.STAGING.resolve("0"));

    private final OutputFolder folder;
    private final String generatorVersion;
    private final boolean force;

    /**
     * @param generatorVersion what manifests name as their writer
     * @param force whether files that a person wrote or edited are given up where the generator
     *     wants theirs
     */
    public Planner(OutputFolder folder, String generatorVersion, boolean force) {
        this.folder = folder;
        this.generatorVersion = generatorVersion;
        this.force = force;
    }

    /** Takes all files and compares them with the folder. Reads the disk, changes nothing. */
    public GenerationPlan plan(List<PartFiles> parts) {
        List<Diagnostic> blocked = new ArrayList<>();
        Run run = new Run();
        try {
            if (run.isBlocked(blocked)) {
                return GenerationPlan.nothing(blocked);
            }
            run.readUnfinished();
            for (PartFiles part : parts) {
                run.plan(part);
            }
            run.retireUnfinished();
        } catch (IOException e) {
            run.findings.add(
                    PlanRules.UNREADABLE.at(
                            folder.place(), "the output folder cannot be read: " + Reason.of(e)));
        }
        return run.result();
    }

    /** One comparison; the state it gathers is dropped with it. */
    private final class Run {
        private final OutputFolder.View view = folder.view();
        private final Map<Path, Path> nearest = new HashMap<>();
        private final Map<Path, Boolean> writable = new HashMap<>();
        private final Set<Path> reported = new HashSet<>();
        private final SortedMap<RelativePath, FileAction> actions = new TreeMap<>();
        private final List<GenerationPlan.ManifestUpdate> manifests = new ArrayList<>();
        private final List<Diagnostic> findings = new ArrayList<>();
        private final Set<RelativePath> remembered = new HashSet<>();
        private UnfinishedRun unfinished = UnfinishedRun.NONE;

        GenerationPlan result() {
            return new GenerationPlan(List.copyOf(actions.values()), manifests, findings);
        }

        /** Whether the folder, or our own folder in it, can be no place for files at all. */
        boolean isBlocked(List<Diagnostic> blocked) throws IOException {
            Path nearestFolder = folder.nearestFolder();
            if (!Files.isDirectory(nearestFolder)) {
                blocked.add(
                        PlanRules.NOT_A_FOLDER.at(
                                folder.place(),
                                nearestFolder.equals(folder.root())
                                        ? "the output folder is a file"
                                        : "the output folder cannot be made, because a part of its path is a file",
                                "name a folder"));
                return true;
            }
            State state = folder.state();
            if (state == State.LINK) {
                blocked.add(
                        PlanRules.LINK.at(
                                folder.place(), "the output folder is a link that leads nowhere"));
            } else if (state == State.FOLDER && !Files.isReadable(folder.root())) {
                blocked.add(
                        PlanRules.UNREADABLE.at(
                                folder.place(), "the output folder cannot be read"));
            } else {
                for (RelativePath own : OWN_FILES) {
                    Optional<Diagnostic> obstacle = obstacle(own, view.look(own));
                    if (obstacle.isPresent()) {
                        blocked.add(obstacle.get());
                        return true;
                    }
                }
            }
            return !blocked.isEmpty();
        }

        void readUnfinished() throws IOException {
            unfinished =
                    folder.readIfPresent(OwnFiles.UNFINISHED)
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .map(UnfinishedRun::parse)
                            .orElse(UnfinishedRun.NONE);
        }

        void plan(PartFiles part) throws IOException {
            RelativePath manifestPath =
                    part.context()
                            .map(context -> OwnFiles.manifest(context.name()))
                            .orElse(OwnFiles.WORKSPACE_MANIFEST);
            Optional<Diagnostic> obstacle = obstacle(manifestPath, view.look(manifestPath));
            if (obstacle.isPresent()) {
                findings.add(obstacle.get());
                return;
            }
            Optional<byte[]> bytes = folder.readIfPresent(manifestPath);
            Validated<Manifest> read =
                    bytes.map(b -> new String(b, StandardCharsets.UTF_8))
                            .map(text -> Manifest.parse(folder.source(manifestPath, text)))
                            .orElseGet(
                                    () ->
                                            Validated.of(
                                                    Manifest.empty(generatorVersion), List.of()));
            findings.addAll(read.diagnostics());
            if (read.value().isEmpty()) {
                return;
            }
            Manifest known = read.value().get();
            SortedMap<RelativePath, Manifest.Entry> entries = new TreeMap<>();
            try (var files = part.files()) {
                for (Iterator<GeneratedFile> it = files.iterator(); it.hasNext(); ) {
                    GeneratedFile file = it.next();
                    entries.put(file.path(), place(file, known));
                }
            }
            for (Map.Entry<RelativePath, Manifest.Entry> old : known.entries().entrySet()) {
                if (!entries.containsKey(old.getKey())) {
                    retire(old.getKey(), old.getValue(), entries);
                }
            }
            remembered.addAll(known.entries().keySet());
            String text = new Manifest(generatorVersion, entries).text();
            Optional<Digest> before = bytes.map(Digest::of);
            if (!before.equals(Optional.of(Digest.of(text)))) {
                requireWritable(manifestPath, State.FILE);
                manifests.add(new GenerationPlan.ManifestUpdate(manifestPath, text, before));
            }
        }

        /** Decides about a wanted file; answers what the manifest will say of it. */
        private Manifest.Entry place(GeneratedFile file, Manifest known) throws IOException {
            RelativePath path = file.path();
            if (OwnFiles.contains(path)) {
                throw new IllegalStateException(
                        "emitter `%s` makes `%s`, which is the generator's own"
                                .formatted(file.emitter(), path));
            }
            Digest wanted = Digest.of(file.text());
            Manifest.Entry entry = new Manifest.Entry(file.ownership(), file.emitter(), wanted);
            Optional<Manifest.Entry> before = Optional.ofNullable(known.entries().get(path));
            Found found = view.look(path);
            Optional<Diagnostic> obstacle = obstacle(path, found);
            if (obstacle.isPresent()) {
                findings.add(obstacle.get().relatedTo(file.origin(), "the file is asked for here"));
                return entry;
            }
            boolean once = file.ownership() != Ownership.GENERATED;
            if (found.state() == State.MISSING) {
                if (once && before.isPresent()) {
                    put(new FileAction.Keep(path, FileAction.Keep.Reason.DELETED_BY_OWNER));
                    return before.get();
                }
                requireWritable(path, State.MISSING);
                put(new FileAction.Create(file));
                return entry;
            }
            Digest actual;
            try {
                actual = Digest.of(folder.read(path));
            } catch (IOException e) {
                findings.add(unreadable(path, e));
                return entry;
            }
            boolean left = before.isEmpty() && unfinished.wrote(path, actual);
            if (once && !left) {
                return keep(file, before, entry);
            }
            if (actual.equals(wanted)) {
                put(new FileAction.Unchanged(path));
                return entry;
            }
            boolean ours =
                    left
                            || unfinished.wrote(path, actual)
                            || before.map(Manifest.Entry::digest).equals(Optional.of(actual));
            if (ours || force) {
                requireWritable(path, State.FILE);
                put(new FileAction.Replace(file, actual));
            } else {
                put(new FileAction.Conflict(path, Optional.of(file)));
                RuleDescription rule = before.isPresent() ? PlanRules.EDITED : PlanRules.NOT_OURS;
                findings.add(
                        conflict(rule, path, "replaced")
                                .relatedTo(file.origin(), "the file is asked for here"));
            }
            return entry;
        }

        private Manifest.Entry keep(
                GeneratedFile file, Optional<Manifest.Entry> before, Manifest.Entry entry) {
            if (file.ownership() == Ownership.SCAFFOLDED) {
                put(new FileAction.Keep(file.path(), FileAction.Keep.Reason.OWNED));
            } else {
                put(new FileAction.Keep(file.path(), FileAction.Keep.Reason.APPEND_ONCE));
                if (before.isPresent() && !before.get().digest().equals(entry.digest())) {
                    findings.add(
                            PlanRules.OUTDATED_ONCE
                                    .at(
                                            folder.place(file.path()),
                                            "this was written for an earlier state of the spec and is never"
                                                    + " changed",
                                            "add a migration for what is new; generating into an empty"
                                                    + " folder shows it as it would be written today")
                                    .relatedTo(file.origin(), "the file is asked for here"));
                }
            }
            return before.orElse(entry);
        }

        /** Decides about a file that was wanted once. */
        private void retire(
                RelativePath path,
                Manifest.Entry old,
                SortedMap<RelativePath, Manifest.Entry> entries)
                throws IOException {
            if (old.ownership() == Ownership.APPEND_ONCE) {
                entries.put(path, old);
                return;
            }
            if (old.ownership() == Ownership.SCAFFOLDED || actions.containsKey(path)) {
                return;
            }
            Found found = view.look(path);
            if (found.state() != State.FILE || !found.at().equals(path)) {
                // Its owner put something else there, or nothing.
                return;
            }
            Digest actual;
            try {
                actual = Digest.of(folder.read(path));
            } catch (IOException e) {
                findings.add(unreadable(path, e));
                return;
            }
            if (actual.equals(old.digest()) || unfinished.wrote(path, actual) || force) {
                requireWritable(path, State.FILE);
                put(new FileAction.Delete(path, actual));
            } else {
                put(new FileAction.Conflict(path, Optional.empty()));
                findings.add(conflict(PlanRules.EDITED, path, "deleted"));
                entries.put(path, old);
            }
        }

        /** Decides about what a killed run left that nobody wants any more. */
        void retireUnfinished() throws IOException {
            for (RelativePath path : unfinished.digests().keySet()) {
                if (remembered.contains(path)
                        || actions.containsKey(path)
                        || OwnFiles.contains(path)) {
                    continue;
                }
                Found found = view.look(path);
                if (found.state() != State.FILE || !found.at().equals(path)) {
                    continue;
                }
                Digest actual = Digest.of(folder.read(path));
                if (unfinished.wrote(path, actual)) {
                    requireWritable(path, State.FILE);
                    put(new FileAction.Delete(path, actual));
                }
            }
        }

        private void put(FileAction action) {
            FileAction first = actions.putIfAbsent(action.path(), action);
            if (first != null) {
                throw new IllegalStateException("two files have the path " + action.path());
            }
        }

        private Optional<Diagnostic> obstacle(RelativePath path, Found found) {
            boolean itself = found.at().equals(path);
            return switch (found.state()) {
                case MISSING -> Optional.empty();
                case LINK ->
                        Optional.of(
                                PlanRules.LINK.at(
                                        folder.place(found.at()),
                                        itself
                                                ? "this is a link, not a file"
                                                : "this is a link, not a folder",
                                        "replace the link by what it leads to"));
                case FILE ->
                        itself
                                ? Optional.empty()
                                : Optional.of(
                                        PlanRules.NOT_A_FOLDER.at(
                                                folder.place(found.at()),
                                                "this is a file where a folder is needed",
                                                "move it away"));
                case FOLDER, OTHER ->
                        Optional.of(
                                itself
                                        ? PlanRules.NOT_A_FILE.at(
                                                folder.place(found.at()),
                                                "this is not a file, and a file is needed here",
                                                "move it away")
                                        : PlanRules.NOT_A_FOLDER.at(
                                                folder.place(found.at()),
                                                "this is not a folder, and a folder is needed here",
                                                "move it away"));
            };
        }

        private void requireWritable(RelativePath path, State state) {
            Path target = folder.resolve(path);
            if (state == State.FILE && Files.exists(target) && !OutputFolder.isWritable(target)) {
                findings.add(
                        PlanRules.NOT_WRITABLE.at(
                                folder.place(path), "this file is write-protected"));
                return;
            }
            Path existing =
                    nearest.computeIfAbsent(
                            Objects.requireNonNullElse(target.getParent(), folder.root()),
                            OutputFolder::nearestFolder);
            if (!writable.computeIfAbsent(existing, OutputFolder::isWritable)
                    && reported.add(existing)) {
                boolean inside =
                        existing.startsWith(folder.root()) && !existing.equals(folder.root());
                findings.add(
                        PlanRules.NOT_WRITABLE.at(
                                inside
                                        ? folder.place(
                                                new RelativePath(
                                                        slashes(
                                                                folder.root()
                                                                        .relativize(existing))))
                                        : folder.place(),
                                inside
                                        ? "this folder is write-protected"
                                        : "the output folder is write-protected, or cannot be made"));
            }
        }

        private Diagnostic conflict(RuleDescription rule, RelativePath path, String fate) {
            String what =
                    rule.equals(PlanRules.EDITED)
                            ? "this generated file was edited, and would be " + fate
                            : "this file was not written by the generator, and would be " + fate;
            return rule.at(
                    folder.place(path),
                    what,
                    rule.equals(PlanRules.EDITED)
                            ? "move the edit into a file of yours, or lose it with `--force`"
                            : "move it away, or lose it with `--force`");
        }

        private Diagnostic unreadable(RelativePath path, IOException e) {
            return PlanRules.UNREADABLE.at(
                    folder.place(path), "this file cannot be read: " + Reason.of(e));
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
