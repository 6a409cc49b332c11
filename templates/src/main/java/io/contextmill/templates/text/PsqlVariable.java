package io.contextmill.templates.text;

import java.util.regex.Pattern;

/**
 * The name of an environment variable in a script for {@code psql}.
 *
 * @param raw upper-case letters, digits and underscores
 */
public record PsqlVariable(String raw) implements Encoded {
    private static final Pattern FORM = Pattern.compile("[A-Z_][A-Z0-9_]*");

    /** Rejects a name of another form: it cannot be written in another way. */
    public PsqlVariable {
        if (!FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException("not an environment variable: " + raw);
        }
    }

    @Override
    public String encoded() {
        return raw;
    }

    @Override
    public FileType fileType() {
        return FileType.SQL;
    }
}
