package io.contextmill.templates.text;

/**
 * The content of an element, or the value of an attribute, of an XML file. What the reader does
 * with the text is not this type's business: Maven replaces {@code ${…}} in it.
 *
 * @param raw characters that XML can hold
 */
public record XmlText(String raw) implements Encoded {
    /**
     * Rejects characters that XML cannot hold, and carriage returns and the like, which it would
     * change.
     */
    public XmlText {
        Characters.visible(raw, "XML text");
    }

    /**
     * A text in which Maven replaces nothing.
     *
     * @throws IllegalArgumentException if there is an expression in it, which cannot be written in
     *     another way
     */
    public static XmlText forMaven(String raw) {
        if (raw.contains("${") || raw.contains("@{")) {
            throw new IllegalArgumentException("an expression of Maven: " + raw);
        }
        return new XmlText(raw);
    }

    @Override
    public String encoded() {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    @Override
    public FileType fileType() {
        return FileType.XML;
    }
}
