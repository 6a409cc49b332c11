package io.contextmill.templates.text;

/** Words behind the {@code #} of a YAML file: white space is one space, invisible characters go. */
public record YamlComment(String raw) implements Encoded {
    @Override
    public String encoded() {
        return Characters.inOneLine(raw);
    }

    @Override
    public FileType fileType() {
        return FileType.YAML;
    }
}
