package io.contextmill.model;

import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The defaults of fields as expressions, which have what the fields have then. */
final class Defaults {
    private Defaults() {}

    /** The default of a field; absent where it has none. */
    static Optional<Expression> of(FieldModel field) {
        return field.defaultValue().map(value -> of(field, value));
    }

    private static Expression of(FieldModel field, String value) {
        if (field.type() instanceof EnumType type) {
            return new Expression.Constant(type, value);
        }
        if (field.type() instanceof ValueType type) {
            Expression only = of(field.plain(), value);
            return new Expression.NewValue(type, List.of(Optional.of(only)));
        }
        if (field.type() instanceof IdType) {
            return new Expression.Literal(field.type(), value);
        }
        Scalar type = (Scalar) field.type();
        return switch (type) {
            case STRING, TEXT -> new Expression.Literal(Scalar.TEXT, value);
            case INT, LONG -> new Expression.Literal(Scalar.LONG, Long.valueOf(value));
            case DECIMAL -> new Expression.Literal(type, new BigDecimal(value));
            case BOOLEAN -> new Expression.Literal(type, Boolean.valueOf(value));
            case DATE -> new Expression.Literal(type, LocalDate.parse(value));
            case TIME -> new Expression.Literal(type, LocalTime.parse(value));
            case INSTANT -> new Expression.Literal(type, Instant.parse(value));
            case DURATION -> new Expression.Literal(type, Duration.parse(value));
            case UUID, JSON -> new Expression.Literal(type, value);
        };
    }
}
