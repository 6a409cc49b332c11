package io.contextmill.emitters.java;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A piece of Java code, with how deep in brackets each of its characters stands. Angle brackets
 * count where they enclose types; what stands in string and character literals is no bracket.
 */
final class SourceScan {
    private final String text;
    private final int[] depths;
    private final boolean[] literal;
    private int open;
    private boolean inTextBlock;
    private boolean hasComment;

    private SourceScan(String text) {
        this.text = text;
        this.depths = new int[text.length()];
        this.literal = new boolean[text.length()];
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
        for (int i = 0; i < text.length(); i++) {
            if (depths[i] == 0 && !literal[i] && condition.test(i)) {
                places.add(i);
            }
        }
        return places;
    }

    /** The places of a text outside of all brackets and literals. */
    List<Integer> outside(String wanted) {
        return outside(i -> text.startsWith(wanted, i));
    }

    /** The place of the bracket that closes the one at a place, or the end of the text. */
    int closing(int opening) {
        for (int i = opening + 1; i < text.length(); i++) {
            if (!literal[i] && depths[i] == depths[opening] && ")]}".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private void run() {
        Deque<Character> brackets = new ArrayDeque<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = literalFrom(i, brackets.size());
                continue;
            }
            if (c == '/' && i + 1 < text.length() && "/*".indexOf(text.charAt(i + 1)) >= 0) {
                hasComment = true;
                return;
            }
            if (closes(c, i, brackets)) {
                brackets.poll();
            }
            depths[i] = brackets.size();
            if (opens(c, i)) {
                brackets.push(c);
            }
            open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            i++;
        }
    }

    /** Marks the literal that begins at a place and tells where it ends. */
    private int literalFrom(int start, int depth) {
        boolean block = text.startsWith("\"\"\"", start);
        String quote = block ? "\"\"\"" : text.substring(start, start + 1);
        int end = start + quote.length();
        while (end < text.length() && !text.startsWith(quote, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        inTextBlock = block && end >= text.length();
        end = Math.min(end + quote.length(), text.length());
        for (int i = start; i < end; i++) {
            literal[i] = true;
            depths[i] = depth;
        }
        return end;
    }

    private boolean opens(char c, int i) {
        if (c == '<') {
            boolean spaced = i + 1 < text.length() && " =<".indexOf(text.charAt(i + 1)) >= 0;
            return !spaced;
        }
        return "([{".indexOf(c) >= 0;
    }

    private boolean closes(char c, int i, Deque<Character> brackets) {
        if (c == '>') {
            return !brackets.isEmpty() && brackets.element() == '<' && text.charAt(i - 1) != '-';
        }
        return ")]}".indexOf(c) >= 0;
    }
}
