package io.contextmill.templates.text;

import java.util.regex.Pattern;

/**
 * The name of an element in an XML file, such as a property of a Maven build.
 *
 * @param raw letters, digits, dots, underscores and hyphens; a letter first
 */
public record XmlName(String raw) implements Encoded {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    /** Rejects what is no such name: it cannot be written in another way. */
    public XmlName {
        if (!FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException("not a name in XML: " + raw);
        }
    }

    @Override
    public String encoded() {
        return raw;
    }

    @Override
    public FileType fileType() {
        return FileType.XML;
    }
}
