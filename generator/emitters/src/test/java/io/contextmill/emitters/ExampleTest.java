package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.plan.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an example is made anew under the hands of people. */
class ExampleTest {
    private static final Example EXAMPLE = Example.ORDER;
    private static final String DOMAIN = "src/main/java/com/example/order/";
    private static final String BEHAVIOUR = DOMAIN + "OrderBehaviour.java";
    private static final String BEHAVIOUR_TEST =
            "src/test/java/com/example/order/OrderBehaviourTest.java";
    private static final String MANIFEST = ".contextmill/order.manifest";

    @TempDir private Path made;
    @TempDir private Path living;

    @BeforeEach
    void beginAsGenerated() throws IOException {
        EXAMPLE.generate(made);
        EXAMPLE.generate(living);
        Files.writeString(living.resolve("order.yaml"), "the spec");
    }

    @Test
    void whatPeopleWroteStaysAsItIs() throws IOException {
        write(BEHAVIOUR, "decided by people");
        write(BEHAVIOUR_TEST, "tested by people");
        write(DOMAIN + "AlreadyShipped.java", "said by people");
        write("src/test/java/com/example/order/NamedNowhereTest.java", "not named");

        EXAMPLE.makeAnew(living, made);

        SortedMap<String, String> expected = texts(made);
        expected.put(BEHAVIOUR, "decided by people");
        expected.put(BEHAVIOUR_TEST, "tested by people");
        expected.put(DOMAIN + "AlreadyShipped.java", "said by people");
        expected.put("src/test/java/com/example/order/NamedNowhereTest.java", "not named");
        assertThat(texts(living)).isEqualTo(expected);
        assertThat(living.resolve("order.yaml")).hasContent("the spec");
    }

    @Test
    void whatTheGeneratorMakesIsAsItMakesIt() throws IOException {
        write("src/generated/java/com/example/order/Order.java", "edited");
        write("src/generated/java/com/example/order/Basket.java", "left over");
        write(".contextmill/basket.manifest", "left over");
        write("pom.xml", "edited");
        write("src/main/resources/db/migration/order/V1__create_order.sql", "edited");
        Files.delete(living.resolve("README.md"));
        Files.delete(living.resolve(BEHAVIOUR));

        EXAMPLE.makeAnew(living, made);

        assertThat(texts(living)).isEqualTo(texts(made));
    }

    /** The manifest, in which two branches are being merged, knows that nobody edited it. */
    @Test
    void whatPeopleWereGivenAndLeftAloneIsAsItWouldBeGivenToday() throws IOException {
        String remembered = Files.readString(living.resolve(MANIFEST));
        String line = " " + Digest.of(Files.readAllBytes(living.resolve(BEHAVIOUR))) + " ";
        write(BEHAVIOUR, "given in former times");
        String former = " " + Digest.of("given in former times") + " ";
        write(
                MANIFEST,
                "<<<<<<<\n%s=======\n%s>>>>>>>\n"
                        .formatted(remembered.replace(line, former), remembered));

        EXAMPLE.makeAnew(living, made);

        assertThat(texts(living)).isEqualTo(texts(made));
    }

    @Test
    void whatIsAsItShouldBeIsNotWritten() throws IOException {
        Set<Path> files = Set.copyOf(EXAMPLE.files(living).values());
        for (Path file : files) {
            assertThat(file.toFile().setLastModified(1_000)).isTrue();
        }

        EXAMPLE.makeAnew(living, made);

        assertThat(files).allMatch(file -> file.toFile().lastModified() == 1_000);
    }

    private void write(String path, String text) throws IOException {
        Path file = living.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static SortedMap<String, String> texts(Path project) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (var file : EXAMPLE.files(project).entrySet()) {
            texts.put(file.getKey(), Files.readString(file.getValue()));
        }
        return texts;
    }
}
