package io.contextmill.trial;

import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Literal;
import io.contextmill.model.FieldModel;
import io.contextmill.model.NumberRange;
import io.contextmill.model.ScenarioModel.Items;
import io.contextmill.model.ScenarioModel.Parts;
import io.contextmill.model.ScenarioModel.Plain;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.model.ScenarioModel.Value;
import io.contextmill.model.Type;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.IdType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import io.contextmill.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values of fields, as {@link io.contextmill.model.Evaluation} computes with them. They satisfy the
 * limits of their fields and are the same in every run. Variants count from 1.
 */
public final class FieldValues {
    /** So many variants are worth trying. */
    public static final int MOST_VARIANTS = 8;

    /** So many items of a list differ from each other. */
    private static final int FEW = 3;

    /** The moment at which things are decided. */
    public static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private FieldValues() {}

    /** One of the values; others for other variants, as far as the limits let them differ. */
    public static Object sample(FieldModel declared, int variant) {
        Type type = declared.type();
        if (type instanceof ListType list) {
            return items(list, variant).map(item -> sample(list.item(), item)).toList();
        }
        if (type instanceof IdType) {
            return text(declared, variant);
        }
        if (type.wrapped().isPresent()) {
            return Map.of(type.wrapped().get().name(), sample(declared.plain(), variant));
        }
        if (type instanceof ValueType value) {
            Map<String, Object> members = new LinkedHashMap<>();
            value.fields().forEach(member -> members.put(member.name(), sample(member, variant)));
            return members;
        }
        if (isNumber(type)) {
            return number(declared, NumberRange.of(declared).sample(variant));
        }
        return type == Scalar.BOOLEAN ? isOdd(variant) : of(text(declared, variant), type);
    }

    /** The samples of a variant. */
    public static Map<String, Object> samples(List<FieldModel> fields, int variant) {
        Map<String, Object> samples = new HashMap<>();
        fields.forEach(field -> samples.put(field.name(), sample(field, variant)));
        return samples;
    }

    /** Values with others for some of their fields. */
    public static Map<String, Object> changed(
            Map<String, Object> values, List<FieldModel> fields, List<Optional<Object>> others) {
        Map<String, Object> changed = new HashMap<>(values);
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            changed.remove(name);
            others.get(i).ifPresent(value -> changed.put(name, value));
        }
        return changed;
    }

    /** A value that is written as a text, as that text. */
    public static String text(FieldModel declared, int variant) {
        FieldModel field = declared.type() instanceof IdType id ? id.value() : declared.plain();
        if (field.type() instanceof EnumType type) {
            return type.values().get((variant - 1) % type.values().size());
        }
        if (field.type() == Scalar.STRING || field.type() == Scalar.TEXT) {
            return new TextSample(field).sample(variant);
        }
        String two = String.format(Locale.ROOT, "%02d", 1 + (variant - 1) % 28);
        if (field.type() == Scalar.DATE) {
            return "2026-01-" + two;
        }
        if (field.type() == Scalar.TIME) {
            return "10:00:" + two;
        }
        if (field.type() == Scalar.INSTANT) {
            return "2026-01-" + two + "T10:00:00Z";
        }
        if (field.type() == Scalar.DURATION) {
            return Duration.ofMinutes(variant).toString();
        }
        if (field.type() == Scalar.JSON) {
            return "{\"" + Words.of(field.name()).camel() + "\":" + variant + "}";
        }
        return uuid(variant);
    }

    /** An identity as text. */
    public static String uuid(int variant) {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", variant);
    }

    /** The variants of the items of a list: as few as can be, but one. */
    public static Stream<Integer> items(ListType list, int variant) {
        int size = Math.max(1, list.min().orElse(0));
        return IntStream.range(0, size).mapToObj(place -> size > FEW ? variant : variant + place);
    }

    /** The truth of a variant. */
    public static boolean isOdd(int variant) {
        return variant % 2 != 0;
    }

    /** Whether the values of a type are numbers. */
    public static boolean isNumber(Type type) {
        return type == Scalar.INT || type == Scalar.LONG || type == Scalar.DECIMAL;
    }

    /** A value that a scenario says. What is not said of a value object is a sample. */
    public static Object said(FieldModel field, Value said) {
        if (said instanceof Items items) {
            FieldModel item = ((ListType) field.type()).item();
            return items.items().stream().map(value -> said(item, value)).toList();
        }
        if (said instanceof Parts parts) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (FieldModel member : ((ValueType) field.type()).fields()) {
                Optional<Said> part =
                        parts.parts().stream()
                                .filter(known -> known.field().equals(member.name()))
                                .findFirst();
                Optional<Object> value =
                        part.isEmpty()
                                ? Optional.of(sample(member, 1))
                                : part.get().value().map(known -> said(member, known));
                value.ifPresent(known -> members.put(member.name(), known));
            }
            return members;
        }
        if (field.type().wrapped().isPresent() && !(field.type() instanceof IdType)) {
            FieldModel wrapped = field.type().wrapped().get();
            return Map.of(wrapped.name(), said(wrapped, said));
        }
        String text = ((Plain) said).text();
        return isNumber(field.type())
                ? number(field, new BigDecimal(text))
                : of(text, field.type());
    }

    /**
     * Values that are worth trying where conditions hold or do not, the sample of the variant
     * first: what the conditions name and its neighbours, the other samples, and the ends of what
     * the field can have. Absent where the field has none.
     */
    public static List<Optional<Object>> candidates(
            FieldModel field, int variant, List<Expression> conditions) {
        List<Object> values = new ArrayList<>(List.of(sample(field, variant)));
        others(field, variant, conditions)
                .filter(value -> !values.contains(value))
                .forEach(values::add);
        List<Optional<Object>> candidates =
                new ArrayList<>(values.stream().map(Optional::of).toList());
        if (field.optional()) {
            candidates.add(Optional.empty());
        }
        return candidates;
    }

    private static Stream<Object> others(
            FieldModel field, int variant, List<Expression> conditions) {
        if (field.type().wrapped().isPresent() && !(field.type() instanceof IdType)) {
            String wrapped = field.type().wrapped().get().name();
            return others(field.plain(), variant, conditions).map(value -> Map.of(wrapped, value));
        }
        if (field.type() instanceof ValueType value) {
            return members(field, value, variant, conditions);
        }
        if (field.type() instanceof ListType list) {
            return lists(list, variant, conditions);
        }
        if (field.type() == Scalar.BOOLEAN) {
            return Stream.of(!isOdd(variant));
        }
        Stream<Object> variants =
                IntStream.rangeClosed(1, MOST_VARIANTS).mapToObj(other -> sample(field, other));
        return Stream.concat(edges(field, conditions), variants);
    }

    /** The value object with another value of one of its fields. */
    private static Stream<Object> members(
            FieldModel field, ValueType value, int variant, List<Expression> conditions) {
        return value.fields().stream()
                .flatMap(
                        member ->
                                candidates(member, variant, conditions).stream()
                                        .skip(1)
                                        .map(other -> changed(field, variant, member, other)));
    }

    private static Object changed(
            FieldModel field, int variant, FieldModel member, Optional<Object> value) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) sample(field, variant))
                .forEach((name, known) -> members.put((String) name, known));
        members.remove(member.name());
        value.ifPresent(known -> members.put(member.name(), known));
        return members;
    }

    /** Lists of other sizes, and with other items. */
    private static Stream<Object> lists(ListType list, int variant, List<Expression> conditions) {
        int least = Math.max(1, list.min().orElse(0));
        int most = Math.min(list.max().orElse(least + 2), least + 2);
        Stream<Object> sizes =
                IntStream.rangeClosed(list.min().orElse(0), most)
                        .mapToObj(
                                size ->
                                        IntStream.range(0, size)
                                                .mapToObj(
                                                        place ->
                                                                sample(
                                                                        list.item(),
                                                                        variant + place))
                                                .toList());
        Stream<Object> items =
                candidates(list.item(), variant, conditions).stream()
                        .flatMap(Optional::stream)
                        .map(item -> IntStream.range(0, least).mapToObj(place -> item).toList());
        return Stream.concat(sizes, items);
    }

    private static Stream<Object> edges(FieldModel field, List<Expression> conditions) {
        Stream<Literal> named =
                conditions.stream()
                        .flatMap(Expression::parts)
                        .flatMap(
                                part ->
                                        part instanceof Literal literal
                                                ? Stream.of(literal)
                                                : Stream.empty());
        if (isNumber(field.type())) {
            NumberRange range = NumberRange.of(field);
            Stream<BigDecimal> literals =
                    named.filter(literal -> literal.value() instanceof Number)
                            .map(literal -> new BigDecimal(literal.value().toString()))
                            .flatMap(
                                    number ->
                                            Stream.of(
                                                    number,
                                                    number.subtract(range.step()),
                                                    number.add(range.step())));
            Stream<BigDecimal> ends =
                    Stream.of(
                            BigDecimal.ZERO,
                            BigDecimal.ONE.negate(),
                            range.least(),
                            range.greatest());
            return Stream.concat(literals, ends)
                    .flatMap(number -> range.exact(number).stream())
                    .map(number -> number(field, number));
        }
        if (field.type() == Scalar.INSTANT) {
            Stream<Duration> shifts =
                    named.filter(literal -> literal.value() instanceof Duration)
                            .map(literal -> (Duration) literal.value())
                            .flatMap(by -> Stream.of(by, by.negated()));
            return Stream.concat(Stream.of(Duration.ZERO), shifts)
                    .flatMap(by -> Stream.of(by, by.minusSeconds(1), by.plusSeconds(1)))
                    .flatMap(by -> Overflows.unlessTooLarge(() -> NOW.plus(by)).stream());
        }
        if (field.type() == Scalar.DURATION) {
            return named.filter(literal -> literal.value() instanceof Duration)
                    .map(literal -> (Duration) literal.value())
                    .flatMap(by -> Stream.<Object>of(by, by.minusSeconds(1), by.plusSeconds(1)));
        }
        return Stream.empty();
    }

    private static Object number(FieldModel field, BigDecimal number) {
        return field.type() == Scalar.DECIMAL
                ? number.setScale(field.limits().scale().orElse(0))
                : (Object) number.longValueExact();
    }

    /** What a text means as a value that is no number and is not made of others. */
    private static Object of(String text, Type type) {
        if (!(type instanceof Scalar scalar)) {
            return text;
        }
        return switch (scalar) {
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case INSTANT -> Instant.parse(text);
            case DURATION -> Duration.parse(text);
            default -> text;
        };
    }
}
