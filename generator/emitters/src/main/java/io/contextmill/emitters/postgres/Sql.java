package io.contextmill.emitters.postgres;

import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.Scalar;
import io.contextmill.words.ReservedWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names and types as PostgreSQL reads them. This is the only encoder for what of a spec stands in
 * SQL.
 */
final class Sql {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Sql() {}

    /** A name: as it is where PostgreSQL takes it for a name, else in quotes. */
    static String name(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !ReservedWords.isPostgresqlKeyword(name);
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A text. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The type of the column that holds a field. */
    static String type(FieldModel declared) {
        FieldModel field = declared.plain();
        if (field.type().isComposite()) {
            return "jsonb";
        }
        return field.type() instanceof Scalar scalar ? type(scalar, field.limits()) : "text";
    }

    /** A literal of a value of a field as a scenario writes it. */
    static String value(FieldModel field, String value) {
        if (field.type() == Scalar.DURATION) {
            Duration length = Duration.parse(value);
            return BigDecimal.valueOf(length.getSeconds())
                    .add(BigDecimal.valueOf(length.getNano(), 9))
                    .toPlainString();
        }
        boolean bare =
                Set.of(Scalar.INT, Scalar.LONG, Scalar.DECIMAL, Scalar.BOOLEAN)
                        .contains(field.type());
        if (bare) {
            return value;
        }
        // Flyway takes `${` for the beginning of a placeholder, wherever it stands.
        return value.contains("${")
                ? "(" + text(value).replace("${", "$' || '{") + ")"
                : text(value);
    }

    /** A literal of some value of a field's type, whichever. */
    static String any(FieldModel field) {
        return switch (type(field).replaceFirst("\\(.*", "")) {
            case "integer", "bigint", "numeric" -> "0";
            case "boolean" -> "false";
            case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
            case "date", "timestamptz" -> "'epoch'";
            case "time" -> "'00:00'";
            default -> "''";
        };
    }

    private static String type(Scalar scalar, FieldModel.Limits limits) {
        return switch (scalar) {
            case STRING -> "varchar(" + limits.maxLength().orElseThrow() + ")";
            case TEXT -> "text";
            case INT -> "integer";
            case LONG -> "bigint";
            case DECIMAL ->
                    "numeric(%d, %d)"
                            .formatted(limits.precision().orElseThrow(), limits.scale().orElse(0));
            case BOOLEAN -> "boolean";
            case UUID -> "uuid";
            case DATE -> "date";
            case TIME -> "time";
            case INSTANT -> "timestamptz";
            // Seconds. An interval has months and days of no fixed length, and is less exact.
            case DURATION -> "numeric(28, 9)";
            case JSON -> "jsonb";
        };
    }
}
