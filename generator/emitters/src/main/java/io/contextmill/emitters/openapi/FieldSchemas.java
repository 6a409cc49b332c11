package io.contextmill.emitters.openapi;

import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Bound;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the values of a field look like in JSON, as a schema (JSON Schema 2020-12, as OpenAPI 3.1
 * has it).
 */
final class FieldSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Function<Type, String> schemas;

    /** Schemas that refer to a declared type's own by the name that {@code schemas} gives it. */
    FieldSchemas(Function<Type, String> schemas) {
        this.schemas = schemas;
    }

    /** The schema of a field; {@code null} is among the values of an optional one. */
    ObjectNode of(FieldModel declared) {
        if (isDeclared(declared.type())) {
            ObjectNode reference =
                    JSON.objectNode()
                            .put("$ref", "#/components/schemas/" + schemas.apply(declared.type()));
            return declared.optional() ? orNull(reference) : reference;
        }
        FieldModel field = declared.plain();
        ObjectNode schema = type(field);
        if (field.type() instanceof Scalar scalar) {
            limits(schema, scalar, field.limits());
        }
        return schema;
    }

    /** The schema of a field whatever the limits of its values. */
    ObjectNode type(FieldModel field) {
        if (isDeclared(field.type())) {
            return of(field);
        }
        ObjectNode schema = JSON.objectNode();
        if (field.type() instanceof Type.ListType list) {
            type(schema, "array", field.optional());
            list.min().ifPresent(min -> schema.put("minItems", min));
            list.max().ifPresent(max -> schema.put("maxItems", max));
            schema.set("items", of(list.item()));
            return schema;
        }
        Scalar scalar = (Scalar) field.plain().type();
        type(schema, jsonType(scalar), field.optional());
        format(schema, scalar);
        return schema;
    }

    private static boolean isDeclared(Type type) {
        return type instanceof Type.EnumType || type instanceof Type.ValueType;
    }

    /** The schema of an identity. */
    ObjectNode of(Type.IdType id) {
        return of(id.value());
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static void type(ObjectNode schema, String type, boolean optional) {
        if (optional) {
            schema.putArray("type").add(type).add("null");
        } else {
            schema.put("type", type);
        }
    }

    private static String jsonType(Scalar scalar) {
        return switch (scalar) {
            case INT, LONG -> "integer";
            case DECIMAL -> "number";
            case BOOLEAN -> "boolean";
            case STRING, TEXT, UUID, DATE, TIME, INSTANT, DURATION -> "string";
        };
    }

    private static void format(ObjectNode schema, Scalar scalar) {
        switch (scalar) {
            case INT -> schema.put("format", "int32");
            case LONG -> schema.put("format", "int64");
            case UUID -> schema.put("format", "uuid");
            case DATE -> schema.put("format", "date");
            case TIME -> schema.put("format", "time-local");
            case INSTANT -> schema.put("format", "date-time");
            case DURATION ->
                    schema.put("format", "duration")
                            .put(
                                    "description",
                                    "Days of 24 hours, hours, minutes and seconds, as in PT1H30M.");
            case STRING, TEXT, DECIMAL, BOOLEAN -> {}
        }
    }

    private static void limits(ObjectNode schema, Scalar scalar, Limits limits) {
        limits.minLength().ifPresent(length -> schema.put("minLength", length));
        limits.maxLength().ifPresent(length -> schema.put("maxLength", length));
        limits.pattern().ifPresent(pattern -> schema.put("pattern", "^(?:" + pattern + ")$"));
        limits.bounds().forEach(bound -> bound(schema, bound));
        if (scalar == Scalar.DECIMAL) {
            digits(schema, limits);
        }
    }

    private static void bound(ObjectNode schema, Bound bound) {
        String keyword =
                switch (bound.comparison()) {
                    case AT_LEAST -> "minimum";
                    case MORE_THAN -> "exclusiveMinimum";
                    case AT_MOST -> "maximum";
                    case LESS_THAN -> "exclusiveMaximum";
                };
        schema.put(keyword, tighter(schema, keyword, bound));
    }

    private static BigDecimal tighter(ObjectNode schema, String keyword, Bound bound) {
        if (!schema.has(keyword)) {
            return bound.value();
        }
        BigDecimal other = schema.get(keyword).decimalValue();
        return keyword.endsWith("inimum") ? other.max(bound.value()) : other.min(bound.value());
    }

    /**
     * A multiple of 0.01 is not said: binary floating point makes validators refuse values that are
     * such.
     */
    private static void digits(ObjectNode schema, Limits limits) {
        int scale = limits.scale().orElse(0);
        int precision = limits.precision().orElseThrow();
        BigDecimal greatest =
                BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE).movePointLeft(scale);
        if (!schema.has("minimum") && !schema.has("exclusiveMinimum")) {
            schema.put("minimum", greatest.negate());
        }
        if (!schema.has("maximum") && !schema.has("exclusiveMaximum")) {
            schema.put("maximum", greatest);
        }
        if (scale == 0) {
            schema.put("description", "A whole number.");
        } else {
            schema.put("description", "At most %d digits behind the point.".formatted(scale));
        }
    }
}
