package io.contextmill.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a Java file in pieces, without knowing what they mean; put together again they are
 * the text. Of what is no Java there are none.
 */
final class JavaTokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private JavaTokens(String text) {
        this.text = text;
    }

    /** What a piece is. */
    enum Kind {
        /** An identifier, or a word of the language. */
        NAME,
        /** A text between quotation marks, with them. */
        STRING,
        /** A text block, with its quotation marks. */
        BLOCK,
        /** A comment, with its marks. */
        COMMENT,
        /** White space. */
        SPACE,
        /** A number, a character, or a sign. */
        OTHER
    }

    /** A piece as it is written. */
    record Token(Kind kind, String text) {
        boolean is(String other) {
            return text.equals(other);
        }

        /** Whether it is a name that begins with a capital, as those of types do. */
        boolean isType() {
            return kind == Kind.NAME && Character.isUpperCase(text.charAt(0));
        }

        /** Whether a compiler sees it. */
        boolean isCode() {
            return kind != Kind.COMMENT && kind != Kind.SPACE;
        }
    }

    /** The pieces of a text; absent where it cannot be Java. */
    static Optional<List<Token>> of(String text) {
        JavaTokens scan = new JavaTokens(text);
        while (scan.at < text.length()) {
            if (!scan.next()) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(scan.tokens));
    }

    private boolean next() {
        char first = text.charAt(at);
        if (Character.isWhitespace(first) || first == '\uFEFF') {
            return take(Kind.SPACE, asLongAs(at, c -> Character.isWhitespace(c) || c == '\uFEFF'));
        }
        if (text.startsWith("//", at)) {
            return take(Kind.COMMENT, asLongAs(at, c -> c != '\n' && c != '\r'));
        }
        if (text.startsWith("/*", at)) {
            return take(Kind.COMMENT, behind("*/", at + 2));
        }
        if (text.startsWith("\"\"\"", at)) {
            return take(Kind.BLOCK, closed("\"\"\"", at + 3, true));
        }
        if (first == '"') {
            return take(Kind.STRING, closed("\"", at + 1, false));
        }
        if (first == '\'') {
            return take(Kind.OTHER, closed("'", at + 1, false));
        }
        if (Character.isJavaIdentifierStart(first)) {
            return take(Kind.NAME, asLongAs(at, Character::isJavaIdentifierPart));
        }
        if (Character.isDigit(first)) {
            return take(Kind.OTHER, asLongAs(at, Character::isJavaIdentifierPart));
        }
        // A backslash out here is an escape of a character, which would hide a name.
        return first != '\\' && take(Kind.OTHER, at + 1);
    }

    private boolean take(Kind kind, int end) {
        if (end < 0) {
            return false;
        }
        tokens.add(new Token(kind, text.substring(at, end)));
        at = end;
        return true;
    }

    private interface Part {
        boolean test(char c);
    }

    private int asLongAs(int from, Part part) {
        int end = from;
        while (end < text.length() && part.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int behind(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? -1 : found + mark.length();
    }

    /** Where a text ends that backslashes may stand in; negative where it does not. */
    private int closed(String mark, int from, boolean lines) {
        int end = from;
        while (end < text.length() && !text.startsWith(mark, end)) {
            char c = text.charAt(end);
            if (c == '\n' && !lines) {
                return -1;
            }
            end += c == '\\' ? 2 : 1;
        }
        return end < text.length() ? end + mark.length() : -1;
    }
}
