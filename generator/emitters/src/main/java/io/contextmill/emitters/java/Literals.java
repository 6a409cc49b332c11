package io.contextmill.emitters.java;

import com.palantir.javapoet.CodeBlock;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Texts as Java code: literals and comments that hold exactly that text, whatever it is; and
 * durations.
 */
public final class Literals {
    private static final List<Unit> UNITS =
            List.of(
                    new Unit("ofDays", Duration.ofDays(1)),
                    new Unit("ofHours", Duration.ofHours(1)),
                    new Unit("ofMinutes", Duration.ofMinutes(1)),
                    new Unit("ofSeconds", Duration.ofSeconds(1)),
                    new Unit("ofMillis", Duration.ofMillis(1)));

    private Literals() {}

    /** A unit of time, and what makes a duration of so many of them. */
    private record Unit(String method, Duration length) {}

    /** A string literal, in one line. */
    public static CodeBlock string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(literal, text.charAt(i), text, i);
        }
        return CodeBlock.of("$L", literal.append('"'));
    }

    /** A UUID of its text. */
    public static CodeBlock uuid(String text) {
        return CodeBlock.of("$T.fromString($L)", UUID.class, string(text));
    }

    /** A date, a time of day or an instant. */
    public static CodeBlock moment(Temporal moment) {
        return CodeBlock.of("$T.parse($L)", moment.getClass(), string(moment.toString()));
    }

    /** A length of time, in the greatest unit of which it is a whole number. */
    public static CodeBlock duration(Duration duration) {
        if (duration.isZero()) {
            return CodeBlock.of("$T.ZERO", Duration.class);
        }
        for (Unit unit : UNITS) {
            long count = duration.dividedBy(unit.length());
            if (unit.length().multipliedBy(count).equals(duration)) {
                String suffix = count == (int) count ? "" : "L";
                return CodeBlock.of("$T.$L($L$L)", Duration.class, unit.method(), count, suffix);
            }
        }
        return CodeBlock.of("$T.parse($S)", Duration.class, duration.toString());
    }

    /**
     * A text block within a statement. It holds these lines, each ended by a line feed, of which
     * none may end in white space.
     */
    public static CodeBlock textBlock(List<String> lines) {
        String text =
                lines.stream()
                        .map(line -> string(line).toString())
                        .map(literal -> literal.substring(1, literal.length() - 1))
                        .map(literal -> literal.replace("\\\"", "\"") + "\n")
                        .collect(Collectors.joining());
        return CodeBlock.of("\n\"\"\"\n$L\"\"\"", text);
    }

    /**
     * A text for a comment that ends with its line: on one line, and without escapes that javac
     * would read.
     */
    public static String lineComment(String text) {
        StringBuilder comment = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                comment.append("\\\\");
            } else {
                comment.append(isPlain(text, i) ? c : '?');
            }
        }
        return comment.toString();
    }

    private static void appendEscaped(StringBuilder to, char c, String text, int i) {
        switch (c) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            case '\b' -> to.append("\\b");
            case '\f' -> to.append("\\f");
            default -> {
                if (isPlain(text, i)) {
                    to.append(c);
                } else if (c < 128) {
                    // Octal: javac reads a Unicode escape before it knows that it stands in a
                    // literal.
                    to.append('\\').append("%03o".formatted((int) c));
                } else {
                    to.append("\\u").append("%04x".formatted((int) c));
                }
            }
        }
    }

    /** Whether a character can stand in a source as itself and be seen there. */
    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
