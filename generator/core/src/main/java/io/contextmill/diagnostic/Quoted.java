package io.contextmill.diagnostic;

/**
 * Text of a spec as messages show it: in backquotes, on one line, not too long, with nothing
 * invisible in it.
 */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /**
     * The text in backquotes. Beyond its first line, or {@value #LONGEST} characters, it is cut
     * with an ellipsis; control characters and the like are shown by number, as in {@code
     * <U+0007>}; a text without characters is called "an empty text".
     */
    public static String quoted(String text) {
        if (text.isEmpty()) {
            return "an empty text";
        }
        StringBuilder result = new StringBuilder("`");
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (count == LONGEST || character == '\n' || character == '\r') {
                result.append('…');
                break;
            }
            result.append(visible(character));
            i += Character.charCount(character);
            count++;
        }
        return result.append('`').toString();
    }

    /**
     * A character, or its number where it would not be seen or would disturb what stands around it.
     */
    static String visible(int character) {
        return isInvisible(character)
                ? String.format("<U+%04X>", character)
                : Character.toString(character);
    }

    /** A whole text with {@link #visible(int)} characters only; line ends count as invisible. */
    static String visible(String text) {
        if (text.codePoints().noneMatch(Quoted::isInvisible)) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(character -> result.append(visible(character)));
        return result.toString();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }
}
