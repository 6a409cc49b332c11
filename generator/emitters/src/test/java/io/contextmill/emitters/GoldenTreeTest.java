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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example in {@code examples/order} is what the generator makes of its spec into an empty
 * folder: every file of it, and no other file.
 *
 * <p>With {@code -Dgolden.update=true} the example is made anew first: each file that differs is
 * written and each that is no longer made is deleted, the scaffolded files and the migrations too.
 * What changed is then to be read as a diff, and committed with what changed it:
 *
 * <pre>
 * mvn -pl generator/emitters -am test -Dtest=GoldenTreeTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true
 * </pre>
 */
class GoldenTreeTest {
    private static final Path EXAMPLE = Path.of("../../examples/order");
    private static final String SPEC = "order.yaml";
    private static final String OWN = OwnFiles.FOLDER.value() + "/";
    private static final String HINT =
            "`-Dgolden.update=true` makes the example anew; what differs is ";

    @TempDir private static Path fresh;

    @BeforeAll
    static void generateIntoAnEmptyFolder() throws IOException {
        Outcome outcome =
                new Pipeline(Steps.standard(), Emitters.load(GoldenTreeTest.class.getClassLoader()))
                        .run(
                                EXAMPLE.resolve(SPEC),
                                new Goal.Generate(new OutputFolder(fresh), false, file -> {}));
        assertThat(outcome.hasErrors()).as(outcome.diagnostics().toString()).isFalse();
        assertThat(outcome.applied()).isPresent();
        if (Boolean.getBoolean("golden.update")) {
            update();
        }
    }

    @Test
    void isExactlyWhatTheEmittersMake() throws IOException {
        SortedMap<String, Path> made = files(fresh);
        SortedMap<String, Path> golden = files(EXAMPLE);
        made.keySet().removeIf(path -> path.startsWith(OWN));
        golden.keySet().removeIf(path -> path.startsWith(OWN));

        assertThat(made).isNotEmpty();
        for (String path : made.keySet()) {
            if (golden.containsKey(path)) {
                assertThat(text(golden, path)).as(HINT + path).isEqualTo(text(made, path));
            }
        }
        assertThat(golden.keySet()).as(HINT + "which files there are").isEqualTo(made.keySet());
    }

    @Test
    void hasTheManifestOfThatRun() throws IOException {
        Path manifest = Path.of(OwnFiles.manifest("Order").value());

        assertThat(EXAMPLE.resolve(manifest))
                .as(HINT + manifest)
                .hasSameBinaryContentAs(fresh.resolve(manifest));
        assertThat(files(EXAMPLE).keySet().stream().filter(path -> path.startsWith(OWN)))
                .as(HINT + "which files of its own the generator has there")
                .isSubsetOf(files(fresh).keySet());
    }

    private static String text(SortedMap<String, Path> files, String path) throws IOException {
        return Files.readString(files.get(path), StandardCharsets.UTF_8);
    }

    private static void update() throws IOException {
        SortedMap<String, Path> made = files(fresh);
        for (var old : files(EXAMPLE).entrySet()) {
            if (!made.containsKey(old.getKey())) {
                Files.delete(old.getValue());
            }
        }
        for (var file : made.entrySet()) {
            byte[] content = Files.readAllBytes(file.getValue());
            Path golden = EXAMPLE.resolve(file.getKey());
            if (!Files.exists(golden) || !Arrays.equals(Files.readAllBytes(golden), content)) {
                Files.createDirectories(golden.getParent());
                Files.write(golden, content);
            }
        }
    }

    /** The files of a generated project by path, without its spec and what its builds leave. */
    private static SortedMap<String, Path> files(Path project) throws IOException {
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
                                path.equals(SPEC)
                                        || path.startsWith("target/")
                                        || path.equals(OwnFiles.GITIGNORE.value())
                                        || path.equals(OwnFiles.LOCK.value()));
        return files;
    }
}
