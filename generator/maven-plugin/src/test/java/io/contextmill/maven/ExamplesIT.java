package io.contextmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.DiagnosticText;
import io.contextmill.diagnostic.Severity;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratorVersion;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.OwnFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of this repository, made of their specs and of what people wrote on top: the plugin
 * generates what is generated, and the rest is Maven's. One is held to its tests by mutants as
 * well.
 */
class ExamplesIT {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final String PLUGIN =
            "io.contextmill:contextmill-maven-plugin:" + GeneratorVersion.CURRENT + ":";
    private static final Pattern GENERATED = Pattern.compile("([^/]+/)?src/generated(-test)?/.*");
    private static final Pattern TARGET = Pattern.compile("([^/]+/)?target/.*");
    private static final Pattern TEST =
            Pattern.compile("((?:[^/]+/)?)src/(?:generated-)?test/java/(.+Test)\\.java");
    private static final Pattern PASSED =
            Pattern.compile(
                    "(?s).*<testsuite (?=[^>]* tests=\"[1-9])(?=[^>]* errors=\"0\")"
                            + "(?=[^>]* failures=\"0\")(?=[^>]* skipped=\"0\").*");

    private static final Set<String> UNCOMMITTED =
            Set.of(OwnFiles.LOCK.value(), OwnFiles.RENDERED.value(), OwnFiles.UNFINISHED.value());

    private static final Path BUILDS =
            Path.of(System.getProperty("contextmill.target", "target"))
                    .toAbsolutePath()
                    .resolve("living examples");

    private static Path repository = BUILDS;

    @BeforeAll
    static void makeRepository() throws IOException {
        repository =
                PluginRepository.make(
                        BUILDS.resolveSibling("repository with the plugin"), Path.of("..", ".."));
    }

    @ParameterizedTest
    @CsvSource({
        "order, order.yaml, -Ppit -Dcontextmill.spec=order.yaml",
        "shop, contextmill.yaml, ''",
        "shop-detailed, contextmill.yaml, ''"
    })
    void isBuiltFromItsSpecAndPassesItsTests(String name, String spec, String options)
            throws Exception {
        Path example = EXAMPLES.resolve(name);
        Path project = copyWithoutWhatIsGenerated(example, BUILDS.resolve(name));
        List<String> more =
                Stream.of(options.split(" ")).filter(Predicate.not(String::isEmpty)).toList();

        MavenBuild build = maven(project, more, PLUGIN + "generate", "verify", PLUGIN + "check");
        Map<Path, FileTime> before = ProjectFolder.written(project);
        MavenBuild again = maven(project, more, PLUGIN + "generate");

        assertThat(build.status()).as(build.log()).isZero();
        assertThat(warnings(build)).isSubsetOf(warningsAbout(project.resolve(spec)));
        assertThat(texts(project)).isEqualTo(texts(example));
        assertThat(testsThatDidNotPass(project)).isEmpty();
        assertThat(again.status()).as(again.log()).isZero();
        assertThat(ProjectFolder.written(project)).isEqualTo(before);
    }

    private static Path copyWithoutWhatIsGenerated(Path example, Path project) throws IOException {
        ProjectFolder.remove(project);
        for (var file : files(example).entrySet()) {
            if (!GENERATED.matcher(file.getKey()).matches()) {
                Path copy = project.resolve(file.getKey());
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy);
            }
        }
        return project;
    }

    private static MavenBuild maven(Path project, List<String> options, String... goals)
            throws Exception {
        return MavenBuild.run(
                project,
                repository,
                Stream.concat(options.stream(), Stream.of(goals)).toArray(String[]::new));
    }

    private static List<String> warnings(MavenBuild build) {
        return build.log()
                .lines()
                .filter(line -> line.startsWith("[WARNING]"))
                .map(line -> line.substring("[WARNING]".length()).strip())
                .toList();
    }

    /** What a spec of few words is warned of. */
    private static List<String> warningsAbout(Path spec) {
        return DiagnosticText.plain()
                .render(
                        new Pipeline(
                                        Steps.standard(),
                                        Emitters.load(ExamplesIT.class.getClassLoader()))
                                .run(spec, new Goal.Validate()).diagnostics().stream()
                                        .filter(finding -> finding.severity() == Severity.WARNING)
                                        .toList())
                .lines()
                .map(String::strip)
                .toList();
    }

    /** Of the tests that are generated, and of those that people wrote. */
    private static List<String> testsThatDidNotPass(Path project) throws IOException {
        List<String> reports = new ArrayList<>();
        for (var file : files(project).entrySet()) {
            Matcher test = TEST.matcher(file.getKey());
            if (test.matches() && !Files.readString(file.getValue()).contains("@interface")) {
                reports.add(
                        "%starget/surefire-reports/TEST-%s.xml"
                                .formatted(test.group(1), test.group(2).replace('/', '.')));
            }
        }
        assertThat(reports).isNotEmpty();
        reports.removeIf(report -> hasPassed(project.resolve(report)));
        return reports;
    }

    private static boolean hasPassed(Path report) {
        try {
            return Files.exists(report) && PASSED.matcher(Files.readString(report)).matches();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> texts(Path project) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (var file : files(project).entrySet()) {
            texts.put(file.getKey(), Files.readString(file.getValue()));
        }
        return texts;
    }

    /** What is committed of a project, by path. */
    private static SortedMap<String, Path> files(Path project) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(project.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        files.keySet()
                .removeIf(path -> TARGET.matcher(path).matches() || UNCOMMITTED.contains(path));
        return files;
    }
}
