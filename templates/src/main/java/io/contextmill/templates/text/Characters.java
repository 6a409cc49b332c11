package io.contextmill.templates.text;

/** What is asked of single characters. */
final class Characters {
    private Characters() {}

    /**
     * Whether a character cannot be seen, or changes how others are seen: controls, separators of
     * lines, marks that reorder a text, and halves of a character.
     */
    static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /**
     * The text in one line: a space for each run of white space, nothing for what cannot be seen.
     */
    static String inOneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.replaceAll("\\s+", " ")
                .strip()
                .codePoints()
                .filter(character -> !isInvisible(character))
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /**
     * Returns the text if all its characters can be seen.
     *
     * @throws IllegalArgumentException if one of them cannot
     */
    static String visible(String text, String place) {
        if (text.codePoints().anyMatch(Characters::isInvisible)) {
            throw new IllegalArgumentException(place + " holds a character that cannot be seen");
        }
        return text;
    }
}
