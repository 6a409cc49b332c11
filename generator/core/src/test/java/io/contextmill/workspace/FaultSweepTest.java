package io.contextmill.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contextmill.plan.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stops a run at the system calls by which it changes its folder: it is killed there, or told that
 * the disk is full. Every file is whole then, and has in it what people wrote; the next run makes
 * of them what it makes where nothing went wrong. The build tries a few calls; {@code
 * -Dcontextmill.faults=all} tries each. Needs strace.
 */
class FaultSweepTest {
    private static final boolean ALL = "all".equals(System.getProperty("contextmill.faults"));
    private static final int SOME = 2;
    private static final int ROUNDS = ALL ? 200 : 10;
    private static final Pattern CALL = Pattern.compile("^(\\d+) +\\w+\\(.*");
    private static final String OURS = "ours, by hand";

    @TempDir private Path temp;
    private Path before;
    private Map<String, String> after;

    /** A project that people work on, and what two more runs make of it. */
    @BeforeEach
    void generate() throws IOException {
        before = temp.resolve("before");
        KilledWriter.generate(new OutputFolder(before), 0);
        append(before.resolve("notes/file4.md"), OURS + " 1\n");
        append(
                before.resolve(KilledWriter.MAIN + KilledWriter.name(0) + "Behaviour.java"),
                "// " + OURS + " 2\n");
        Files.writeString(
                before.resolve(KilledWriter.MAIN + "Mine.java"),
                "package com.example.order;\n\n// %s 3%nclass Mine { %s it; }%n"
                        .formatted(OURS, KilledWriter.name(0)));
        Path reference = temp.resolve("reference");
        copy(before, reference);
        KilledWriter.generate(new OutputFolder(reference), 1);
        KilledWriter.generate(new OutputFolder(reference), 2);
        after = KilledWriter.tree(reference);
        assertThat(edits(after)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "rename, signal=KILL",
        "unlink|^rmdir, signal=KILL",
        "mkdir, signal=KILL",
        "p?write, signal=KILL",
        "rename, error=ENOSPC",
        "mkdir, error=ENOSPC",
        "p?write, error=ENOSPC",
    })
    void whatever_call_fails_files_are_whole_and_nothing_of_people_is_lost(
            String call, String fault) throws IOException, InterruptedException {
        assumeTrue(isTraceable(), "strace is not there, or may not trace");
        List<Integer> points = points(calls(call));
        assertThat(points).isNotEmpty();
        int hits = 0;
        for (int point : points) {
            Path out = temp.resolve("faulty " + point);
            copy(before, out);

            String log =
                    run(
                            out,
                            call,
                            "/dev/null",
                            "-e",
                            "inject=/^%s:%s:when=%d".formatted(call, fault, point));

            String when = call + " " + point + ", " + fault;
            hits += log.strip().equals("1") ? 0 : 1;
            assertThat(log)
                    .as(when)
                    .matches(
                            "(?s)(1\\s*)?|.*IllegalStateException: \\[Diagnostic\\[rule=output\\.write-failed,.*");
            Map<String, String> there = KilledWriter.tree(out);
            // What moves is at both places for a moment.
            assertThat(edits(there)).as(when).hasSameElementsAs(edits(after));
            KilledWriter.requireWhole(there, when);
            KilledWriter.generate(new OutputFolder(out), 2);
            Map<String, String> next = KilledWriter.tree(out);
            assertThat(next.keySet()).as(when).isEqualTo(after.keySet());
            assertThat(next.keySet())
                    .as(when)
                    .allMatch(path -> Objects.equals(next.get(path), after.get(path)));
        }
        System.out.printf(
                "%s at %s: %d calls, %d of them in the middle of the run%n",
                fault, call, points.size(), hits);
        assertThat(hits).isPositive();
    }

    private static List<Integer> points(int calls) {
        List<Integer> all = new ArrayList<>(IntStream.rangeClosed(1, calls).boxed().toList());
        if (!ALL) {
            Random random = new Random(20261129);
            while (all.size() > SOME) {
                all.remove(random.nextInt(all.size()));
            }
        }
        return all;
    }

    /** Several at once: each run is done as a whole, or turned away. */
    @Test
    void several_processes_at_once_lose_nothing() throws IOException, InterruptedException {
        Path out = temp.resolve("shared");
        copy(before, out);
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> command = new ArrayList<>(writer(out, 1, 2));
            command.add(Integer.toString(ROUNDS));
            writers.add(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(temp.resolve("writer" + i + ".log").toFile())
                            .start());
        }
        List<String> told = new ArrayList<>();
        for (int i = 0; i < writers.size(); i++) {
            assertThat(writers.get(i).waitFor(ALL ? 600 : 60, TimeUnit.SECONDS)).isTrue();
            told.addAll(Files.readAllLines(temp.resolve("writer" + i + ".log")));
        }
        System.out.println(
                "3 processes: "
                        + told.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                line -> line, Collectors.counting())));

        assertThat(told).hasSize(3 * 2 * ROUNDS);
        assertThat(told)
                .allMatch(line -> line.matches("[12]|output\\.locked|output\\.changed-meanwhile"));
        assertThat(told).contains("1", "2");
        KilledWriter.requireWhole(KilledWriter.tree(out), "after all");
        KilledWriter.generate(new OutputFolder(out), 2);
        assertThat(KilledWriter.tree(out)).isEqualTo(after);
    }

    /** How often a run makes such a call, in the thread that does so most often. */
    private int calls(String call) throws IOException, InterruptedException {
        Path out = temp.resolve("counted " + call.replaceAll("\\W", ""));
        copy(before, out);
        Path trace = temp.resolve("trace");
        run(out, call, trace.toString());
        Map<String, Integer> byThread = new HashMap<>();
        for (String line : Files.readAllLines(trace)) {
            Matcher made = CALL.matcher(line);
            if (made.matches()) {
                byThread.merge(made.group(1), 1, Integer::sum);
            }
        }
        assertThat(KilledWriter.tree(out)).isNotEqualTo(KilledWriter.tree(before));
        return byThread.values().stream().mapToInt(calls -> calls).max().orElse(0);
    }

    /** What the writer says when it generates state 1, and strace notes such calls of it. */
    private static String run(Path out, String call, String trace, String... options)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of("strace", "-f", "-qq", "-o", trace, "-e", "trace=/^" + call));
        command.addAll(List.of(options));
        command.addAll(writer(out, 1, 1));
        Path log = out.resolveSibling("writer.log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(log);
    }

    private static List<String> writer(Path out, int first, int last) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                out.toString(),
                Integer.toString(first),
                Integer.toString(last));
    }

    private static boolean isTraceable() {
        try {
            return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lines that people wrote, each as often as it is there. */
    private static List<String> edits(Map<String, String> tree) {
        return tree.entrySet().stream()
                .filter(file -> !file.getKey().startsWith(".contextmill/"))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> line.contains(OURS))
                .sorted()
                .toList();
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
