package io.contextmill.templates.text;

/**
 * A line of a code block, or a code span, of a Markdown file.
 *
 * @param raw visible characters without backticks
 */
public record MarkdownCode(String raw) implements Encoded {
    /** Rejects what could end the code: nothing can be escaped in it. */
    public MarkdownCode {
        Characters.visible(raw, "code in Markdown");
        if (raw.indexOf('`') >= 0) {
            throw new IllegalArgumentException("code in Markdown holds a backtick: " + raw);
        }
    }

    @Override
    public String encoded() {
        return raw;
    }

    @Override
    public FileType fileType() {
        return FileType.MARKDOWN;
    }
}
