package io.contextmill.templates.text;

import java.util.regex.Pattern;

/**
 * A name in SQL that needs no quotes. Whether it is a reserved word is the business of whoever
 * chooses names.
 *
 * @param raw lower-case letters, digits and underscores; as long as PostgreSQL takes without
 *     cutting
 */
public record SqlIdentifier(String raw) implements Encoded {
    private static final Pattern FORM = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** Rejects what would need quotes. */
    public SqlIdentifier {
        if (!FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException("not a plain name in SQL: " + raw);
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
