package io.contextmill.templates.text;

/**
 * A text literal in SQL, quotes included. Flyway, which replaces {@code ${…}} before PostgreSQL
 * sees the file, finds nothing to replace.
 *
 * @param raw anything but the character NUL, which PostgreSQL cannot hold
 */
public record SqlLiteral(String raw) implements Encoded {
    /** Rejects NUL and halves of characters. */
    public SqlLiteral {
        if (raw.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("PostgreSQL cannot hold this text");
        }
    }

    @Override
    public String encoded() {
        String literal = "'" + raw.replace("'", "''").replace("${", "$' || '{") + "'";
        return literal.contains("' || '") ? "(" + literal + ")" : literal;
    }

    @Override
    public FileType fileType() {
        return FileType.SQL;
    }
}
