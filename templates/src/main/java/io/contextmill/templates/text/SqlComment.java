package io.contextmill.templates.text;

/**
 * Words behind the {@code --} of an SQL file: white space is one space, invisible characters go,
 * and so that Flyway finds nothing to replace, a dollar sign and a brace behind it are kept apart
 * by a space.
 */
public record SqlComment(String raw) implements Encoded {
    @Override
    public String encoded() {
        return Characters.inOneLine(raw).replace("${", "$ {");
    }

    @Override
    public FileType fileType() {
        return FileType.SQL;
    }
}
