package io.contextmill.diagnostic;

/**
 * The part of a line that is shown for a place, measured in the columns of a terminal.
 *
 * @param line what is shown, without control characters and without blanks at its end
 * @param indent how many columns stand before the place
 * @param width how many columns the place takes, at least 1
 */
record Excerpt(String line, int indent, int width) {
    private static final int WIDEST = 100;
    private static final int BEFORE = 40;
    private static final String CUT = "…";
    private static final String TAB = "    ";

    /**
     * Shows the first line of the place: all of it, or the surroundings of the place if it is long.
     */
    static Excerpt of(SourceSpan span) {
        String line = span.file().line(span.start().line());
        int start = offset(line, span.start().column());
        boolean oneLine = span.start().line() == span.end().line();
        int end = oneLine ? offset(line, span.end().column()) : line.length();

        boolean isLong = line.length() > WIDEST;
        int from = isLong ? backwards(line, start, BEFORE) : 0;
        int to = isLong ? forwards(line, from, WIDEST) : line.length();

        StringBuilder shown = new StringBuilder(from > 0 ? CUT : "");
        int columns = shown.length();
        int indent = columns;
        int marked = 0;
        for (int i = from; i < to; ) {
            int character = line.codePointAt(i);
            String text = character == '\t' ? TAB : Quoted.visible(character);
            int width =
                    text.codePointCount(0, text.length()) == 1 ? columns(character) : text.length();
            if (i < start) {
                indent += width;
            } else if (i < end) {
                marked += width;
            }
            shown.append(text);
            i += Character.charCount(character);
        }
        if (to < line.length()) {
            shown.append(CUT);
        }
        return new Excerpt(shown.toString().stripTrailing(), indent, Math.max(1, marked));
    }

    private static int offset(String line, int column) {
        return forwards(line, 0, column - 1);
    }

    private static int forwards(String line, int from, int characters) {
        int offset = from;
        for (int i = 0; i < characters && offset < line.length(); i++) {
            offset += Character.charCount(line.codePointAt(offset));
        }
        return offset;
    }

    private static int backwards(String line, int from, int characters) {
        int offset = from;
        for (int i = 0; i < characters && offset > 0; i++) {
            offset -= Character.charCount(line.codePointBefore(offset));
        }
        return offset;
    }

    /**
     * How wide terminals draw a character: East Asian letters and emoji take two columns, accents
     * none.
     */
    private static int columns(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide =
                between(character, 0x1100, 0x115F)
                        || between(character, 0x2E80, 0xA4CF)
                        || between(character, 0xAC00, 0xD7A3)
                        || between(character, 0xF900, 0xFAFF)
                        || between(character, 0xFE30, 0xFE6F)
                        || between(character, 0xFF00, 0xFF60)
                        || between(character, 0xFFE0, 0xFFE6)
                        || between(character, 0x1F300, 0x1F64F)
                        || between(character, 0x1F680, 0x1F6FF)
                        || between(character, 0x1F900, 0x1F9FF)
                        || between(character, 0x20000, 0x3FFFD);
        return wide ? 2 : 1;
    }

    private static boolean between(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
