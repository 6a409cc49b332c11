package io.contextmill.templates.text;

/**
 * Words inside a line of a comment in an XML file: white space is one space, invisible characters
 * go.
 */
public record XmlComment(String raw) implements Encoded {
    @Override
    public String encoded() {
        // Two hyphens end a comment or break it, wherever they stand.
        String text = Characters.inOneLine(raw).replaceAll("-(?=-)", "- ");
        return text.endsWith("-") ? text + " " : text;
    }

    @Override
    public FileType fileType() {
        return FileType.XML;
    }
}
