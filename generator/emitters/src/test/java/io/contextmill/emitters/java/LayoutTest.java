package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How sources are laid out. */
class LayoutTest {
    private static final Path GOLDEN = Path.of("../../examples/order/src");

    @Test
    void wrapsCommentsAndPutsShortOnesInOneLine() {
        assertThat(
                        Layout.of(
                                """
                                /**
                                 * Short.
                                 */
                                class A {
                                }
                                """))
                .isEqualTo("/** Short. */\nclass A {}\n");
        assertThat(CommentLines.lay(List.of("x ".repeat(80).strip()), 4))
                .hasSize(4)
                .allMatch(line -> line.length() <= 120);
        assertThat(
                        CommentLines.lay(
                                List.of("Says.", "", "@param x " + "y".repeat(100) + " zzzzzzzzzz"),
                                0))
                .containsExactly(
                        "/**",
                        " * Says.",
                        " *",
                        " * @param x " + "y".repeat(100),
                        " *     zzzzzzzzzz",
                        " */");
        assertThat(CommentLines.lay(List.of("a".repeat(100) + " {@code b c d e f g h i j}"), 0))
                .contains(" * {@code b c d e f g h i j}");
    }

    @Test
    void breaksDeclarationsOfJavaPoetAnew() {
        String method =
                """
                class A {
                    void add(String first, String second,
                            String third) throws
                            IOException {
                        go();
                    }
                }
                """;
        assertThat(Layout.of(method))
                .isEqualTo(
                        """
                        class A {
                            void add(String first, String second, String third) throws IOException {
                                go();
                            }
                        }
                        """);
    }

    @Test
    void breaksBeforeClausesAndBehindBrackets() {
        assertThat(lay("public sealed interface OrderCommand permits " + names(12) + " {"))
                .hasSize(13)
                .startsWith("public sealed interface OrderCommand", "        permits Name1000000,")
                .contains("                Name2000000,")
                .endsWith("                Name1200000 {");
        assertThat(
                        lay(
                                "public record Order(String a, "
                                        + "String bbbbbbbbbbbbbbbbb, ".repeat(3)
                                        + "int c) implements E {"))
                .containsExactly(
                        "public record Order(String a, String bbbbbbbbbbbbbbbbb, String bbbbbbbbbbbbbbbbb,"
                                + " String bbbbbbbbbbbbbbbbb, int c)",
                        "        implements E {");
        assertThat(lay("void add(" + "Map<String, Integer> map, ".repeat(6) + "int last);"))
                .hasSize(8)
                .contains("        Map<String, Integer> map,")
                .endsWith("        int last);");
    }

    @Test
    void breaksChainsAndAssignments() {
        assertThat(
                        lay(
                                "assertThat("
                                        + "x".repeat(60)
                                        + ").containsExactly("
                                        + "y".repeat(50)
                                        + ");"))
                .containsExactly(
                        "assertThat(" + "x".repeat(60) + ")",
                        "        .containsExactly(" + "y".repeat(50) + ");");
        assertThat(
                        lay(
                                "List<String> found = rows.values().stream().map("
                                        + "x".repeat(60)
                                        + ").limit(1).toList();"))
                .containsExactly(
                        "List<String> found = rows.values().stream()",
                        "        .map(" + "x".repeat(60) + ")",
                        "        .limit(1)",
                        "        .toList();");
        assertThat(
                        lay(
                                "Versioned<Order> replacement = new Versioned<>(new Order("
                                        + "x".repeat(60)
                                        + "), version);"))
                .containsExactly(
                        "Versioned<Order> replacement =",
                        "        new Versioned<>(new Order(" + "x".repeat(60) + "), version);");
        assertThat(lay("boolean both = " + "a".repeat(60) + " && " + "b".repeat(60) + ";"))
                .containsExactly(
                        "boolean both = " + "a".repeat(60), "        && " + "b".repeat(60) + ";");
    }

    @Test
    void breaksElementsOfAnnotations() {
        assertThat(lay("@ValueSource(classes = {" + names(12).replace(",", ".class,") + ".class})"))
                .startsWith(
                        "@ValueSource(", "        classes = {", "            Name1000000.class,")
                .endsWith("            Name1200000.class", "        })");
    }

    @Test
    void leavesTextBlocksAndWhatSomebodyHasBroken() {
        String source =
                """
                class A {
                    private static final String SQL = \"""
                            select *
                              from a, (
                            \""";

                    void go() {
                        call(a)
                                .then(b);
                    }
                }
                """;
        assertThat(Layout.of(source)).isEqualTo(source);
    }

    @Test
    void isNotMisledByLiterals() {
        String call =
                "call(\"(((\", ')', \"a, b\", \"// no comment\", \"\\\"{\", "
                        + "x".repeat(80)
                        + ", y);";
        assertThat(lay(call))
                .containsExactly(
                        "call(",
                        "        \"(((\",",
                        "        ')',",
                        "        \"a, b\",",
                        "        \"// no comment\",",
                        "        \"\\\"{\",",
                        "        " + "x".repeat(80) + ",",
                        "        y);");
    }

    @Test
    void settlesEmptyLines() {
        String poets =
                """
                public record A(int x) {
                    public A {
                        check();
                    }
                }
                """;
        assertThat(Layout.of(poets)).startsWith("public record A(int x) {\n\n    public A {\n");
        String fields =
                """
                class A {
                    private static final int B = 1;

                    private static final int C = 1;

                    private int d;

                    private int e;

                    A() {
                    }
                }

                enum F {
                    G,

                    H
                }
                """;
        assertThat(Layout.of(fields))
                .isEqualTo(
                        """
                        class A {
                            private static final int B = 1;
                            private static final int C = 1;

                            private int d;
                            private int e;

                            A() {}
                        }

                        enum F {
                            G,
                            H
                        }
                        """);
    }

    @Test
    void changesNothingButWhiteSpaceAndNothingTwice() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                String laidOut = Layout.of(source);
                assertThat(bare(laidOut)).as(file.toString()).isEqualTo(bare(source));
                assertThat(Layout.of(laidOut)).as(file.toString()).isEqualTo(laidOut);
            }
        }
    }

    @Test
    void anOnlyArgumentBeginsInTheLineOfItsCallWhereItHasNoRoomElsewhere() {
        String wide = "\"" + "a".repeat(98) + "\"";

        assertThat(lay("List.of(new Item(new ItemId(" + wide + ")))"))
                .containsExactly(
                        "List.of(",
                        "        new Item(new ItemId(",
                        "                " + wide + ")))");
    }

    private static List<String> lay(String line) {
        return LineBreaks.lay(line, 0);
    }

    private static String names(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> "Name" + i + "00000" + (i < 10 ? "0" : ""))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    private static String bare(String source) {
        return source.replaceAll("[\\s*]", "");
    }
}
