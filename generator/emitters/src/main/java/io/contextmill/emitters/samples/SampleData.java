package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.FieldTypes;
import io.contextmill.emitters.java.Literals;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Names;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as {@link io.contextmill.model.Evaluation} computes with them: of JSON, and as Java code.
 */
final class SampleData {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** So many items of a list are written out one by one. */
    private static final int FEW = 3;

    private final FieldTypes types;

    SampleData(FieldTypes types) {
        this.types = types;
    }

    /** The value of a field that is written like that. */
    static Object of(FieldModel field, String json) {
        return of(field, JSON.readTree(json));
    }

    private static Object of(FieldModel field, JsonNode json) {
        Type type = field.type();
        if (type instanceof ListType list) {
            List<Object> items = new ArrayList<>();
            json.forEach(item -> items.add(of(list.item(), item)));
            return items;
        }
        if (type instanceof IdType) {
            return json.asString();
        }
        if (type.wrapped().isPresent()) {
            return Map.of(type.wrapped().get().name(), of(field.plain(), json));
        }
        if (type instanceof ValueType value) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (FieldModel member : value.fields()) {
                JsonNode said = json.path(Names.json(member));
                if (!said.isMissingNode() && !said.isNull()) {
                    members.put(member.name(), of(member, said));
                }
            }
            return members;
        }
        if (!(type instanceof Scalar scalar)) {
            return json.asString();
        }
        return switch (scalar) {
            case INT, LONG -> json.longValue();
            case DECIMAL -> json.decimalValue().setScale(field.limits().scale().orElse(0));
            case BOOLEAN -> json.booleanValue();
            case STRING, TEXT, UUID -> json.asString();
            case DATE -> LocalDate.parse(json.asString());
            case TIME -> LocalTime.parse(json.asString());
            case INSTANT -> Instant.parse(json.asString());
            case DURATION -> Duration.parse(json.asString());
            case JSON -> json.toString();
        };
    }

    /** An expression for the value of a field, an {@code Optional} where it may be missing. */
    CodeBlock java(FieldModel field, Optional<Object> value) {
        if (!field.optional()) {
            return java(field, value.orElseThrow());
        }
        return value.map(known -> CodeBlock.of("$T.of($L)", Optional.class, java(field, known)))
                .orElseGet(() -> CodeBlock.of("$T.empty()", Optional.class));
    }

    private CodeBlock java(FieldModel field, Object value) {
        Type type = field.type();
        if (type instanceof ListType list) {
            List<?> all = (List<?>) value;
            if (all.size() > FEW && all.stream().distinct().count() == 1) {
                return CodeBlock.of(
                        "$T.nCopies($L, $L)",
                        Collections.class,
                        all.size(),
                        java(list.item(), Objects.requireNonNull(all.get(0))));
            }
            CodeBlock items =
                    all.stream()
                            .map(item -> java(list.item(), item))
                            .collect(CodeBlock.joining(", "));
            return CodeBlock.of("$T.of($L)", List.class, items);
        }
        if (type instanceof ValueType scalar && scalar.scalar()) {
            FieldModel plain = scalar.fields().get(0);
            Object wrapped = Objects.requireNonNull(((Map<?, ?>) value).get(plain.name()));
            return types.wrapped(scalar, java(plain, wrapped));
        }
        if (type instanceof ValueType made) {
            CodeBlock members =
                    made.fields().stream()
                            .map(
                                    member ->
                                            java(
                                                    member,
                                                    Optional.ofNullable(
                                                            ((Map<?, ?>) value)
                                                                    .get(member.name()))))
                            .collect(CodeBlock.joining(", "));
            return CodeBlock.of("new $T($L)", types.type(type), members);
        }
        if (type instanceof EnumType) {
            return CodeBlock.of("$T.$L", types.type(type), Names.constant((String) value));
        }
        if (type instanceof IdType id) {
            return types.wrapped(id, java(id.value(), value));
        }
        return switch ((Scalar) type) {
            case STRING, TEXT -> Literals.string((String) value);
            case INT, BOOLEAN -> CodeBlock.of("$L", value);
            case LONG -> CodeBlock.of("$LL", value);
            case DECIMAL ->
                    CodeBlock.of(
                            "new $T($L)",
                            BigDecimal.class,
                            Literals.string(((BigDecimal) value).toPlainString()));
            case UUID -> Literals.uuid((String) value);
            case DATE, TIME, INSTANT -> Literals.moment((Temporal) value);
            case DURATION -> Literals.duration((Duration) value);
            case JSON -> types.document((String) value);
        };
    }
}
