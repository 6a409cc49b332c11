package io.contextmill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    private static final RuleId RULE = new RuleId("reference.unknown-type");

    @Test
    void hasTheFormThatTheDesignShows() {
        SourceFile file =
                new SourceFile(
                        "contexts/order.yaml", "\n".repeat(13) + "    fields: {total: Mony}\n");
        Diagnostic finding =
                new Diagnostic(
                        RULE,
                        Severity.ERROR,
                        span(file, 14, 21, 14, 25),
                        "type `Mony` is not declared",
                        Optional.of("did you mean `Money`?"),
                        List.of());
        assertThat(DiagnosticText.plain().render(finding))
                .isEqualTo(
                        """
                        error[reference.unknown-type]: type `Mony` is not declared
                          --> contexts/order.yaml:14:21
                           |
                        14 |     fields: {total: Mony}
                           |                     ^^^^
                           = hint: did you mean `Money`?
                        """);
    }

    @Test
    void relatedPlacesFollowInTheSameGutter() {
        SourceFile file = new SourceFile("a.yaml", "first\n" + "\n".repeat(98) + "second\n");
        Diagnostic finding =
                finding(span(file, 1, 1, 1, 6)).relatedTo(span(file, 100, 1, 100, 7), "there");
        assertThat(DiagnosticText.plain().render(finding))
                .isEqualTo(
                        """
                        warning[reference.unknown-type]: message
                           --> a.yaml:1:1
                            |
                          1 | first
                            | ^^^^^
                           ::: a.yaml:100:1
                            |
                        100 | second
                            | ------ there
                        """);
    }

    @Test
    void severalFindingsHaveAnEmptyLineBetweenThem() {
        SourceFile file = new SourceFile("a.yaml", "");
        Diagnostic finding = finding(file.start());
        assertThat(DiagnosticText.plain().render(List.of(finding, finding)))
                .isEqualTo(
                        "warning[reference.unknown-type]: message\n --> a.yaml\n"
                                .repeat(2)
                                .replace("yaml\nw", "yaml\n\nw"));
        assertThat(DiagnosticText.plain().render(List.of())).isEmpty();
    }

    @Test
    void aPlaceOverSeveralLinesIsMarkedToTheEndOfTheFirst() {
        SourceFile file = new SourceFile("a.yaml", "a: {b:\n  c}\n");
        assertThat(lines(finding(span(file, 1, 4, 2, 5)))).contains("1 | a: {b:", "  |    ^^^");
    }

    @Test
    void marksStandUnderWhatTheyMarkWhateverItsWidth() {
        SourceFile file = new SourceFile("a.yaml", "\ta注🚚e\u0301\u202Eb: c\n");
        assertThat(lines(finding(span(file, 1, 8, 1, 9))))
                .contains("1 |     a注🚚e\u0301<U+202E>b: c", "  |" + " ".repeat(19) + "^");
        assertThat(lines(finding(span(file, 1, 3, 1, 5)))).contains("  |      ^^^^");
    }

    @Test
    void ofALongLineTheSurroundingsAreShown() {
        SourceFile file = new SourceFile("a.yaml", "x".repeat(500) + "HERE" + "y".repeat(500));
        List<String> lines = lines(finding(span(file, 1, 501, 1, 505)));
        assertThat(lines)
                .contains(
                        "1 | …" + "x".repeat(40) + "HERE" + "y".repeat(56) + "…",
                        "  | " + " ".repeat(41) + "^^^^");
        assertThat(lines(finding(span(file, 1, 1, 1, 900)))).contains("  | " + "^".repeat(100));
    }

    @Test
    void aPlaceBehindTheEndOfTheFileCanBeShown() {
        SourceFile file = new SourceFile("a.yaml", "a\n");
        assertThat(lines(finding(span(file, 2, 1, 2, 1)))).contains("2 |", "  | ^");
        assertThat(lines(finding(span(file, 9, 7, 9, 8)))).contains("9 |", "  | ^");
    }

    @Test
    void nothingReachesATerminalAsAControlCharacter() {
        SourceFile file = new SourceFile("a\u001B[2J.yaml", "\u001B[31m\u0007\n");
        Diagnostic finding =
                new Diagnostic(
                        RULE,
                        Severity.NOTE,
                        span(file, 1, 1, 1, 2),
                        "a\u001B\nb",
                        Optional.of("\u001Bc"),
                        List.of(new RelatedSpan(file.start(), "\u001Bd")));
        assertThat(DiagnosticText.plain().render(finding).replace("\n", ""))
                .contains("<U+001B>")
                .matches("\\P{Cc}*");
    }

    @Test
    void colourIsAddedAndNothingElse() {
        SourceFile file = new SourceFile("a.yaml", "a: b\n");
        for (Severity severity : Severity.values()) {
            Diagnostic finding =
                    new Diagnostic(
                            RULE,
                            severity,
                            span(file, 1, 1, 1, 2),
                            "message",
                            Optional.of("hint"),
                            List.of());
            String coloured = DiagnosticText.coloured().render(finding);
            assertThat(coloured).contains("\u001B[1;");
            assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                    .isEqualTo(DiagnosticText.plain().render(finding));
        }
    }

    private static Diagnostic finding(SourceSpan span) {
        return new Diagnostic(RULE, Severity.WARNING, span, "message", Optional.empty(), List.of());
    }

    private static List<String> lines(Diagnostic finding) {
        return DiagnosticText.plain().render(finding).lines().toList();
    }

    private static SourceSpan span(
            SourceFile file, int line, int column, int endLine, int endColumn) {
        return new SourceSpan(file, new Position(line, column), new Position(endLine, endColumn));
    }
}
