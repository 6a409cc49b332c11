package io.contextmill.templates.text;

/** A text together with the kind of place that it is for. A template prints nothing else. */
public sealed interface Encoded
        permits JavaComment,
                JavaName,
                JavaString,
                MarkdownCode,
                MarkdownText,
                PropertyText,
                PsqlVariable,
                ShellWord,
                SqlComment,
                SqlIdentifier,
                SqlLiteral,
                XmlComment,
                XmlName,
                XmlText,
                YamlComment,
                YamlIndent,
                YamlScalar {

    /** As it was given. */
    String raw();

    /**
     * As it stands in the file: what reads the file reads {@link #raw()} there, and nothing else
     * anywhere.
     */
    String encoded();

    /** The kind of file that it can stand in. */
    FileType fileType();
}
