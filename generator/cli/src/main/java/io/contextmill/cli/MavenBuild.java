package io.contextmill.cli;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.plan.OutputFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the build of a generated project, as its owner would. */
final class MavenBuild {
    private final OutputFolder project;
    private final Console console;
    private final boolean isWindows;

    MavenBuild(OutputFolder project, Console console) {
        this.project = project;
        this.console = console;
        this.isWindows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /**
     * What came of it.
     *
     * @param tests absent when there was no build
     */
    record Result(Optional<TestCounts> tests, List<Diagnostic> diagnostics) {}

    /**
     * Runs {@code mvn verify} to its end. Its output goes to the error stream; when quiet, to a
     * file.
     */
    Result run() throws IOException, InterruptedException {
        Optional<List<String>> maven = maven();
        if (maven.isEmpty()) {
            return new Result(
                    Optional.empty(),
                    List.of(
                            BuildRules.NO_MAVEN.at(
                                    project.place(),
                                    "the project was not verified: there is no `mvn`",
                                    "install Maven, or set MAVEN_HOME")));
        }
        List<String> command = new ArrayList<>(maven.get());
        command.addAll(List.of("-B", "-ntp", "verify"));
        // Some file systems keep whole seconds only.
        FileTime start = FileTime.fromMillis(System.currentTimeMillis() - 1_000);
        int status = console.isQuiet() ? toLog(command) : toTerminal(command);
        TestCounts tests = TestCounts.read(project.root(), start);
        return new Result(
                Optional.of(tests), status == 0 ? List.of() : List.of(failed(status, tests)));
    }

    private Diagnostic failed(int status, TestCounts tests) {
        StringBuilder message =
                new StringBuilder("the build failed with exit code ").append(status);
        if (!tests.failed().isEmpty()) {
            message.append("; tests that failed: ");
            message.append(
                    String.join(
                            ", ",
                            tests.failed().stream().limit(10).map(t -> "`" + t + "`").toList()));
            if (tests.failed().size() > 10) {
                message.append(" and ").append(tests.failed().size() - 10).append(" more");
            }
        }
        return console.isQuiet()
                ? BuildRules.FAILED.at(
                        project.place(), message.toString(), "its output is in " + log())
                : BuildRules.FAILED.at(project.place(), message.toString());
    }

    private int toTerminal(List<String> command) throws IOException, InterruptedException {
        Process process = process(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            output.transferTo(console.err());
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private int toLog(List<String> command) throws IOException, InterruptedException {
        Files.createDirectories(project.root().resolve("target"));
        Process process =
                process(command).redirectErrorStream(true).redirectOutput(log().toFile()).start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private ProcessBuilder process(List<String> command) {
        return new ProcessBuilder(command)
                .directory(project.root().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
    }

    private File nothing() {
        return new File(isWindows ? "NUL" : "/dev/null");
    }

    private Path log() {
        return project.root().resolve("target").resolve("contextmill-verify.log");
    }

    /** The project's own wrapper, else the first on the PATH, else MAVEN_HOME's. */
    private Optional<List<String>> maven() {
        Path wrapper = project.root().resolve(isWindows ? "mvnw.cmd" : "mvnw");
        if (Files.isRegularFile(wrapper)) {
            return Optional.of(
                    isWindows || Files.isExecutable(wrapper)
                            ? List.of(wrapper.toString())
                            : List.of("sh", wrapper.toString()));
        }
        String name = isWindows ? "mvn.cmd" : "mvn";
        Map<String, String> environment = console.environment();
        Stream<Path> onPath =
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(environment.getOrDefault("PATH", ""))
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(MavenBuild::path);
        Stream<Path> homes =
                Stream.of("MAVEN_HOME", "M2_HOME")
                        .map(variable -> environment.getOrDefault(variable, ""))
                        .filter(home -> !home.isEmpty())
                        .flatMap(MavenBuild::path)
                        .map(home -> home.resolve("bin"));
        return Stream.concat(onPath, homes)
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .map(file -> List.of(file.toAbsolutePath().toString()))
                .findFirst();
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Stream.of();
        }
    }
}
