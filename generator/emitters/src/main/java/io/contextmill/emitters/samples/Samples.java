package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.FieldTypes;
import io.contextmill.emitters.java.Literals;
import io.contextmill.model.FieldModel;
import io.contextmill.model.NumberRange;
import io.contextmill.model.ScenarioModel.Value;
import io.contextmill.model.Type;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Names;
import io.contextmill.trial.FieldValues;
import io.contextmill.trial.TextSample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sample values of fields, as Java and as JSON. A value satisfies the limits of its field and is
 * the same in every run; values of different variants differ where the limits let them. Variants
 * count from 1.
 */
public final class Samples {
    /** So many items of a list are written out one by one. */
    private static final int FEW = 3;

    private final FieldTypes types;

    /** Samples for fields, as what these types make of them. */
    public Samples(FieldTypes types) {
        this.types = types;
    }

    /**
     * A value that breaks one limit, and all others are kept.
     *
     * @param what which limit, in words for a name: {@code tooLong}, {@code tooSmall}
     * @param json the value
     * @param at where it stands in the field's value, as a JSON pointer (RFC 6901); empty where it
     *     is all of it
     */
    public record Beyond(String what, String json, String at) {
        private Beyond(String what, String json) {
            this(what, json, "");
        }

        private Beyond within(String member) {
            return new Beyond(what, json, "/" + member + at);
        }
    }

    /**
     * An expression for a value; an {@code Optional} that has one for a field that may be missing.
     */
    public CodeBlock java(FieldModel field, int variant) {
        CodeBlock value = value(field, variant);
        return field.optional() ? CodeBlock.of("$T.of($L)", Optional.class, value) : value;
    }

    /**
     * An expression for a text that is part of a value, in other letters where these are plain
     * ones; an {@code Optional} that has one for a field that may be missing.
     */
    public CodeBlock part(FieldModel field, int variant) {
        CodeBlock part = Literals.string(part(FieldValues.text(field, variant)));
        return field.optional() ? CodeBlock.of("$T.of($L)", Optional.class, part) : part;
    }

    /** Whether the {@linkplain #part part} of a value is in the value of another variant too. */
    public boolean isPart(FieldModel field, int variant, int other) {
        String part = part(FieldValues.text(field, variant)).toLowerCase(Locale.ROOT);
        return FieldValues.text(field, other).toLowerCase(Locale.ROOT).contains(part);
    }

    private static String part(String text) {
        boolean plain = text.chars().allMatch(c -> c < 128);
        return plain && text.length() > 1 ? text.substring(1).toUpperCase(Locale.ROOT) : text;
    }

    /**
     * An expression for a value that a scenario says; for none where it says that there is none.
     */
    public CodeBlock java(FieldModel field, Optional<Value> said) {
        return new SampleData(types).java(field, said.map(value -> FieldValues.said(field, value)));
    }

    /** The default of a field as JSON text; absent if it has none. */
    public Optional<String> defaultJson(FieldModel field) {
        Type type = field.plain().type();
        boolean bare = FieldValues.isNumber(type) || type == Scalar.BOOLEAN;
        return field.defaultValue().map(value -> bare ? value : quoted(value));
    }

    /** A value as JSON text. */
    public String json(FieldModel declared, int variant) {
        FieldModel field = written(declared);
        Type type = field.type();
        if (type instanceof ValueType value) {
            return object(value, variant);
        }
        if (type instanceof ListType list) {
            return array(
                    FieldValues.items(list, variant).map(item -> json(list.item(), item)).toList());
        }
        if (FieldValues.isNumber(type)) {
            return NumberRange.of(field).sample(variant).toPlainString();
        }
        if (type == Scalar.BOOLEAN) {
            return String.valueOf(FieldValues.isOdd(variant));
        }
        return type == Scalar.JSON
                ? FieldValues.text(field, variant)
                : quoted(FieldValues.text(field, variant));
    }

    /** The members of a JSON object with an identity and the values of fields. */
    public List<String> json(String identity, String id, List<FieldModel> fields, int variant) {
        return Stream.concat(
                        Stream.of(quoted(identity) + ": " + quoted(id)), members(fields, variant))
                .toList();
    }

    /** A value, as expressions are evaluated with. */
    Object data(FieldModel field, int variant) {
        return FieldValues.sample(field, variant);
    }

    /** Other values than the first sample, those just beyond the limits among them. */
    Stream<Object> others(FieldModel field) {
        Stream<Object> whole =
                beyond(field).stream()
                        .filter(other -> other.at().isEmpty() && !other.what().startsWith("too"))
                        .map(other -> SampleData.of(field, other.json()));
        Stream<Object> numbers =
                FieldValues.isNumber(field.plain().type())
                        ? Stream.of("0", "-1").map(json -> SampleData.of(field, json))
                        : Stream.empty();
        Stream<Object> samples =
                IntStream.rangeClosed(2, 8).mapToObj(variant -> data(field, variant));
        return Stream.of(samples, numbers, whole).flatMap(some -> some);
    }

    /** An expression for a computed value. */
    CodeBlock computed(FieldModel field, Optional<Object> value) {
        return new SampleData(types).java(field, value);
    }

    /** For each limit of a field a value just beyond it. */
    public List<Beyond> beyond(FieldModel declared) {
        FieldModel field = written(declared);
        List<Beyond> beyond = new ArrayList<>();
        if (field.type() instanceof ValueType value) {
            value.fields().stream()
                    .flatMap(member -> inner(member).map(inner -> inner.within(Names.json(member))))
                    .forEach(beyond::add);
        }
        if (field.type() instanceof ListType list) {
            beyond(list).forEach(beyond::add);
        }
        if (FieldValues.isNumber(field.type())) {
            NumberRange range = NumberRange.of(field);
            range.below()
                    .ifPresent(
                            number -> beyond.add(new Beyond("tooSmall", number.toPlainString())));
            range.above()
                    .ifPresent(
                            number -> beyond.add(new Beyond("tooLarge", number.toPlainString())));
            tooPrecise(field, range).ifPresent(beyond::add);
        }
        if (isText(field.type())) {
            TextSample text = new TextSample(field);
            text.tooShort().ifPresent(value -> beyond.add(new Beyond("tooShort", quoted(value))));
            text.tooLong().ifPresent(value -> beyond.add(new Beyond("tooLong", quoted(value))));
            text.unlike()
                    .ifPresent(value -> beyond.add(new Beyond("unlikeItsPattern", quoted(value))));
        }
        return beyond;
    }

    private Stream<Beyond> beyond(ListType list) {
        String item = json(list.item(), 1);
        List<Beyond> sizes = new ArrayList<>();
        list.min()
                .ifPresent(
                        min -> {
                            if (min > 0) {
                                sizes.add(
                                        new Beyond(
                                                "tooFew",
                                                array(Collections.nCopies(min - 1, item))));
                            }
                        });
        list.max()
                .ifPresent(
                        max ->
                                sizes.add(
                                        new Beyond(
                                                "tooMany",
                                                array(Collections.nCopies(max + 1, item)))));
        return Stream.concat(sizes.stream(), inner(list.item()).map(inner -> inner.within("0")));
    }

    /**
     * What is wrong with a value within another: that it is missing is, unless it has a default.
     */
    private Stream<Beyond> inner(FieldModel field) {
        Stream<Beyond> missing =
                field.mayBeLeftOut() ? Stream.empty() : Stream.of(new Beyond("missing", "null"));
        return Stream.concat(missing, beyond(field).stream());
    }

    private String object(ValueType value, int variant) {
        return object(members(value.fields(), variant));
    }

    private static String object(Stream<String> members) {
        return members.collect(Collectors.joining(", ", "{", "}"));
    }

    private Stream<String> members(List<FieldModel> fields, int variant) {
        return fields.stream()
                .map(field -> quoted(Names.json(field)) + ": " + json(field, variant));
    }

    private static String array(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    /**
     * Whether each variant up to one is greater than that before, as numbers and times are
     * compared.
     */
    boolean isAscending(FieldModel declared, int last) {
        FieldModel field = declared.plain();
        if (FieldValues.isNumber(field.type())) {
            NumberRange range = NumberRange.of(field);
            return IntStream.range(1, last)
                    .allMatch(
                            variant ->
                                    range.sample(variant).compareTo(range.sample(variant + 1)) < 0);
        }
        if (field.type() == Scalar.STRING || field.type() == Scalar.TEXT) {
            return IntStream.range(1, last)
                    .allMatch(variant -> TextSample.isAscending(field, variant, variant + 1));
        }
        return field.type() == Scalar.DATE
                || field.type() == Scalar.TIME
                || field.type() == Scalar.INSTANT
                || field.type() == Scalar.DURATION;
    }

    /** An identity. */
    public CodeBlock identity(Type.IdType id, int variant) {
        return types.wrapped(id, scalar((Scalar) id.value().type(), id.value(), variant));
    }

    /**
     * What the first of the identities is written as, as an expression.
     *
     * @param uuid an expression for that, where it is a UUID
     */
    public static CodeBlock written(Type.IdType id, CodeBlock uuid) {
        return id.isUuid() ? uuid : Literals.string(text(id, 1));
    }

    /** What an identity is written as. */
    public static String text(Type.IdType id, int variant) {
        return FieldValues.text(id.value(), variant);
    }

    /** A text that no identity is written as, and that can stand in an address nonetheless. */
    public static String noText(Type.IdType id) {
        return id.isUuid()
                ? "not-an-id"
                : new TextSample(id.value())
                        .unlike()
                        .filter(text -> !text.isBlank())
                        .or(() -> new TextSample(id.value()).tooLong())
                        .orElseThrow();
    }

    /** What is written of a field: of an identity the same, whatever holds it. */
    private static FieldModel written(FieldModel field) {
        return field.type() instanceof Type.IdType id ? id.value() : field.plain();
    }

    /** A UUID. */
    public static CodeBlock uuid(int variant) {
        return Literals.uuid(FieldValues.uuid(variant));
    }

    private static CodeBlock parsed(Class<?> type, String text) {
        return CodeBlock.of("$T.parse($L)", type, Literals.string(text));
    }

    private CodeBlock value(FieldModel field, int variant) {
        Type type = field.type();
        if (type instanceof Type.EnumType) {
            return CodeBlock.of(
                    "$T.$L", types.type(type), Names.constant(FieldValues.text(field, variant)));
        }
        if (type.wrapped().isPresent()) {
            return types.wrapped(type, value(written(field), variant));
        }
        if (type instanceof ValueType declared) {
            CodeBlock members =
                    declared.fields().stream()
                            .map(member -> java(member, variant))
                            .collect(CodeBlock.joining(", "));
            return CodeBlock.of("new $T($L)", types.type(type), members);
        }
        return type instanceof ListType list
                ? list(list, variant)
                : scalar((Scalar) type, field, variant);
    }

    private CodeBlock list(ListType list, int variant) {
        List<Integer> items = FieldValues.items(list, variant).toList();
        if (items.size() > FEW) {
            return CodeBlock.of(
                    "$T.nCopies($L, $L)",
                    Collections.class,
                    items.size(),
                    value(list.item(), variant));
        }
        CodeBlock values =
                items.stream()
                        .map(item -> value(list.item(), item))
                        .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.of($L)", List.class, values);
    }

    private CodeBlock scalar(Scalar type, FieldModel field, int variant) {
        return switch (type) {
            case STRING, TEXT -> Literals.string(FieldValues.text(field, variant));
            case INT -> CodeBlock.of("$L", NumberRange.of(field).sample(variant).toPlainString());
            case LONG -> CodeBlock.of("$LL", NumberRange.of(field).sample(variant).toPlainString());
            case DECIMAL ->
                    CodeBlock.of(
                            "new $T($L)",
                            BigDecimal.class,
                            Literals.string(NumberRange.of(field).sample(variant).toPlainString()));
            case BOOLEAN -> CodeBlock.of("$L", FieldValues.isOdd(variant));
            case UUID -> uuid(variant);
            case DATE -> parsed(LocalDate.class, FieldValues.text(field, variant));
            case TIME -> parsed(LocalTime.class, FieldValues.text(field, variant));
            case INSTANT -> parsed(Instant.class, FieldValues.text(field, variant));
            case DURATION -> Literals.duration(Duration.parse(FieldValues.text(field, variant)));
            case JSON -> types.document(FieldValues.text(field, variant));
        };
    }

    private static Optional<Beyond> tooPrecise(FieldModel field, NumberRange range) {
        if (field.type() != Scalar.DECIMAL) {
            return Optional.empty();
        }
        BigDecimal between = range.sample(1).add(range.step().movePointLeft(1));
        return Optional.of(new Beyond("tooPrecise", between.toPlainString()));
    }

    private static boolean isText(Type type) {
        return type == Scalar.STRING || type == Scalar.TEXT;
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
