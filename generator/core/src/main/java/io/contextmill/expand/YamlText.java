package io.contextmill.expand;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How texts, lists and maps are written in the flow style of YAML: the one encoder of spec text
 * into YAML.
 */
final class YamlText {
    /** What needs no quotes in any place: a name, a number, a package. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*([.-][A-Za-z0-9_]+)*\\.?");

    private YamlText() {}

    /**
     * The text as it is where it can stand alone, else in double quotes with whatever is not
     * printable escaped.
     */
    static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** {@code [a, b]}. */
    static String list(List<String> texts) {
        return texts.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (isPrintable(character)) {
                    quoted.appendCodePoint(character);
                } else if (character <= 0xFFFF) {
                    quoted.append(String.format("\\u%04X", character));
                } else {
                    quoted.append(String.format("\\U%08X", character));
                }
            }
        }
    }

    /**
     * Whether a character is seen, and seen in its place: no controls, no marks of direction, no
     * separators of lines.
     */
    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
