package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.EmitRules;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.GeneratedFolder;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.RelativePath;
import io.contextmill.plan.OutputFolder.Found;
import io.contextmill.plan.OutputFolder.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what becomes of each file, by who owns it, what is on disk and what the manifest
 * remembers.
 *
 * <table>
 * <caption>What is done</caption>
 * <tr><th></th><th>generated</th><th>scaffolded, merged</th><th>scaffolded Java, append-once</th></tr>
 * <tr><td>missing, unknown</td><td>created</td><td>created</td><td>created</td></tr>
 * <tr><td>missing, known</td><td>created</td><td>kept (deleted by its owner)</td><td>kept (the same)</td></tr>
 * <tr><td>there, with the wanted bytes</td><td>unchanged</td><td>kept</td><td>kept</td></tr>
 * <tr><td>there, as the generator wrote it</td><td>replaced</td><td>replaced</td><td>kept</td></tr>
 * <tr><td>there, edited or unknown</td><td>conflict; replaced when forced</td><td>merged</td><td>kept</td></tr>
 * <tr><td>known, no longer wanted</td><td>deleted; a conflict when edited</td><td>deleted; left alone when edited</td>
 * <td>Java: the same; append-once: left alone</td></tr>
 * </table>
 *
 * <p>What people wrote in Java follows a rename of the spec, see {@link RenamedFiles}: also in a
 * build, which could not compile it otherwise.
 *
 * <p>What builds make is replaced whoever changed it. A build makes what is missing of people's
 * files, and changes or deletes none.
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
    private final Scope scope;

    /**
     * @param generatorVersion what manifests name as their writer
     */
    public Planner(OutputFolder folder, String generatorVersion, Scope scope) {
        this.folder = folder;
        this.generatorVersion = generatorVersion;
        this.scope = scope;
    }

    /** {@link #plan(List, Map)} with nothing known to be rendered already. */
    public GenerationPlan plan(List<PartFiles> parts) {
        return plan(parts, Map.of());
    }

    /**
     * Takes all files, part by part on several threads, and compares them with the folder. Reads
     * the disk, changes nothing.
     *
     * @param rendered the manifests of parts that were settled by an earlier plan, whose files
     *     would come out now as they did then, with the digests that they had. Where such a
     *     manifest is on disk and no file of it has to be written, the files are not taken; nothing
     *     else becomes different by that
     */
    public GenerationPlan plan(List<PartFiles> parts, Map<RelativePath, Digest> rendered) {
        List<Diagnostic> blocked = new ArrayList<>();
        Run run = new Run();
        try {
            if (run.isBlocked(blocked) || run.isOfAWorkspace(parts, blocked)) {
                return GenerationPlan.nothing(blocked);
            }
            run.readUnfinished();
            for (PartPlan part : Workers.map(parts, files -> run.compare(files, rendered))) {
                run.add(part);
            }
            if (parts.stream().anyMatch(part -> part.context().isEmpty())) {
                run.addThoseGone();
            }
            // Only now it is known for each file whether any part wants it.
            run.retire();
        } catch (NoSuchFileException e) {
            return GenerationPlan.nothing(List.of(changedMeanwhile()));
        } catch (IOException e) {
            run.findings.add(
                    PlanRules.UNREADABLE.at(
                            folder.place(), "the output folder cannot be read: " + Reason.of(e)));
        }
        if (run.isRefused() && run.isOutdated()) {
            return GenerationPlan.nothing(List.of(changedMeanwhile()));
        }
        return run.result();
    }

    private Diagnostic changedMeanwhile() {
        return PlanRules.CHANGED_MEANWHILE.at(
                folder.place(),
                "somebody wrote to this folder while it was looked at; nothing was written",
                "run again");
    }

    /** One comparison; the state it gathers is dropped with it. */
    private final class Run {
        private final OutputFolder.View view = folder.view();
        private final Obstacles obstacles = new Obstacles(folder);
        private final Map<RelativePath, FileAction> actions = new HashMap<>();
        private final List<PartPlan> parts = new ArrayList<>();
        private final List<GenerationPlan.OwnUpdate> manifests = new ArrayList<>();
        private final Map<RelativePath, Digest> settled = new HashMap<>();
        private final List<Diagnostic> findings = new ArrayList<>();

        /** What was made once, is no longer, and is a person's. */
        private final Set<RelativePath> left = new HashSet<>();

        private UnfinishedRun unfinished = UnfinishedRun.NONE;
        private Seen seen = Seen.NOTHING;
        private PeoplesFiles peoples = new PeoplesFiles(folder, view, obstacles, unfinished);

        GenerationPlan result() {
            return new GenerationPlan(
                    actions.values().stream()
                            .sorted(Comparator.comparing(FileAction::path))
                            .toList(),
                    manifests,
                    settled,
                    known(),
                    findings,
                    seen());
        }

        private Map<RelativePath, GenerationPlan.Known> known() {
            Map<RelativePath, GenerationPlan.Known> all = new HashMap<>();
            for (PartPlan part : parts) {
                part.known
                        .entries()
                        .forEach(
                                (path, entry) ->
                                        all.put(
                                                path,
                                                new GenerationPlan.Known(
                                                        entry.ownership(),
                                                        entry.digest(),
                                                        Optional.ofNullable(
                                                                part.fresh.get(path)))));
            }
            return all;
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
                    Optional<Diagnostic> obstacle = obstacles.obstacle(own, view.look(own));
                    if (obstacle.isPresent()) {
                        blocked.add(obstacle.get());
                        return true;
                    }
                }
            }
            return !blocked.isEmpty();
        }

        /** Whether the parts are no workspace, and the folder is one's. */
        boolean isOfAWorkspace(List<PartFiles> parts, List<Diagnostic> blocked) throws IOException {
            if (parts.stream().anyMatch(part -> part.context().isEmpty())
                    || folder.readIfPresent(OwnFiles.WORKSPACE_MANIFEST).isEmpty()) {
                return false;
            }
            blocked.add(
                    PlanRules.OF_A_WORKSPACE.at(
                            folder.place(),
                            "the project of a workspace is here, and the spec is of one context",
                            "generate the workspace, or name another output folder"));
            return true;
        }

        boolean isRefused() {
            return findings.stream().anyMatch(Diagnostic::isError);
        }

        /**
         * Whether another run began or ended since this one looked: what it wrote is then taken for
         * edits.
         */
        boolean isOutdated() {
            try {
                return !seen().isStill(folder);
            } catch (IOException e) {
                // Then it is found why the folder cannot be read, and not by whom.
                return false;
            }
        }

        private Seen seen() {
            Map<RelativePath, Optional<Digest>> manifests = new HashMap<>();
            for (PartPlan part : parts) {
                if (!part.blocked) {
                    manifests.put(part.manifest, part.before);
                }
            }
            return seen.with(manifests);
        }

        void readUnfinished() throws IOException {
            seen = Seen.now(folder);
            unfinished =
                    folder.readIfPresent(OwnFiles.UNFINISHED)
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .map(UnfinishedRun::parse)
                            .orElse(UnfinishedRun.NONE);
            peoples = new PeoplesFiles(folder, view, obstacles, unfinished);
        }

        /** Decides about the files of a part, except about those that are no longer wanted. */
        PartPlan compare(PartFiles files, Map<RelativePath, Digest> rendered) throws IOException {
            PartPlan part = known(OwnFiles.manifest(files.context()));
            if (part.blocked) {
                return part;
            }
            Optional<Digest> then = Optional.ofNullable(rendered.get(part.manifest));
            if (part.before.isPresent()
                    && then.equals(Optional.of(BuiltFiles.remembered(part)))
                    && isUntouched(part)) {
                return part;
            }
            try (var made = renamed(files, part)) {
                for (Iterator<GeneratedFile> it = made.iterator(); it.hasNext(); ) {
                    GeneratedFile file = it.next();
                    part.entries.put(file.path(), place(file, part));
                }
            }
            if (part.renamed.isPresent()) {
                part.renamed.get().followInPlace();
            }
            return part;
        }

        /** The files of a part, of which it is known by then what was renamed among them. */
        private Stream<GeneratedFile> renamed(PartFiles files, PartPlan part) {
            if (files.former().isEmpty()) {
                return files.files();
            }
            try (var made = files.files();
                    var before = files.former().get().files()) {
                List<GeneratedFile> now = made.toList();
                part.renamed =
                        Optional.of(
                                new RenamedFiles(
                                        new RenamedFiles.Place(
                                                folder,
                                                view,
                                                obstacles,
                                                files.former().get().folder()),
                                        part,
                                        RenamedPairs.due(part, before.toList(), now)));
                return now.stream();
            }
        }

        /** A part of which nothing is decided, with what its manifest says. */
        private PartPlan known(RelativePath manifest) throws IOException {
            PartPlan part = new PartPlan(manifest, generatorVersion);
            Optional<Diagnostic> obstacle = obstacles.obstacle(manifest, view.look(manifest));
            if (obstacle.isPresent()) {
                part.findings.add(obstacle.get());
                part.blocked = true;
                return part;
            }
            Optional<byte[]> bytes = folder.readIfPresent(manifest);
            if (bytes.isPresent()) {
                part.before = bytes.map(Digest::of);
                String text = new String(bytes.get(), StandardCharsets.UTF_8);
                Validated<Manifest> read = Manifest.parse(folder.source(manifest, text));
                part.findings.addAll(read.diagnostics());
                read.value().ifPresent(value -> part.known = value);
                part.blocked = read.value().isEmpty();
            }
            part.built =
                    folder.readIfPresent(OwnFiles.built(manifest))
                            .map(text -> new String(text, StandardCharsets.UTF_8));
            part.known = part.known.with(part.built.map(BuiltFiles::parse).orElse(Map.of()));
            return part;
        }

        /**
         * Takes the parts that were generated here once and are none of the workspace's any more.
         */
        void addThoseGone() throws IOException {
            Set<RelativePath> wanted =
                    parts.stream().map(part -> part.manifest).collect(Collectors.toSet());
            for (RelativePath manifest : folder.filesIn(OwnFiles.FOLDER)) {
                if (OwnFiles.isManifest(manifest) && !wanted.contains(manifest)) {
                    PartPlan part = known(manifest);
                    part.gone = true;
                    add(part);
                }
            }
        }

        /**
         * Decides about the files of a part whose manifest names all that is wanted, if none of
         * them has to be written.
         */
        private boolean isUntouched(PartPlan part) throws IOException {
            if (!unfinished.digests().isEmpty()) {
                return false;
            }
            List<FileAction> untouched = new ArrayList<>();
            for (Map.Entry<RelativePath, Manifest.Entry> known : part.known.entries().entrySet()) {
                RelativePath path = known.getKey();
                Manifest.Entry entry = known.getValue();
                if (entry.ownership() == Ownership.BUILT && !isToBeBuilt(path)) {
                    continue;
                }
                boolean generated = !entry.ownership().isOnce();
                Found found = view.look(path);
                // What is in the way of a file is not at its path.
                State state = found.at().equals(path) ? found.state() : State.OTHER;
                if (state == State.MISSING && !generated) {
                    untouched.add(
                            new FileAction.Keep(path, FileAction.Keep.Reason.DELETED_BY_OWNER));
                } else if (state == State.FILE
                        && !generated
                        && (!entry.ownership().isMerged(path) || peoples.isRemembered(path))) {
                    untouched.add(new FileAction.Keep(path, reason(entry.ownership())));
                } else if (state == State.FILE && isStill(path, entry.digest())) {
                    untouched.add(new FileAction.Unchanged(path));
                } else {
                    return false;
                }
            }
            part.untouched = true;
            part.actions.addAll(untouched);
            return true;
        }

        private boolean isStill(RelativePath path, Digest digest) {
            try {
                return Digest.of(folder.read(path)).equals(digest);
            } catch (IOException e) {
                // Whoever takes the file from its emitter reports it.
                return false;
            }
        }

        private boolean isToBeBuilt(RelativePath path) {
            return GeneratedFolder.builtAround(path).filter(scope::includes).isPresent();
        }

        void add(PartPlan part) {
            parts.add(part);
            findings.addAll(part.findings);
            part.actions.forEach(this::put);
        }

        /** Decides about all files that were wanted once, and about the manifests. */
        void retire() throws IOException {
            for (PartPlan part : parts) {
                if (part.untouched) {
                    settled.put(part.manifest, BuiltFiles.remembered(part));
                } else if (!part.blocked) {
                    retire(part);
                }
            }
            if (parts.stream().noneMatch(part -> part.blocked)) {
                retireBuilt();
            }
            retireUnfinished();
            findWhatBreaks();
        }

        private void retire(PartPlan part) throws IOException {
            for (Map.Entry<RelativePath, Manifest.Entry> old : part.known.entries().entrySet()) {
                if (!part.entries.containsKey(old.getKey())) {
                    retire(old.getKey(), old.getValue(), part);
                }
            }
            manifests.addAll(part.originals);
            Optional<String> text =
                    part.gone && part.entries.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Manifest(generatorVersion, part.entries).text());
            Optional<Digest> after = text.map(Digest::of);
            if (!part.before.equals(after)) {
                obstacles.requireWritable(part.manifest, State.FILE, findings);
                manifests.add(new GenerationPlan.OwnUpdate(part.manifest, text, part.before));
            }
            String built = BuiltFiles.text(part.entries);
            if (!built.equals(part.built.orElse(""))) {
                manifests.add(
                        new GenerationPlan.OwnUpdate(
                                OwnFiles.built(part.manifest),
                                Optional.of(built).filter(lines -> !lines.isEmpty()),
                                part.built.map(Digest::of)));
            }
            if (part.findings.isEmpty() && !part.contested && !part.gone) {
                settled.put(part.manifest, BuiltFiles.remembered(text.orElseThrow(), built));
            }
        }

        /**
         * Decides about what is in folders that builds make and that nobody wants: whoever put it
         * there, it would be built.
         */
        private void retireBuilt() throws IOException {
            Set<RelativePath> wanted = new HashSet<>();
            Set<RelativePath> folders = new TreeSet<>();
            for (PartPlan part : parts) {
                Set<RelativePath> now =
                        part.untouched ? part.known.entries().keySet() : part.entries.keySet();
                wanted.addAll(now);
                Stream.concat(now.stream(), part.known.entries().keySet().stream())
                        .flatMap(path -> GeneratedFolder.builtAround(path).stream())
                        .filter(scope::includes)
                        .forEach(folders::add);
            }
            for (RelativePath built : folders) {
                for (RelativePath path : folder.filesBelow(built)) {
                    if (!wanted.contains(path)) {
                        obstacles.requireWritable(path, State.FILE, findings);
                        put(new FileAction.Delete(path, Digest.of(folder.read(path))));
                    }
                }
            }
        }

        /** Decides about a wanted file; answers what the manifest will say of it. */
        private Manifest.Entry place(GeneratedFile file, PartPlan part) throws IOException {
            RelativePath path = file.path();
            if (OwnFiles.contains(path)) {
                throw new IllegalStateException(
                        "emitter `%s` makes `%s`, which is the generator's own"
                                .formatted(file.emitter(), path));
            }
            byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
            Digest wanted = Digest.of(bytes);
            part.fresh.put(path, wanted);
            Manifest.Entry entry = new Manifest.Entry(file.ownership(), file.emitter(), wanted);
            Optional<Manifest.Entry> before = part.known(path);
            if (file.ownership() == Ownership.BUILT && !isToBeBuilt(path)) {
                return entry;
            }
            Found found = view.look(path);
            Optional<Diagnostic> obstacle = obstacles.obstacle(path, found);
            if (obstacle.isPresent()) {
                part.findings.add(
                        obstacle.get().relatedTo(file.origin(), "the file is asked for here"));
                return entry;
            }
            if (part.renamed.isPresent() && part.renamed.get().place(file)) {
                return entry;
            }
            boolean once = file.ownership().isOnce();
            if (found.state() == State.MISSING) {
                if (once && before.isPresent()) {
                    part.actions.add(
                            new FileAction.Keep(path, FileAction.Keep.Reason.DELETED_BY_OWNER));
                    return before.get();
                }
                obstacles.requireWritable(path, State.MISSING, part.findings);
                part.actions.add(new FileAction.Create(path, file.text(), wanted));
                if (file.ownership().isMerged(path)) {
                    peoples.remember(file, part);
                }
                return entry;
            }
            boolean merged = file.ownership().isMerged(path);
            if (merged && scope.isBuild()) {
                return peoples.leave(file, part, entry);
            }
            if (once
                    && !merged
                    && (before.isPresent() || !unfinished.digests().containsKey(path))) {
                return keep(file, part, entry);
            }
            byte[] current;
            try {
                current = folder.read(path);
            } catch (IOException e) {
                part.findings.add(obstacles.unreadable(path, e));
                return entry;
            }
            Digest actual = Arrays.equals(current, bytes) ? wanted : Digest.of(current);
            if (merged) {
                return peoples.merge(file, part, entry, actual, current);
            }
            if (once && !unfinished.wrote(path, actual)) {
                return keep(file, part, entry);
            }
            if (actual.equals(wanted)) {
                part.actions.add(new FileAction.Unchanged(path));
                return entry;
            }
            boolean ours =
                    file.ownership() == Ownership.BUILT
                            || unfinished.wrote(path, actual)
                            || before.map(Manifest.Entry::digest).equals(Optional.of(actual));
            if (ours || scope.force()) {
                obstacles.requireWritable(path, State.FILE, part.findings);
                part.actions.add(
                        new FileAction.Replace(path, file.text(), wanted, Optional.of(actual)));
            } else {
                part.actions.add(new FileAction.Conflict(path, Optional.of(file)));
                RuleDescription rule = before.isPresent() ? PlanRules.EDITED : PlanRules.NOT_OURS;
                part.findings.add(
                        conflict(rule, path, "replaced")
                                .relatedTo(file.origin(), "the file is asked for here"));
            }
            return entry;
        }

        private Manifest.Entry keep(GeneratedFile file, PartPlan part, Manifest.Entry entry) {
            Optional<Manifest.Entry> before = part.known(file.path());
            part.actions.add(new FileAction.Keep(file.path(), reason(file.ownership())));
            if (file.ownership() == Ownership.APPEND_ONCE
                    && before.isPresent()
                    && !before.get().digest().equals(entry.digest())) {
                part.findings.add(
                        PlanRules.OUTDATED_ONCE
                                .at(
                                        folder.place(file.path()),
                                        "this was written for an earlier state of the spec and is never"
                                                + " changed",
                                        "add a migration for what is new; generating into an empty"
                                                + " folder shows it as it would be written today")
                                .relatedTo(file.origin(), "the file is asked for here"));
            }
            return before.orElse(entry);
        }

        /** Decides about a file that was wanted once. */
        private void retire(RelativePath path, Manifest.Entry old, PartPlan part)
                throws IOException {
            boolean merged = old.ownership().isMerged(path);
            if (old.ownership() == Ownership.APPEND_ONCE) {
                if (part.gone) {
                    leave(path);
                } else {
                    part.entries.put(path, old);
                }
                return;
            }
            if (old.ownership() == Ownership.BUILT
                    || actions.containsKey(path)
                    || part.tookFrom(path)) {
                return;
            }
            if (old.ownership() == Ownership.SCAFFOLDED && scope.isBuild()) {
                part.contested = true;
                part.entries.put(path, old);
                return;
            }
            if (merged) {
                peoples.forget(path, part);
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
                findings.add(obstacles.unreadable(path, e));
                return;
            }
            boolean ours = actual.equals(old.digest()) || unfinished.wrote(path, actual);
            boolean generated = old.ownership() == Ownership.GENERATED;
            if (ours || (generated && scope.force())) {
                obstacles.requireWritable(path, State.FILE, findings);
                put(new FileAction.Delete(path, actual));
            } else if (generated) {
                put(new FileAction.Conflict(path, Optional.empty()));
                findings.add(conflict(PlanRules.EDITED, path, "deleted"));
                part.entries.put(path, old);
                part.contested = true;
            } else {
                leave(path);
            }
        }

        /** Leaves to its owner what nothing is made of any more. */
        private void leave(RelativePath path) throws IOException {
            Found found = view.look(path);
            if (found.state() == State.FILE && found.at().equals(path)) {
                left.add(path);
                findings.add(
                        PlanRules.LEFT_BEHIND.at(
                                folder.place(path),
                                "the spec asks for this file no more; it is yours, and stays",
                                "delete it, or make it part of something else"));
            }
        }

        /** Finds what people wrote that does not fit what is going to be. */
        private void findWhatBreaks() throws IOException {
            Set<RelativePath> deleted =
                    actions.values().stream()
                            .filter(FileAction.Delete.class::isInstance)
                            .map(FileAction::path)
                            .collect(Collectors.toSet());
            Set<String> made =
                    actions.values().stream()
                            .filter(
                                    action ->
                                            action instanceof FileAction.Create
                                                    || action instanceof FileAction.Moved)
                            .map(action -> JavaType.of(action.path()).map(JavaType::qualified))
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet());
            RemovedTypes removed = new RemovedTypes(deleted, made);
            ChangedTypes changed = new ChangedTypes(rewritten(false));
            ChangedTypes renamed = new ChangedTypes(rewritten(true));
            if (removed.isEmpty() && renamed.isEmpty()) {
                return;
            }
            Map<RelativePath, FileAction.Write> following = following();
            for (PeoplesJava file : PeoplesJava.in(folder)) {
                RelativePath path = file.path();
                FileAction.Write next = following.get(path);
                if (next != null) {
                    PeoplesJava then =
                            new PeoplesJava(next.path(), folder.source(next.path(), next.text()));
                    removed.namedIn(then).ifPresent(findings::add);
                    findings.addAll(renamed.usesIn(then));
                } else if (!left.contains(path)
                        && !deleted.contains(path)
                        && parts.stream().noneMatch(part -> part.tookFrom(path))) {
                    removed.namedIn(file).ifPresent(findings::add);
                    findings.addAll(changed.usesIn(file));
                }
            }
        }

        /**
         * The files that are there and will have other bytes.
         *
         * @param following for uses in files that follow a rename: then also those that move by it
         */
        private List<ChangedTypes.Rewritten> rewritten(boolean following) {
            List<ChangedTypes.Rewritten> all = new ArrayList<>();
            for (PartPlan part : parts) {
                for (FileAction action : part.actions) {
                    if (following
                            && part.renamed.isPresent()
                            && (action instanceof FileAction.Replace
                                    || action instanceof FileAction.Create)) {
                        FileAction.Write write = (FileAction.Write) action;
                        RenamedFiles names = part.renamed.get();
                        all.add(
                                new ChangedTypes.Rewritten(
                                        write.path(),
                                        write.text(),
                                        () -> names.before(write.path())));
                    } else if (action instanceof FileAction.Replace replace) {
                        all.add(
                                new ChangedTypes.Rewritten(
                                        replace.path(),
                                        replace.text(),
                                        () ->
                                                Optional.of(
                                                        new String(
                                                                folder.read(replace.path()),
                                                                StandardCharsets.UTF_8))));
                    }
                }
            }
            return all;
        }

        /** What becomes of people's files that follow a rename, by where they are now. */
        private Map<RelativePath, FileAction.Write> following() {
            Map<RelativePath, FileAction.Write> following = new HashMap<>();
            for (FileAction action : actions.values()) {
                if (action instanceof FileAction.Moved moved) {
                    following.put(moved.from(), moved);
                } else if (action instanceof FileAction.Followed followed) {
                    following.put(followed.path(), followed);
                }
            }
            return following;
        }

        /** Decides about what a killed run left that nobody wants any more. */
        private void retireUnfinished() throws IOException {
            if (unfinished.digests().isEmpty()) {
                return;
            }
            Set<RelativePath> remembered = new HashSet<>();
            parts.forEach(part -> remembered.addAll(part.known.entries().keySet()));
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
                    obstacles.requireWritable(path, State.FILE, findings);
                    put(new FileAction.Delete(path, actual));
                }
            }
        }

        private void put(FileAction action) {
            if (actions.putIfAbsent(action.path(), action) != null) {
                findings.add(
                        EmitRules.PATH_CLAIMED_TWICE.at(
                                folder.place(action.path()),
                                "two parts of the workspace have this file"));
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
    }

    /** Why a file that is there stays as it is, although the generator would make another one. */
    private static FileAction.Keep.Reason reason(Ownership ownership) {
        return ownership == Ownership.SCAFFOLDED
                ? FileAction.Keep.Reason.OWNED
                : FileAction.Keep.Reason.APPEND_ONCE;
    }
}
