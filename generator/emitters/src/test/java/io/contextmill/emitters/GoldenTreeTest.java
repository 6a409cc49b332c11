package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.Emitters;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example is what the generator makes of its spec into an empty folder: every file of it, and
 * no other file.
 *
 * <p>With {@code -Dgolden.update=true} the examples are made anew first: each file that differs is
 * written and each that is no longer made is deleted, the scaffolded files and the migrations too.
 * What changed is then to be read as a diff, and committed with what changed it:
 *
 * <pre>
 * mvn -pl generator/emitters -am test -Dtest=GoldenTreeTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true
 * </pre>
 */
class GoldenTreeTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final String OWN = OwnFiles.FOLDER.value() + "/";
    private static final String HINT =
            "`-Dgolden.update=true` makes the example anew; what differs is ";

    private static final Set<String> UNCOMMITTED =
            Set.of(OwnFiles.GITIGNORE.value(), OwnFiles.LOCK.value(), OwnFiles.RENDERED.value());

    @TempDir private static Path fresh;

    /**
     * An example: a folder with its spec in it, which the generator leaves alone.
     *
     * @param spec what is generated from, below the folder
     * @param sources the files of the spec
     * @param manifests what is remembered of its parts
     */
    private record Example(
            String folder, String spec, Set<String> sources, List<String> manifests) {

        @Override
        public String toString() {
            return folder;
        }

        Path golden() {
            return EXAMPLES.resolve(folder);
        }

        Path made() {
            return fresh.resolve(folder);
        }
    }

    private static List<Example> examples() {
        return List.of(
                new Example("order", "order.yaml", Set.of("order.yaml"), List.of("order")),
                workspace("shop"),
                workspace("shop-detailed"));
    }

    private static Example workspace(String folder) {
        return new Example(
                folder,
                "",
                Set.of(
                        "contextmill.yaml",
                        "contexts/order.yaml",
                        "contexts/inventory.yaml",
                        "contexts/payment.yaml"),
                List.of("_workspace", "order", "inventory", "payment"));
    }

    @BeforeAll
    static void generateIntoEmptyFolders() throws IOException {
        for (Example example : examples()) {
            Outcome outcome =
                    new Pipeline(
                                    Steps.standard(),
                                    Emitters.load(GoldenTreeTest.class.getClassLoader()))
                            .run(
                                    example.golden().resolve(example.spec),
                                    new Goal.Generate(
                                            new OutputFolder(example.made()), false, file -> {}));
            assertThat(outcome.hasErrors()).as(outcome.diagnostics().toString()).isFalse();
            assertThat(outcome.applied()).isPresent();
            if (Boolean.getBoolean("golden.update")) {
                update(example);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isExactlyWhatTheEmittersMake(Example example) throws IOException {
        SortedMap<String, Path> made = files(example.made(), example);
        SortedMap<String, Path> golden = files(example.golden(), example);
        made.keySet().removeIf(path -> path.endsWith(".manifest"));
        golden.keySet().removeIf(path -> path.endsWith(".manifest"));

        assertThat(made).isNotEmpty();
        for (String path : made.keySet()) {
            if (golden.containsKey(path)) {
                assertThat(text(golden, path)).as(HINT + path).isEqualTo(text(made, path));
            }
        }
        assertThat(golden.keySet()).as(HINT + "which files there are").isEqualTo(made.keySet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasTheManifestsOfThatRun(Example example) throws IOException {
        for (String name : example.manifests) {
            Path manifest = Path.of(OwnFiles.FOLDER.value(), name + ".manifest");
            assertThat(example.golden().resolve(manifest))
                    .as(HINT + manifest)
                    .hasSameBinaryContentAs(example.made().resolve(manifest));
        }
        assertThat(
                        files(example.golden(), example).keySet().stream()
                                .filter(path -> path.startsWith(OWN)))
                .as(HINT + "which files of its own the generator has there")
                .isSubsetOf(files(example.made(), example).keySet());
    }

    private static String text(SortedMap<String, Path> files, String path) throws IOException {
        return Files.readString(files.get(path), StandardCharsets.UTF_8);
    }

    private static void update(Example example) throws IOException {
        SortedMap<String, Path> made = files(example.made(), example);
        for (var old : files(example.golden(), example).entrySet()) {
            if (!made.containsKey(old.getKey())) {
                Files.delete(old.getValue());
            }
        }
        for (var file : made.entrySet()) {
            byte[] content = Files.readAllBytes(file.getValue());
            Path golden = example.golden().resolve(file.getKey());
            if (!Files.exists(golden) || !Arrays.equals(Files.readAllBytes(golden), content)) {
                Files.createDirectories(golden.getParent());
                Files.write(golden, content);
            }
        }
    }

    /** The files of a generated project by path, without its spec and what its builds leave. */
    private static SortedMap<String, Path> files(Path project, Example example) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    files.put(
                                            project.relativize(file).toString().replace('\\', '/'),
                                            file));
        }
        files.keySet()
                .removeIf(
                        path ->
                                example.sources.contains(path)
                                        || path.matches("([^/]+/)?target/.*")
                                        || UNCOMMITTED.contains(path));
        return files;
    }
}
