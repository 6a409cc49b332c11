package io.contextmill.emitters.random;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.GoldenFiles;
import io.contextmill.emitters.JavaCompilation;
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
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Makes of a spec what the generator makes of it, compiles that, and runs its own tests. */
final class Trial {
    /** How the problem of a spec begins that the generator refuses with findings. */
    static final String REFUSED = "refused";

    private static final List<Emitter> EMITTERS =
            ServiceLoader.load(Emitter.class).stream().map(ServiceLoader.Provider::get).toList();

    private final Path folder;

    /** Compiles into folders of their own in that one. */
    Trial(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with a spec; the first line says of which kind it is. */
    Optional<String> problem(String spec) {
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
            Path classes = Files.createTempDirectory(folder, "spec");
            List<String> findings =
                    JavaCompilation.findings(java, classes, JavaCompilation.SERVICE_LIBRARIES);
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

    /** The spec without the lines that a problem of that kind does not need. */
    String shrunk(String spec, String kind) {
        List<String> least = new ArrayList<>(spec.lines().toList());
        boolean again = true;
        while (again) {
            again = false;
            for (int i = least.size() - 1; i > 0; i--) {
                String line = least.remove(i);
                if (problem(text(least)).filter(found -> found.startsWith(kind)).isPresent()) {
                    again = true;
                } else {
                    least.add(i, line);
                }
            }
        }
        return text(least);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
