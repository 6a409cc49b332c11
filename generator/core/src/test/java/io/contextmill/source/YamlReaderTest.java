package io.contextmill.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static final String SPEC =
            """
            context: Order
            aggregates:
              Order:
                fields: {a: "x y", b: 'it''s'}
              OrderItem:
            events: [A, B]
            description: |
              two
              lines
            """;

    @Test
    void everyNodeKnowsItsPlace() {
        Mapping root = (Mapping) read(SPEC);
        assertThat(describe(root))
                .containsExactly(
                        "1:1-10:1 a map",
                        "1:1-1:8 context",
                        "1:10-1:15 Order",
                        "2:1-2:11 aggregates",
                        "3:3-5:13 a map",
                        "3:3-3:8 Order",
                        "4:5-4:35 a map",
                        "4:5-4:11 fields",
                        "4:13-4:35 a map",
                        "4:14-4:15 a",
                        "4:17-4:22 x y",
                        "4:24-4:25 b",
                        "4:27-4:34 it's",
                        "5:3-5:12 OrderItem",
                        "5:13-5:13 ",
                        "6:1-6:7 events",
                        "6:9-6:15 a list",
                        "6:10-6:11 A",
                        "6:13-6:14 B",
                        "7:1-7:12 description",
                        "7:14-10:1 two\nlines\n");
    }

    @Test
    void windowsLineEndsMakeNoDifference() {
        assertThat(describe(read(SPEC.replace("\n", "\r\n")))).isEqualTo(describe(read(SPEC)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "010",
                "1:30",
                "0x1F",
                "1e3",
                "2001-01-01",
                "null",
                "~",
                ".inf",
                "="
            })
    void scalarsAreTextsAsWritten(String text) {
        Scalar scalar = (Scalar) read(text);
        assertThat(scalar.value()).isEqualTo(text);
        assertThat(scalar.plain()).isTrue();
    }

    @Test
    void aValueThatIsNotThereIsNothingAndAnEmptyTextIsAText() {
        Mapping root = (Mapping) read("a:\nb: \"\"\n");
        assertThat(root.entries().get(0).value().kind()).isEqualTo("nothing");
        assertThat(root.entries().get(1).value().kind()).isEqualTo("a text");
    }

    @Test
    void aPartOfATextHasItsOwnPlaceUnlessEscapesHideIt() {
        assertThat(columns(((Scalar) read("ab")).part(1, 2))).isEqualTo("2-3");
        Sequence list = (Sequence) read("[\"🚚ab\", 'it''s', \"\\x41b\"]");
        assertThat(columns(((Scalar) list.items().get(0)).part(2, 3))).isEqualTo("4-5");
        assertThat(columns(((Scalar) list.items().get(1)).part(0, 1))).isEqualTo("9-16");
        assertThat(columns(((Scalar) list.items().get(2)).part(0, 1))).isEqualTo("18-25");
    }

    private static String columns(SourceSpan span) {
        return span.start().column() + "-" + span.end().column();
    }

    @Test
    void ofEqualKeysTheFirstCounts() {
        Mapping map = (Mapping) result("a: b\na: c").value().orElseThrow();
        assertThat(map.entries()).hasSize(1);
        assertThat(((Scalar) map.entries().get(0).value()).value()).isEqualTo("b");
    }

    @Test
    void aDocumentWithSomethingLeftOutHasNoValue() {
        assertThat(result("a: *b").value()).isEmpty();
        assertThat(result("<<: {a: b}").value()).isEmpty();
        assertThat(result("{a: b}: c").value()).isEmpty();
        assertThat(result("a: &b c").value()).isPresent();
        assertThat(result("a: b\na: c").value()).isPresent();
    }

    static Stream<String> bombs() {
        int many = 400_000;
        return Stream.of(
                lines("a,", 1000, many, "[", "]"),
                lines("[", 1000, many, "", ""),
                lines("{a: ", 1000, many, "", ""),
                lines("- ", 40_000, many, "", ""),
                lines("? ", 40_000, many, "", ""),
                lines("a: ,", 1000, many, "{", "}"),
                lines("!a b,", 19_000, 2 * many, "[", "]"),
                lines("*a,", 1000, many, "[", "]"),
                lines("&a b,", 1000, many, "[", "]"),
                lines("---", 1, many, "", ""),
                lines("#", 1, many, "", ""),
                lines("", 1, many, "a: |\n", ""),
                " ".repeat(4_000_000),
                "a".repeat(4_000_000) + ": ",
                "\"" + "a".repeat(4_000_000),
                "\u0007".repeat(many),
                IntStream.range(0, many)
                        .mapToObj(i -> "k" + i + ":\n")
                        .collect(Collectors.joining()));
    }

    private static String lines(String item, int perLine, int count, String before, String after) {
        return before + (item.repeat(perLine) + "\n").repeat(count / perLine) + after;
    }

    // The time is ten times what a slow machine needs and a fraction of what a quadratic step would
    // take.
    @ParameterizedTest
    @MethodSource("bombs")
    void whatIsTooMuchIsRefusedSoon(String text) {
        SourceFile file = new SourceFile("bomb.yaml", text);
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    List<Diagnostic> findings = new YamlReader().read(file).diagnostics();
                    assertThat(findings).hasSizeLessThanOrEqualTo(Findings.MOST + 1);
                });
    }

    @Test
    void limitsAreExact() {
        assertThat(rules(new Limits(100, 100, 2, 100), "[[a]]")).isEmpty();
        assertThat(rules(new Limits(100, 100, 2, 100), "[[[a]]]")).containsExactly("yaml.too-deep");
        assertThat(rules(new Limits(100, 100, 10, 4), "{a: [b]}")).isEmpty();
        assertThat(rules(new Limits(100, 100, 10, 3), "{a: [b]}"))
                .containsExactly("yaml.too-many-nodes");
        assertThat(rules(new Limits(100, 5, 10, 10), "a\r\nabcde\r\n")).isEmpty();
        assertThat(rules(new Limits(100, 5, 10, 10), "a\nabcdef"))
                .containsExactly("source.line-too-long");
    }

    private static List<String> rules(Limits limits, String text) {
        return new YamlReader(limits)
                .read(new SourceFile("x.yaml", text)).diagnostics().stream()
                        .map(finding -> finding.rule().value())
                        .toList();
    }

    private static Validated<Node> result(String text) {
        return new YamlReader().read(new SourceFile("x.yaml", text));
    }

    private static Node read(String text) {
        Validated<Node> result = result(text);
        assertThat(result.diagnostics()).isEmpty();
        return result.value().orElseThrow();
    }

    private static List<String> describe(Node node) {
        SourceSpan span = node.span();
        String place =
                span.start().line()
                        + ":"
                        + span.start().column()
                        + "-"
                        + span.end().line()
                        + ":"
                        + span.end().column()
                        + " ";
        if (node instanceof Scalar scalar) {
            return List.of(place + scalar.value());
        }
        Stream<Node> children =
                node instanceof Sequence sequence
                        ? sequence.items().stream()
                        : ((Mapping) node)
                                .entries().stream()
                                        .flatMap(entry -> Stream.of(entry.key(), entry.value()));
        return Stream.concat(
                        Stream.of(place + node.kind()),
                        children.flatMap(child -> describe(child).stream()))
                .toList();
    }
}
