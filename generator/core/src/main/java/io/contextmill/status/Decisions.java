package io.contextmill.status;

import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The methods {@code decide} that a Java file declares. */
final class Decisions {
    private final SourceFile file;
    private final List<Token> tokens;

    private Decisions(SourceFile file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    private record Token(String text, int line) {
        boolean isWord() {
            return Character.isJavaIdentifierStart(text.charAt(0));
        }
    }

    /** Reads the words and signs of a file; comments and texts are none. */
    static Decisions in(SourceFile file) {
        StreamTokenizer java = new StreamTokenizer(new StringReader(file.text()));
        java.resetSyntax();
        java.whitespaceChars(0, ' ');
        java.wordChars('a', 'z');
        java.wordChars('A', 'Z');
        java.wordChars('0', '9');
        java.wordChars(0xa0, 0xff);
        java.wordChars('_', '_');
        java.wordChars('$', '$');
        java.wordChars('.', '.');
        java.quoteChar('"');
        java.quoteChar('\'');
        java.slashSlashComments(true);
        java.slashStarComments(true);
        List<Token> tokens = new ArrayList<>();
        try {
            while (java.nextToken() != StreamTokenizer.TT_EOF) {
                if (java.ttype == StreamTokenizer.TT_WORD) {
                    tokens.add(new Token(java.sval, java.lineno()));
                } else if (java.ttype != '"' && java.ttype != '\'') {
                    tokens.add(new Token(String.valueOf((char) java.ttype), java.lineno()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Decisions(file, tokens);
    }

    /** Where a command is decided about: its class is the type of the last parameter. */
    List<SourceSpan> about(String command) {
        List<SourceSpan> places = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).text().equals("decide") && tokens.get(i + 1).text().equals("(")) {
                if (isType(command, i + 2)) {
                    places.add(line(tokens.get(i).line()));
                }
            }
        }
        return places;
    }

    /** Whether the parameters that begin there end with one of that type. A call has no types. */
    private boolean isType(String command, int first) {
        int end = first;
        while (end < tokens.size() && !tokens.get(end).text().equals(")")) {
            end++;
        }
        if (end - first < 2) {
            return false;
        }
        Token type = tokens.get(end - 2);
        return tokens.get(end - 1).isWord()
                && (type.text().equals(command) || type.text().endsWith("." + command));
    }

    private SourceSpan line(int number) {
        Position start = new Position(number, 1);
        return new SourceSpan(file, start, start);
    }
}
