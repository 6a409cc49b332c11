package io.contextmill.templates.text;

/**
 * Words within a line of a Markdown file, shown as they are: white space is one space, invisible
 * characters go.
 */
public record MarkdownText(String raw) implements Encoded {
    private static final String MARKS = "\\`*_{}[]()<>#+-.!|~&:=\"'$@^";

    @Override
    public String encoded() {
        String line = Characters.inOneLine(raw);
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (MARKS.indexOf(c) >= 0 && isMark(line, i)) {
                encoded.append('\\');
            }
            encoded.append(c);
        }
        return encoded.toString();
    }

    /**
     * Marks that are common in prose mean something in few places only, and are left alone in the
     * others.
     */
    private static boolean isMark(String line, int at) {
        char c = line.charAt(at);
        boolean insideWord =
                at > 0
                        && at + 1 < line.length()
                        && Character.isLetterOrDigit(line.charAt(at - 1))
                        && Character.isLetterOrDigit(line.charAt(at + 1));
        boolean endOfWord =
                at > 0
                        && Character.isLetter(line.charAt(at - 1))
                        && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
        return switch (c) {
            case '\'', '"', '(', ')' -> false;
            case '-' -> !insideWord;
            case '.', '!', ':' -> !endOfWord;
            default -> true;
        };
    }

    @Override
    public FileType fileType() {
        return FileType.MARKDOWN;
    }
}
