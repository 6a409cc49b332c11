package io.contextmill.emitters.history;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.emit.Emitters;
import io.contextmill.emitters.Folders;
import io.contextmill.emitters.JavaCompilation;
import io.contextmill.emitters.random.Chance;
import io.contextmill.model.RenameRules;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.PlanRules;
import io.contextmill.words.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The life of one project: week by week the spec and the files change, and it is regenerated. */
final class History {
    /** What a person is told to look after, for it will not compile. */
    private static final Set<RuleId> TO_MEND =
            Set.of(
                    PlanRules.REFERS_TO_REMOVED.id(),
                    PlanRules.BREAKS_OWNED.id(),
                    PlanRules.LEFT_BEHIND.id(),
                    RenameRules.NOT_FOLLOWED.id());

    private static final Pipeline PIPELINE =
            new Pipeline(Steps.standard(), Emitters.load(History.class.getClassLoader()));

    private final Path spec;
    private final Path classes;
    private final Path folder;
    private final Tree tree;
    private final SpecDraft draft;
    private final People people;
    private final Chance chance;
    private final Compiled compiled;
    private final boolean forgetful;
    private final Counts counts;
    private final List<String> log = new ArrayList<>();
    private SortedMap<String, String> before = new TreeMap<>();

    /** Which states are compiled. */
    enum Compiled {
        ALL,
        LAST
    }

    /** What happened in some histories. */
    static final class Counts {
        int regenerations;
        int edits;
        int changes;
        int refusals;
        int conflicts;
        int renamed;
        int mended;
        int states;

        @Override
        public String toString() {
            return "%d changes of specs, %d of people, %d regenerations, %d refused, %d files with conflicts, %d renamed, %d mended after a finding, %d states compiled"
                    .formatted(
                            changes,
                            edits,
                            regenerations,
                            refusals,
                            conflicts,
                            renamed,
                            mended,
                            states);
        }
    }

    /** What is not as it is promised; the message says what led to it. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param folder empty; whatever is made is in it
     * @param forgetful whether the manifests are made to say that files are as they were generated,
     *     whoever changed them
     */
    History(Path folder, long seed, Compiled compiled, boolean forgetful, Counts counts) {
        this.folder = folder;
        this.compiled = compiled;
        this.forgetful = forgetful;
        this.counts = counts;
        this.chance = new Chance(seed);
        this.draft = new SpecDraft(chance, chance.maybe(0.25));
        this.spec = folder.resolve(draft.fileName());
        this.classes = folder.resolve("classes");
        this.tree = new Tree(folder.resolve("project"));
        this.people = new People(chance, tree);
    }

    /**
     * Lives through it.
     *
     * @throws Broken at the first promise that is not kept
     */
    void live(int weeks) {
        try {
            regenerate(weeks == 0);
            for (int week = 1; week <= weeks; week++) {
                log.add("week " + week);
                for (int i = chance.between(1, 3); i > 0; i--) {
                    changeSpec();
                }
                for (int i = chance.between(0, 4); i > 0; i--) {
                    people.act()
                            .ifPresent(
                                    what -> {
                                        counts.edits++;
                                        log.add("  " + what);
                                    });
                }
                if (chance.maybe(0.1)) {
                    saveBroken();
                }
                regenerate(week == weeks);
            }
        } catch (RuntimeException | AssertionError e) {
            throw new Broken("%s%n%s%n%s".formatted(e, String.join("\n", log), draft.text()), e);
        }
    }

    private void changeSpec() {
        Object saved = draft.saved();
        String what = draft.edit().orElse("");
        if (what.isEmpty()) {
            return;
        }
        write(spec, draft.text());
        Outcome outcome = PIPELINE.run(spec, new Goal.Validate());
        if (outcome.hasErrors()) {
            log.add("  not: " + what + ", " + errors(outcome));
            draft.restore(saved);
        } else {
            counts.changes++;
            log.add("  " + what);
        }
    }

    /** Somebody saves the spec in the middle of a change. */
    private void saveBroken() {
        String text = draft.text();
        SortedMap<String, String> files = tree.files();
        write(spec, text.substring(0, text.length() - chance.between(2, 12)) + "\n  x: [");
        require(generate(tree, false).hasErrors(), "a broken spec is taken");
        require(files.equals(tree.files()), "a broken spec changes files");
    }

    private void regenerate(boolean last) {
        write(spec, draft.text());
        if (forgetful) {
            forget();
        }
        Outcome outcome = generate(tree, false);
        boolean forced = false;
        while (outcome.hasErrors()) {
            require(
                    !forced && outcome.plan().isPresent() && outcome.applied().isEmpty(),
                    "refused: " + errors(outcome));
            forced = decideAboutGenerated(outcome);
            outcome = generate(tree, forced);
        }
        require(
                outcome.applied().isPresent() && outcome.applied().get().isComplete(),
                "not done: " + outcome.diagnostics());
        counts.regenerations++;
        Set<String> renames = renamed(outcome);
        require(people.lost().isEmpty(), "lost: " + people.lost());
        settleConflicts();

        Outcome again = generate(tree, false);
        require(!again.hasErrors(), "refused the second time: " + errors(again));
        SortedMap<String, String> files = tree.files();
        require(
                again.plan().isPresent() && !again.plan().get().changesAnything(),
                "the second regeneration would change " + again.plan());
        require(files.equals(tree.files()), "the second regeneration changed files");

        draft.generated();
        compare(renames);
        mend(outcome);
        if (last || compiled == Compiled.ALL) {
            compile();
        }
        before = tree.projectFiles();
    }

    /** What people edited of the generator's is refused: they take it back, or give it up. */
    private boolean decideAboutGenerated(Outcome refused) {
        counts.refusals++;
        List<String> paths =
                refused.plan().orElseThrow().actions().stream()
                        .filter(action -> action instanceof FileAction.Conflict)
                        .map(action -> action.path().value())
                        .toList();
        require(!paths.isEmpty(), "refused: " + errors(refused));
        require(
                paths.stream().allMatch(path -> People.isMarked(tree.read(path))),
                "nobody edited one of " + paths);
        boolean force = chance.maybe(0.4);
        log.add((force ? "  give up " : "  take back ") + paths);
        paths.forEach(force ? people::giveUp : people::takeBack);
        return force;
    }

    private static Set<String> renamed(Outcome outcome) {
        Set<String> renamed = new TreeSet<>();
        for (FileAction action : outcome.plan().orElseThrow().actions()) {
            if (action instanceof FileAction.Moved moved) {
                renamed.add(moved.path().value());
            } else if (action instanceof FileAction.Followed followed) {
                renamed.add(followed.path().value());
            }
        }
        return renamed;
    }

    private void settleConflicts() {
        tree.projectFiles()
                .forEach(
                        (path, text) -> {
                            if (text.lines().anyMatch(line -> line.startsWith("<<<<<<< "))) {
                                counts.conflicts++;
                                log.add("  decide the conflicts in " + path);
                                people.settle(path);
                            }
                        });
        require(people.lost().isEmpty(), "lost in a conflict: " + people.lost());
    }

    /** The tree is a fresh one, with what people wrote and without what they deleted. */
    private void compare(Set<String> renames) {
        counts.renamed += renames.size();
        Tree fresh = new Tree(folder.resolve("fresh"));
        remove(fresh.root());
        require(!generate(fresh, false).hasErrors(), "a fresh generation is refused");
        SortedMap<String, String> wanted = fresh.projectFiles();
        SortedMap<String, String> there = tree.projectFiles();
        wanted.keySet().removeIf(History::isMigration);
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            String path = file.getKey();
            String text = there.get(path);
            if (text == null) {
                require(people.deleted().contains(path), path + " is missing");
            } else if (!people.settled().contains(path)) {
                String own = People.without(text);
                boolean owned = path.contains("src/main/java/") || path.contains("src/test/java/");
                require(
                        own.equals(file.getValue())
                                || (owned
                                        && (renames.contains(path)
                                                || own.equals(
                                                        People.without(
                                                                before.getOrDefault(path, ""))))),
                        path + " is another than a fresh one");
            }
        }
        there.forEach(
                (path, text) ->
                        require(
                                wanted.containsKey(path)
                                        || isMigration(path)
                                        || People.isMarked(text),
                                path + " is left over"));
    }

    private static boolean isMigration(String path) {
        return path.contains("/db/migration/") && !path.contains("src/generated");
    }

    /** People look after what they are told to, by taking out what they wrote. */
    private void mend(Outcome outcome) {
        OutputFolder output = new OutputFolder(tree.root());
        for (Diagnostic finding : outcome.diagnostics()) {
            output.relative(finding.span())
                    .filter(path -> TO_MEND.contains(finding.rule()))
                    .filter(path -> tree.has(path.value()))
                    .ifPresent(
                            path -> {
                                counts.mended++;
                                log.add("  mend %s, %s".formatted(path, finding.message()));
                                people.takeBack(path.value());
                                if (finding.rule().equals(PlanRules.LEFT_BEHIND.id())
                                        && !isMigration(path.value())
                                        && tree.has(path.value())) {
                                    tree.delete(path.value());
                                }
                            });
        }
    }

    private void compile() {
        counts.states++;
        remove(classes);
        try {
            Files.createDirectories(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> findings =
                JavaCompilation.findings(
                        tree.projectFiles(), classes, JavaCompilation.SERVICE_LIBRARIES);
        require(findings.isEmpty(), "does not compile: " + findings);
    }

    private Outcome generate(Tree output, boolean force) {
        return PIPELINE.run(
                spec, new Goal.Generate(new OutputFolder(output.root()), force, file -> {}));
    }

    /** Takes out of the manifests what they tell of edits. */
    private void forget() {
        tree.files()
                .forEach(
                        (path, text) -> {
                            if (path.endsWith(".manifest")) {
                                StringBuilder forgotten = new StringBuilder();
                                text.lines()
                                        .map(this::forgotten)
                                        .forEach(line -> forgotten.append(line).append('\n'));
                                tree.write(path, forgotten.toString());
                            } else if (path.startsWith(".contextmill/original/")) {
                                String of = path.substring(".contextmill/original/".length());
                                if (tree.has(of)) {
                                    tree.write(path, tree.read(of));
                                }
                            }
                        });
    }

    private String forgotten(String line) {
        String[] parts = line.split(" ", 4);
        return parts.length == 4 && parts[2].matches("[0-9a-f]{64}") && tree.has(parts[3])
                ? "%s %s %s %s"
                        .formatted(
                                parts[0],
                                parts[1],
                                Sha256.hex(tree.read(parts[3]).getBytes(StandardCharsets.UTF_8)),
                                parts[3])
                : line;
    }

    private static void remove(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String errors(Outcome outcome) {
        return outcome.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(finding -> finding.span().file().name() + ": " + finding.message())
                .toList()
                .toString();
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new Broken(otherwise);
        }
    }
}
