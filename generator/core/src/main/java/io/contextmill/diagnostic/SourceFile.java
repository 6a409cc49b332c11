package io.contextmill.diagnostic;

import java.util.Arrays;

/**
 * A text that was read, with the name under which people know it.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or {@code \r}. Lines and columns are counted from 1;
 * columns count Unicode code points, as editors do.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    // Offsets instead of lines: a file of nothing but line ends would cost forty bytes for each of
    // them.
    private final int[] lineStarts;

    /**
     * @param name the path as the user wrote it, with forward slashes
     * @param text the whole text, without a byte order mark
     */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** The path as the user wrote it. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The line with the given number, without its end; empty when there is no such line. */
    public String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        int end = number == lineStarts.length ? text.length() : endOfLine(lineStarts[number]);
        return text.substring(lineStarts[number - 1], end);
    }

    /** The place before the first character. */
    public SourceSpan start() {
        return new SourceSpan(this, Position.START, Position.START);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * The offset behind the last character of the line before the one that starts at {@code
     * nextStart}.
     */
    private int endOfLine(int nextStart) {
        boolean twoCharacters =
                nextStart >= 2
                        && text.charAt(nextStart - 1) == '\n'
                        && text.charAt(nextStart - 2) == '\r';
        return nextStart - (twoCharacters ? 2 : 1);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n'
                    || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
