package io.contextmill.emitters.postgres;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.postgres.Schema.ColumnOf;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A column that holds a field.
 *
 * @param name as it is decided, unquoted
 * @param field the field whose values it holds
 */
record Column(String name, FieldModel field) {

    /** The column as the database has it. */
    ColumnOf schema(boolean unique) {
        return new ColumnOf(name, Sql.type(field), field.optional(), unique, initial());
    }

    /** What rows that were there before the field have in it, where that goes without saying. */
    private Optional<String> initial() {
        Optional<String> byDefault =
                field.defaultValue().map(value -> Sql.value(field.plain(), value));
        if (byDefault.isPresent()) {
            return byDefault;
        }
        boolean mayBeEmpty =
                field.type() instanceof Type.ListType list && list.min().orElse(0) == 0;
        return mayBeEmpty && !field.optional() ? Optional.of("'[]'") : Optional.empty();
    }

    /** The name of the parameter of a statement that stands for it. */
    String parameter() {
        return ":" + name + cast();
    }

    /** What a parameter needs behind it that is handed over as a text and is none. */
    String cast() {
        return isJson() ? "::jsonb" : "";
    }

    /** Whether its values are written as JSON: those that are made of others. */
    boolean isJson() {
        return field.type().isComposite();
    }

    /**
     * A value of the field as JDBC takes it; {@code json} writes what is made of other values.
     *
     * @param value an expression of the field's type
     */
    CodeBlock written(CodeBlock value, ContextTypes types) {
        if (field.type().wrapped().isPresent()) {
            CodeBlock wrapped =
                    field.optional()
                            ? CodeBlock.of("$L.map($T::value)", value, types.type(field.type()))
                            : CodeBlock.of("$L.value()", value);
            return plain().written(wrapped, types);
        }
        if (field.type() == Scalar.INSTANT) {
            CodeBlock utc = CodeBlock.of("atOffset($T.UTC)", ZoneOffset.class);
            return field.optional()
                    ? CodeBlock.of("$L.map(instant -> instant.$L).orElse(null)", value, utc)
                    : CodeBlock.of("$L.$L", value, utc);
        }
        if (field.type() == Scalar.DURATION) {
            return field.optional()
                    ? CodeBlock.of(
                            "$L.map(duration -> $L).orElse(null)",
                            value,
                            seconds(CodeBlock.of("duration")))
                    : seconds(value);
        }
        if (isJson()) {
            return field.optional()
                    ? CodeBlock.of("$L.map(json::writeValueAsString).orElse(null)", value)
                    : CodeBlock.of("json.writeValueAsString($L)", value);
        }
        if (field.type() instanceof Scalar) {
            return field.optional() ? CodeBlock.of("$L.orElse(null)", value) : value;
        }
        return field.optional()
                ? CodeBlock.of("$L.map($T::name).orElse(null)", value, types.type(field.type()))
                : CodeBlock.of("$L.name()", value);
    }

    /** The value in a row; {@code json} reads what is made of other values. */
    CodeBlock read(ContextTypes types) {
        if (field.type().wrapped().isPresent()) {
            CodeBlock value = plain().read(types);
            return field.optional()
                    ? CodeBlock.of("$L.map($T::new)", value, types.type(field.type()))
                    : types.wrapped(field.type(), value);
        }
        if (isJson()) {
            return field.optional()
                    ? CodeBlock.of(
                            "$T.ofNullable($L).map(text -> $L)",
                            Optional.class,
                            text(),
                            parsed(CodeBlock.of("text"), types))
                    : parsed(text(), types);
        }
        TypeName type = types.type(required());
        if (field.type() instanceof Type.EnumType) {
            return converted(
                    text(), CodeBlock.of("$T.valueOf", type), CodeBlock.of("$T::valueOf", type));
        }
        return read((Scalar) field.type());
    }

    private Column plain() {
        return new Column(name, field.plain());
    }

    private CodeBlock parsed(CodeBlock text, ContextTypes types) {
        return field.type() instanceof Type.ListType list
                ? CodeBlock.of(
                        "$T.of(json.readValue($L, $T[].class))",
                        List.class,
                        text,
                        types.type(list.item().type()).box())
                : CodeBlock.of("json.readValue($L, $T.class)", text, types.type(field.type()));
    }

    private FieldModel required() {
        return new FieldModel(field.name(), field.type(), false, field.limits(), field.origin());
    }

    private CodeBlock converted(CodeBlock value, CodeBlock function, CodeBlock reference) {
        return field.optional()
                ? CodeBlock.of("$T.ofNullable($L).map($L)", Optional.class, value, reference)
                : CodeBlock.of("$L($L)", function, value);
    }

    private CodeBlock read(Scalar scalar) {
        return switch (scalar) {
            case STRING, TEXT -> optional(text());
            case INT -> primitive("getInt", Integer.class);
            case LONG -> primitive("getLong", Long.class);
            case BOOLEAN -> primitive("getBoolean", Boolean.class);
            case DECIMAL -> optional(CodeBlock.of("row.getBigDecimal($S)", name));
            case UUID -> optional(object(UUID.class));
            case DATE -> optional(object(LocalDate.class));
            case TIME -> optional(object(LocalTime.class));
            case INSTANT -> instant();
            case DURATION -> duration();
            case JSON -> throw new IllegalStateException("read as JSON");
        };
    }

    /** All of a duration as a number of seconds, which is exact. */
    private static CodeBlock seconds(CodeBlock duration) {
        return CodeBlock.of(
                "$T.valueOf($L.getSeconds()).add($T.valueOf($L.getNano(), 9))",
                BigDecimal.class,
                duration,
                BigDecimal.class,
                duration);
    }

    private CodeBlock duration() {
        CodeBlock value = CodeBlock.of("row.getBigDecimal($S)", name);
        CodeBlock parsed = CodeBlock.of("$T.parse(\"PT\" + ", Duration.class);
        return field.optional()
                ? CodeBlock.of(
                        "$T.ofNullable($L).map(seconds -> $Lseconds.toPlainString() + \"S\"))",
                        Optional.class,
                        value,
                        parsed)
                : CodeBlock.of("$L$L.toPlainString() + \"S\")", parsed, value);
    }

    private CodeBlock instant() {
        CodeBlock value = object(OffsetDateTime.class);
        return field.optional()
                ? CodeBlock.of(
                        "$T.ofNullable($L).map($T::toInstant)",
                        Optional.class,
                        value,
                        OffsetDateTime.class)
                : CodeBlock.of("$L.toInstant()", value);
    }

    private CodeBlock primitive(String getter, Class<?> boxed) {
        return field.optional()
                ? optional(object(boxed))
                : CodeBlock.of("row.$L($S)", getter, name);
    }

    private CodeBlock optional(CodeBlock value) {
        return field.optional() ? CodeBlock.of("$T.ofNullable($L)", Optional.class, value) : value;
    }

    private CodeBlock text() {
        return CodeBlock.of("row.getString($S)", name);
    }

    private CodeBlock object(Class<?> type) {
        return CodeBlock.of("row.getObject($S, $T.class)", name, type);
    }
}
