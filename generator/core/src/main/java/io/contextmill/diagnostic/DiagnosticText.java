package io.contextmill.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Findings as people read them: the message, the line it is about with the place marked, and the
 * hint.
 *
 * <pre>
 * error[reference.unknown-type]: type `Mony` is not declared
 *   --&gt; contexts/order.yaml:14:21
 *    |
 * 14 |     fields: {total: Mony}
 *    |                     ^^^^
 *    = hint: did you mean `Money`?
 * </pre>
 *
 * <p>Nothing that comes out of a spec reaches a terminal as a control character. Of a long line
 * only the surroundings of the place are shown. A finding about an empty or unreadable file has no
 * line to show.
 */
public final class DiagnosticText {
    private static final DiagnosticText PLAIN = new DiagnosticText(false);
    private static final DiagnosticText COLOURED = new DiagnosticText(true);

    private final boolean coloured;

    private DiagnosticText(boolean coloured) {
        this.coloured = coloured;
    }

    /** Text without colours. */
    public static DiagnosticText plain() {
        return PLAIN;
    }

    /** The same text with ANSI colours. */
    public static DiagnosticText coloured() {
        return COLOURED;
    }

    /**
     * All findings in the order given, with an empty line between them; empty when there are none.
     */
    public String render(List<Diagnostic> diagnostics) {
        return String.join("\n", diagnostics.stream().map(this::render).toList());
    }

    /** One finding; its last line ends with {@code \n}. */
    public String render(Diagnostic diagnostic) {
        String gutter = " ".repeat(widthOfLineNumbers(diagnostic));
        Style style = Style.of(diagnostic.severity());
        StringBuilder out = new StringBuilder();
        String word = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        out.append(paint(style, word + "[" + diagnostic.rule() + "]"))
                .append(paint(Style.STRONG, ": " + Quoted.visible(diagnostic.message())))
                .append('\n');
        excerpt(out, gutter, "--> ", diagnostic.span(), style, '^', "");
        diagnostic
                .hint()
                .ifPresent(
                        hint ->
                                out.append(gutter)
                                        .append(paint(Style.FRAME, " = "))
                                        .append(paint(Style.STRONG, "hint"))
                                        .append(": ")
                                        .append(Quoted.visible(hint))
                                        .append('\n'));
        for (RelatedSpan related : diagnostic.related()) {
            excerpt(out, gutter, "::: ", related.span(), Style.FRAME, '-', related.message());
        }
        return out.toString();
    }

    private void excerpt(
            StringBuilder out,
            String gutter,
            String arrow,
            SourceSpan span,
            Style style,
            char mark,
            String label) {
        out.append(gutter).append(paint(Style.FRAME, arrow));
        if (span.file().text().isEmpty()) {
            out.append(Quoted.visible(span.file().name())).append('\n');
            return;
        }
        out.append(Quoted.visible(span.toString())).append('\n');
        Excerpt excerpt = Excerpt.of(span);
        String number = String.valueOf(span.start().line());
        String bar = paint(Style.FRAME, "|");
        out.append(gutter).append(' ').append(bar).append('\n');
        out.append(
                paint(Style.FRAME, " ".repeat(gutter.length() - number.length()) + number + " |"));
        if (!excerpt.line().isBlank()) {
            out.append(' ').append(excerpt.line());
        }
        out.append('\n');
        String marks = String.valueOf(mark).repeat(excerpt.width());
        String labelled = label.isEmpty() ? marks : marks + " " + Quoted.visible(label);
        out.append(gutter)
                .append(' ')
                .append(bar)
                .append(' ')
                .append(" ".repeat(excerpt.indent()))
                .append(paint(style, labelled))
                .append('\n');
    }

    private static int widthOfLineNumbers(Diagnostic diagnostic) {
        return Stream.concat(
                        Stream.of(diagnostic.span()),
                        diagnostic.related().stream().map(RelatedSpan::span))
                .mapToInt(span -> String.valueOf(span.start().line()).length())
                .max()
                .orElse(1);
    }

    private String paint(Style style, String text) {
        return coloured ? style.code + text + "\u001B[0m" : text;
    }

    private enum Style {
        ERROR("\u001B[1;31m"),
        WARNING("\u001B[1;33m"),
        NOTE("\u001B[1;36m"),
        STRONG("\u001B[1m"),
        FRAME("\u001B[1;34m");

        private final String code;

        Style(String code) {
            this.code = code;
        }

        static Style of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case NOTE -> NOTE;
            };
        }
    }
}
