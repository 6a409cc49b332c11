package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.plan.OwnFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example is what the generator makes of its spec in an empty folder, every file of it and no
 * other file, but for what people wrote, which {@link Example} names.
 *
 * <p>With {@code -Dgolden.update=true} the examples are made anew first: each file that differs is
 * written and each that is no longer made is deleted, the scaffolded files and the migrations too,
 * and never what people wrote. What changed is then to be read as a diff, and committed with what
 * changed it:
 *
 * <pre>
 * mvn -pl generator/emitters -am test -Dtest=GoldenTreeTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true
 * </pre>
 */
class GoldenTreeTest {
    private static final String OWN = OwnFiles.FOLDER.value() + "/";
    private static final String HINT =
            "`-Dgolden.update=true` makes the example anew, but for what people wrote, which Example"
                    + " names; what differs is ";

    @TempDir private static Path fresh;

    private static List<Example> examples() {
        return Example.all();
    }

    private static Path made(Example example) {
        return fresh.resolve(example.folder());
    }

    @BeforeAll
    static void generateIntoEmptyFolders() throws IOException {
        for (Example example : examples()) {
            example.generate(made(example));
            if (Boolean.getBoolean("golden.update")) {
                example.makeAnew(example.living(), made(example));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isExactlyWhatTheEmittersMakeAndPeopleWrote(Example example) throws IOException {
        SortedMap<String, Path> made = example.files(made(example));
        SortedMap<String, Path> golden = example.files(example.living());
        made.keySet().removeIf(path -> path.startsWith(OWN));
        golden.keySet().removeIf(path -> path.startsWith(OWN));

        assertThat(made).isNotEmpty();
        for (String path : made.keySet()) {
            if (golden.containsKey(path) && !example.written().contains(path)) {
                assertThat(text(golden, path)).as(HINT + path).isEqualTo(text(made, path));
            }
        }
        Set<String> all = new TreeSet<>(made.keySet());
        all.addAll(example.written());
        assertThat(golden.keySet()).as(HINT + "which files there are").isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysNothingOfPeopleThatTheEmittersMake(Example example) throws IOException {
        SortedMap<String, Path> made = example.files(made(example));
        SortedMap<String, Path> golden = example.files(example.living());

        for (String path : example.written()) {
            if (made.containsKey(path)) {
                assertThat(text(golden, path)).as(path).isNotEqualTo(text(made, path));
            }
        }
    }

    /** As if nobody had written anything: what people edited is told by comparing it with that. */
    @ParameterizedTest
    @MethodSource("examples")
    void hasTheManifestsOfThatRun(Example example) throws IOException {
        SortedMap<String, Path> made = example.files(made(example));
        SortedMap<String, Path> golden = example.files(example.living());
        made.keySet().removeIf(path -> !path.startsWith(OWN));
        golden.keySet().removeIf(path -> !path.startsWith(OWN));

        assertThat(made.keySet()).anyMatch(path -> path.endsWith(".manifest"));
        assertThat(golden.keySet())
                .as(HINT + "which files of its own the generator has there")
                .isEqualTo(made.keySet());
        for (String path : made.keySet()) {
            assertThat(text(golden, path)).as(HINT + path).isEqualTo(text(made, path));
        }
    }

    private static String text(SortedMap<String, Path> files, String path) throws IOException {
        return Files.readString(files.get(path), StandardCharsets.UTF_8);
    }
}
