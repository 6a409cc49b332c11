package io.contextmill.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.SampleFiles;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.Planner;
import io.contextmill.plan.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program that {@link KillTest} and {@link FaultSweepTest} stop: generates one state of a
 * project after the other into a folder. Every second state gives an aggregate another name.
 */
final class KilledWriter {
    static final int FILES = 60;
    private static final String PACKAGE = "src/generated/java/com/example/order/";

    /** Of the file that people edit, and that moves; below is what they know it by. */
    static final String MAIN = "src/main/java/com/example/order/";

    private KilledWriter() {}

    /**
     * Arguments are the folder, the first state and the last, without which there is no end; and
     * how often all of them are generated, each whether or not the one before could be. Tells of
     * each what was generated, or the rule by which it was turned away.
     */
    public static void main(String[] args) {
        OutputFolder folder = new OutputFolder(Path.of(args[0]));
        int first = Integer.parseInt(args[1]);
        int last = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
        boolean isPatient = args.length > 3;
        for (int round = isPatient ? Integer.parseInt(args[3]) : 1; round > 0; round--) {
            for (int state = first; state <= last; state++) {
                if (isPatient) {
                    System.out.println(
                            errors(folder, state).stream()
                                    .findFirst()
                                    .map(error -> error.rule().toString())
                                    .orElse(Integer.toString(state)));
                } else {
                    generate(folder, state);
                    System.out.println(state);
                }
            }
        }
    }

    static GenerationPlan plan(OutputFolder folder, int state) {
        Stream<GeneratedFile> files = IntStream.range(0, FILES).mapToObj(i -> file(state, i));
        PartFiles part =
                new PartFiles(
                        Optional.of(SampleFiles.context("Order")),
                        Stream.concat(files, named(name(state)).stream()),
                        Optional.of(new PartFiles.Former("", named(name(state - 2)).stream())));
        return new Planner(folder, "9.9", Scope.all(false)).plan(List.of(part));
    }

    /** What the aggregate is called in a state. */
    static String name(int state) {
        return "Thing" + (state + 1) / 2;
    }

    private static List<GeneratedFile> named(String name) {
        String begin = "package com.example.order;\n\n";
        return List.of(
                SampleFiles.generated(
                        PACKAGE + name + ".java", begin + "record " + name + "(int size) {}\n"),
                SampleFiles.scaffolded(
                        MAIN + name + "Behaviour.java",
                        begin + "class " + name + "Behaviour { " + name + " it; }\n"));
    }

    /**
     * @throws IllegalStateException if that is refused
     */
    static void generate(OutputFolder folder, int state) {
        List<Diagnostic> errors = errors(folder, state);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors.toString());
        }
    }

    private static List<Diagnostic> errors(OutputFolder folder, int state) {
        GenerationPlan plan = plan(folder, state);
        List<Diagnostic> findings =
                plan.isRefused()
                        ? plan.diagnostics()
                        : new Workspace(folder).apply(plan).diagnostics();
        return findings.stream().filter(Diagnostic::isError).toList();
    }

    /**
     * Each state has some files of its own, some that change and some that do not; some are
     * people's, and merged.
     */
    private static GeneratedFile file(int state, int i) {
        String folder = "src/generated/java/p" + i % 7 + "/";
        if (i % 10 == 5) {
            // A folder that comes and goes.
            folder = "src/generated/java/q" + state % 3 + "/";
        }
        if (i % 10 == 4) {
            // Only its first line becomes another: there is room for people.
            return SampleFiles.scaffolded(
                    "notes/file" + i + ".md", "state " + state + "\n" + "\nas ever\n".repeat(9));
        }
        if (i % 10 == 3) {
            return SampleFiles.scaffolded("conf/file" + i + ".yaml", text("conf", state, i));
        }
        if (i % 10 == 0) {
            return SampleFiles.generated(
                    folder + "Only" + state % 3 + "x" + i + ".java", text("only", state, i));
        }
        return SampleFiles.generated(
                folder + "File" + i + ".java", text("file", i % 4 == 0 ? 0 : state, i));
    }

    /** Long enough not to be written at once; the last line says that the file is whole. */
    private static String text(String word, int state, int i) {
        String line = word + " " + state + " " + i;
        return (line + "\n").repeat(500) + "end of " + line + "\n";
    }

    /** All files of a folder, those of the generator's own as well, by path. */
    static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return tree;
    }

    /** Fails unless each long file has all of its lines, and those of one state only. */
    static void requireWhole(Map<String, String> tree, String when) {
        tree.forEach(
                (path, text) -> {
                    if (path.matches("src/generated/java/[pq].*|conf/.*")) {
                        List<String> lines = text.lines().toList();
                        assertThat(lines).as("%s: %s", when, path).hasSize(501);
                        assertThat(lines.get(500)).isEqualTo("end of " + lines.get(0));
                        assertThat(lines.subList(0, 500)).containsOnly(lines.get(0));
                    }
                });
    }
}
