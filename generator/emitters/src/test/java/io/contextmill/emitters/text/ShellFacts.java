package io.contextmill.emitters.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a POSIX shell reads: words without their quotes, operators, ends of lines; and what it would
 * expand. Comments are nothing.
 */
final class ShellFacts {
    private static final String OPERATORS = ";&|<>(){}!";
    private static final String EXPANDED = "$`*?[~";

    private final String text;
    private final List<String> facts = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellFacts(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        ShellFacts shell = new ShellFacts(text);
        shell.read();
        return shell.facts;
    }

    private void read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == ' ' || c == '\t') {
                endWord();
                if (c == '\n') {
                    facts.add("end of line");
                }
            } else if (c == '#' && !inWord) {
                i = text.indexOf('\n', i) - 1;
            } else if (OPERATORS.indexOf(c) >= 0) {
                endWord();
                facts.add("operator " + c);
            } else {
                inWord = true;
                i = part(i, c);
            }
        }
        endWord();
    }

    /** Reads a quoted part of a word, or one character; the place of its last character. */
    private int part(int at, char c) {
        if (c == '\'') {
            int end = text.indexOf('\'', at + 1);
            word.append(text, at + 1, end);
            return end;
        }
        if (c == '"') {
            int end = text.indexOf('"', at + 1);
            String quoted = text.substring(at + 1, end);
            if (quoted.matches("(?s).*[\\\\$`].*")) {
                throw new AssertionError("no encoder writes \"" + quoted + "\"");
            }
            word.append(quoted);
            return end;
        }
        if (c == '\\') {
            word.append(text.charAt(at + 1));
            return at + 1;
        }
        if (EXPANDED.indexOf(c) >= 0) {
            facts.add("expands " + c);
        }
        word.append(c);
        return at;
    }

    private void endWord() {
        if (inWord) {
            facts.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
