package io.contextmill.emitters.java;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A piece of Java code, with how deep in brackets each of its characters stands. Angle brackets
 * count where they enclose types; what stands in string and character literals is no bracket.
 */
final class SourceScan {
    /** The depth of what stands in literals, where nothing is looked for. */
    private static final int LITERAL = -1;

    private final String text;
    private final char[] characters;
    private final int[] depths;
    private int open;
    private boolean inTextBlock;
    private boolean hasComment;

    private SourceScan(String text) {
        this.text = text;
        this.characters = text.toCharArray();
        this.depths = new int[characters.length];
    }

    static SourceScan of(String text) {
        SourceScan scan = new SourceScan(text);
        scan.run();
        return scan;
    }

    /**
     * How many round, square and curly brackets are open behind the last character; negative where
     * more are closed.
     */
    int open() {
        return open;
    }

    /** Whether a text block begins and does not end. */
    boolean inTextBlock() {
        return inTextBlock;
    }

    /** Whether a comment begins outside of literals. */
    boolean hasComment() {
        return hasComment;
    }

    /** The places of characters outside of all brackets and literals that a condition holds for. */
    List<Integer> outside(IntPredicate condition) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < depths.length; i++) {
            if (depths[i] == 0 && condition.test(i)) {
                places.add(i);
            }
        }
        return places;
    }

    /** The places of a text outside of all brackets and literals. */
    List<Integer> outside(String wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
            if (depths[i] == 0) {
                places.add(i);
            }
        }
        return places;
    }

    /** The place of the bracket that closes the one at a place, or the end of the text. */
    int closing(int opening) {
        for (int i = opening + 1; i < depths.length; i++) {
            if (depths[i] == depths[opening] && isClosing(characters[i])) {
                return i;
            }
        }
        return depths.length;
    }

    private void run() {
        StringBuilder brackets = new StringBuilder();
        int i = 0;
        while (i < characters.length) {
            char c = characters[i];
            if (c == '"' || c == '\'') {
                i = literalFrom(i);
                continue;
            }
            if (c == '/' && (follows('/', i) || follows('*', i))) {
                hasComment = true;
                return;
            }
            if (closes(c, i, brackets) && !brackets.isEmpty()) {
                brackets.setLength(brackets.length() - 1);
            }
            depths[i] = brackets.length();
            if (opens(c, i)) {
                brackets.append(c);
            }
            open += isOpening(c) ? 1 : isClosing(c) ? -1 : 0;
            i++;
        }
    }

    /** Marks the literal that begins at a place and tells where it ends. */
    private int literalFrom(int start) {
        boolean block = text.startsWith("\"\"\"", start);
        String quote = block ? "\"\"\"" : text.substring(start, start + 1);
        int end = start + quote.length();
        while (end < characters.length && !text.startsWith(quote, end)) {
            end += characters[end] == '\\' ? 2 : 1;
        }
        inTextBlock = block && end >= characters.length;
        end = Math.min(end + quote.length(), characters.length);
        Arrays.fill(depths, start, end, LITERAL);
        return end;
    }

    private boolean opens(char c, int i) {
        if (c == '<') {
            return !(follows(' ', i) || follows('=', i) || follows('<', i));
        }
        return isOpening(c);
    }

    private boolean closes(char c, int i, StringBuilder brackets) {
        if (c == '>') {
            return !brackets.isEmpty()
                    && brackets.charAt(brackets.length() - 1) == '<'
                    && characters[i - 1] != '-';
        }
        return isClosing(c);
    }

    private boolean follows(char wanted, int i) {
        return i + 1 < characters.length && characters[i + 1] == wanted;
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean isClosing(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
