package io.contextmill.cli;

import java.util.regex.Pattern;

/** Text for people, in lines that fit a terminal. */
final class Paragraph {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Paragraph() {}

    /** The same words with line ends between them; a word longer than a line has one of its own. */
    static String wrap(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : BLANKS.splitAsStream(text.strip()).toList()) {
            if (column > 0 && column + 1 + word.length() > width) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
