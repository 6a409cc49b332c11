package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.Emitters;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.OutputFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** Projects as their owners have them: generated into a folder, built with nothing but Maven. */
public final class MavenRun {
    private static final Pattern TESTS = Pattern.compile("<testsuite [^>]*?tests=\"(\\d+)\"");
    private static final Pattern NOT_PASSED =
            Pattern.compile("<testsuite [^>]*?(errors|failures|skipped)=\"[1-9]");

    private MavenRun() {}

    /**
     * Generates a project and fails unless Maven builds it without a warning and all of its tests
     * pass, of which there are more than so many.
     *
     * @param name of its folder
     */
    public static void assertBuildsAndPassesItsTests(String name, Path spec, int tests)
            throws Exception {
        Path project = target().resolve("generated services").resolve(name);
        Folders.remove(project);

        Outcome outcome =
                new Pipeline(Steps.standard(), Emitters.load(MavenRun.class.getClassLoader()))
                        .run(spec, new Goal.Generate(new OutputFolder(project), false, file -> {}));
        assertThat(outcome.hasErrors()).as(outcome.diagnostics().toString()).isFalse();

        Path log = project.resolveSibling(name + ".log");
        InvocationResult build = verify(project, log);

        assertThat(build.getExecutionException()).isNull();
        assertThat(build.getExitCode()).as(Files.readString(log)).isZero();
        assertThat(Files.readAllLines(log)).noneMatch(line -> line.startsWith("[WARNING]"));
        assertThat(reports(project))
                .isNotEmpty()
                .noneMatch(report -> NOT_PASSED.matcher(report).find());
        assertThat(reports(project).stream().mapToInt(MavenRun::tests).sum()).isGreaterThan(tests);
    }

    private static InvocationResult verify(Path project, Path log)
            throws MavenInvocationException, IOException {
        InvocationRequest request = new DefaultInvocationRequest();
        request.setPomFile(project.resolve("pom.xml").toFile());
        request.addArg("verify");
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        request.setOffline(System.getProperty("contextmill.mode", "").equals("offline: true"));
        request.setMavenHome(new File(System.getProperty("contextmill.maven-home", "")));
        request.setProperties(new Properties());
        try (var lines = Files.newBufferedWriter(log)) {
            request.setOutputHandler(
                    line -> {
                        lines.write(line);
                        lines.newLine();
                    });
            return new DefaultInvoker().execute(request);
        }
    }

    /** Those of a service, or of all modules of a workspace. */
    private static List<String> reports(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project, 4)) {
            return files.filter(file -> file.toString().matches(".*surefire-reports.TEST-.*[.]xml"))
                    .map(MavenRun::read)
                    .toList();
        }
    }

    private static int tests(String report) {
        return TESTS.matcher(report)
                .results()
                .map((MatchResult suite) -> suite.group(1))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path target() {
        return Path.of(System.getProperty("contextmill.target", "target"));
    }
}
