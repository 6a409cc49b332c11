package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Specs made by chance: whatever they say, what is generated compiles without a warning and passes
 * its own tests that need no container. The profile {@code random-specs} tries a thousand; {@code
 * -Dspecs}, {@code -Dseed} and {@code -Drefused=true} say how many, which, and what was refused.
 */
class RandomSpecsTest {
    private static final long SPECS = Long.getLong("specs", 6);
    private static final long SEED = Long.getLong("seed", 1);

    /** So many in a hundred specs may be refused with findings: chance says what makes no sense. */
    private static final long MOST_REFUSED = 20;

    private static final String REFUSED = "refused";

    private static final List<Emitter> EMITTERS =
            ServiceLoader.load(Emitter.class).stream().map(ServiceLoader.Provider::get).toList();

    @TempDir private Path folder;

    @Test
    void becomeServicesThatPassTheirTests() {
        List<String> failures = new ArrayList<>();
        long[] refused = {0};
        LongStream.range(SEED, SEED + SPECS)
                .forEach(
                        seed -> {
                            String spec = RandomSpec.of(seed);
                            Optional<String> problem = problem(spec, seed);
                            if (problem.isEmpty()) {
                                return;
                            }
                            if (problem.get().startsWith(REFUSED)) {
                                refused[0]++;
                                if (Boolean.getBoolean("refused")) {
                                    System.out.println(seed + ": " + problem.get());
                                }
                                return;
                            }
                            String kind = problem.get().lines().findFirst().orElse("");
                            String least = shrunk(spec, seed, kind);
                            failures.add(
                                    "seed %d: %s%n%s"
                                            .formatted(
                                                    seed, problem(least, seed).orElse(""), least));
                        });
        System.out.printf(
                "%d random specs from seed %d: %d refused, %d failed%n",
                SPECS, SEED, refused[0], failures.size());

        assertThat(failures).isEmpty();
        assertThat(refused[0]).isLessThanOrEqualTo(Math.max(2, SPECS * MOST_REFUSED / 100));
    }

    /** What is wrong with a spec; the first line says of which kind it is. */
    private Optional<String> problem(String spec, long seed) {
        try {
            Validated<WorkspaceModel> model =
                    new YamlReader()
                            .read(new SourceFile("random.yaml", spec))
                            .then(SpecDecoder::decode)
                            .then(Linker::link);
            if (model.value().isEmpty()) {
                return Optional.of(
                        REFUSED
                                + "\n"
                                + model.diagnostics().stream()
                                        .filter(Diagnostic::isError)
                                        .map(Diagnostic::message)
                                        .toList());
            }
            SortedMap<String, GeneratedFile> files =
                    GoldenFiles.of("random.yaml", spec, EMITTERS.toArray(Emitter[]::new));
            List<GeneratedFile> java =
                    files.values().stream()
                            .filter(file -> file.path().value().endsWith(".java"))
                            .toList();
            Path classes = Files.createTempDirectory(folder, "seed-" + seed);
            List<String> findings =
                    JavaCompilation.findings(java, classes, NamesCompileIT.LIBRARIES);
            return findings.isEmpty()
                    ? failedTests(java, classes)
                    : Optional.of("does not compile\n" + String.join("\n", findings));
        } catch (IOException | RuntimeException | AssertionError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Optional.of(e.getClass() + "\n" + trace);
        }
    }

    private static Optional<String> failedTests(List<GeneratedFile> java, Path classes)
            throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            LauncherDiscoveryRequest request =
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(tests(java).map(DiscoverySelectors::selectClass).toList())
                            .configurationParameter(
                                    "junit.jupiter.extensions.autodetection.enabled", "false")
                            .build();
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            Launcher launcher = LauncherFactory.create();
            launcher.execute(request, summary);
            if (summary.getSummary().getTestsFoundCount() == 0) {
                return Optional.of("has no tests");
            }
            if (summary.getSummary().getTotalFailureCount() == 0) {
                return Optional.empty();
            }
            StringWriter text = new StringWriter();
            summary.getSummary().printFailuresTo(new PrintWriter(text), 3);
            return Optional.of("fails its own tests\n" + text);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Those that need neither a container nor a database. */
    private static Stream<String> tests(List<GeneratedFile> java) {
        return java.stream()
                .map(file -> file.path().value())
                .filter(path -> path.contains("test/java/") && path.endsWith("Test.java"))
                .filter(path -> !path.matches(".*/(postgres|web|config|platform)/.*"))
                .filter(path -> !path.endsWith("ArchitectureTest.java"))
                .map(
                        path ->
                                path.substring(path.indexOf("test/java/") + "test/java/".length())
                                        .replace(".java", "")
                                        .replace('/', '.'));
    }

    /** The spec without the lines that the problem does not need. */
    private String shrunk(String spec, long seed, String kind) {
        String least = spec;
        boolean again = true;
        while (again) {
            again = false;
            List<String> lines = least.lines().toList();
            for (int i = lines.size() - 1; i > 0; i--) {
                List<String> fewer = new ArrayList<>(lines);
                fewer.remove(i);
                String tried = String.join("\n", fewer) + "\n";
                if (problem(tried, seed).filter(problem -> problem.startsWith(kind)).isPresent()) {
                    least = tried;
                    again = true;
                    break;
                }
            }
        }
        return least;
    }
}
