package io.contextmill.templates.text;

/**
 * Words inside a line of a comment in Java source, read as Javadoc: white space is one space,
 * invisible characters go.
 */
public record JavaComment(String raw) implements Encoded {
    @Override
    public String encoded() {
        StringBuilder encoded = new StringBuilder();
        Characters.inOneLine(raw)
                .codePoints()
                .forEach(
                        character -> {
                            // A backslash could begin a Unicode escape, which javac translates
                            // before it sees the comment.
                            switch (character) {
                                case '&' -> encoded.append("&amp;");
                                case '<' -> encoded.append("&lt;");
                                case '>' -> encoded.append("&gt;");
                                case '*', '/', '\\', '@', '{', '}' ->
                                        encoded.append("&#").append(character).append(';');
                                default -> encoded.appendCodePoint(character);
                            }
                        });
        return encoded.toString();
    }

    @Override
    public FileType fileType() {
        return FileType.JAVA;
    }
}
