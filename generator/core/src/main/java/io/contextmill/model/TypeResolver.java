package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.FieldModel.Bound;
import io.contextmill.model.FieldModel.Comparison;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.spec.ContextSpec.FieldSpec;
import io.contextmill.spec.Later;
import io.contextmill.spec.SpecRules;
import io.contextmill.spec.Text;
import io.contextmill.spec.TypeExpression;
import io.contextmill.spec.TypeExpression.Range;
import io.contextmill.words.TypeSynonyms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Resolves the type of a field and checks that what limits its values fits the type.
 *
 * <p>A {@code string} without a size has at most {@value #DEFAULT_LENGTH} characters, and none of
 * them less than nothing; a size of one number is the most. A {@code decimal} always has a
 * precision; its scale is 0 where it is left out.
 */
final class TypeResolver {
    /** The most characters of a {@code string} that does not say. */
    static final int DEFAULT_LENGTH = 255;

    /**
     * The longest {@code varchar} and the most digits of a {@code numeric} that PostgreSQL
     * declares.
     */
    private static final int LONGEST_STRING = 10_485_760;

    private static final int MOST_DIGITS = 1000;

    /** The longest list that says how long it is: all of it is read and written at once. */
    private static final int LONGEST_LIST = 1000;

    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Hints hints;
    private final List<Diagnostic> findings;

    /**
     * @param declared the enums and ids that a name may mean; of several with one name the first
     *     counts
     */
    TypeResolver(List<? extends Type> declared, Hints hints, List<Diagnostic> findings) {
        this.hints = hints;
        this.findings = findings;
        for (Scalar scalar : Scalar.values()) {
            types.put(scalar.word(), scalar);
        }
        declared.forEach(type -> types.putIfAbsent(type.word(), type));
    }

    /** Knows one more type from now on. */
    void learn(Type type) {
        types.putIfAbsent(type.word(), type);
    }

    /**
     * The field, with its default; absent if its type is unknown, which is reported as a default is
     * that fits no value. What limits the values of a list limits each of its items.
     */
    Optional<FieldModel> resolve(FieldSpec field) {
        return withoutDefault(field)
                .map(
                        model ->
                                model.withDefault(
                                        field.type()
                                                .defaultValue()
                                                .flatMap(said -> defaultValue(said, model))));
    }

    private Optional<String> defaultValue(Text said, FieldModel field) {
        Optional<String> problem = Optional.empty();
        FieldValue meant = new FieldValue(Optional.empty(), Optional.empty());
        if (field.optional()) {
            problem = Optional.of("it may be missing, and then it is");
        } else if (field.type().isComposite()) {
            problem = Optional.of("only one value can be written so");
        } else {
            meant = FieldValue.of(said.value(), field);
            problem = meant.problem().or(() -> mismatch(said.value(), field));
        }
        problem.ifPresent(
                why ->
                        findings.add(
                                TypeRules.UNFITTING_DEFAULT.at(
                                        said.span(),
                                        quoted(said.value())
                                                + " cannot be the default of "
                                                + quoted(field.name())
                                                + ": "
                                                + why)));
        return meant.text();
    }

    private static Optional<String> mismatch(String text, FieldModel field) {
        return field.plain()
                .limits()
                .pattern()
                .filter(pattern -> !text.matches(pattern))
                .map(pattern -> "it does not match " + quoted(pattern));
    }

    private Optional<FieldModel> withoutDefault(FieldSpec field) {
        TypeExpression expression = field.type();
        return type(expression.name())
                .map(
                        type -> {
                            Limits limits = limits(type, expression);
                            return expression
                                    .list()
                                    .map(
                                            range ->
                                                    field(
                                                            field,
                                                            list(
                                                                    field(
                                                                            field, type, false,
                                                                            limits),
                                                                    range),
                                                            expression.optional(),
                                                            Limits.NONE))
                                    .orElseGet(
                                            () ->
                                                    field(
                                                            field,
                                                            type,
                                                            expression.optional(),
                                                            limits));
                        });
    }

    private static FieldModel field(FieldSpec field, Type type, boolean optional, Limits limits) {
        return new FieldModel(field.name().value(), type, optional, limits, field.name().span());
    }

    private ListType list(FieldModel item, Range range) {
        OptionalInt max = number(range.max());
        if (max.isPresent() && (max.getAsInt() < 1 || max.getAsInt() > LONGEST_LIST)) {
            findings.add(
                    TypeRules.UNFITTING_SIZE.at(
                            range.span(),
                            "a list has 1 to "
                                    + LONGEST_LIST
                                    + " items at most, not "
                                    + max.getAsInt(),
                            "say how many at most, as in `[1..50]`, or nothing, as in `[]`"));
        }
        return new ListType(item, number(range.min()), max);
    }

    private Optional<Type> type(Text name) {
        Type type = types.get(name.value());
        if (type != null) {
            return Optional.of(type);
        }
        String word = name.value();
        if (word.indexOf('.') >= 0) {
            // In the decoder's words, so that it is one finding where both report it.
            findings.add(
                    SpecRules.NOT_YET_SUPPORTED.at(
                            name.span(),
                            "a type of another context, such as "
                                    + quoted(word)
                                    + ", is not generated yet",
                            Later.hint(Later.FOREIGN_TYPE)));
            return Optional.empty();
        }
        String message = "type " + quoted(word) + " is not declared";
        findings.add(
                TypeSynonyms.ours(word)
                        .map(
                                ours ->
                                        ReferenceRules.UNKNOWN_TYPE.at(
                                                name.span(), message, say(ours)))
                        .orElseGet(
                                () ->
                                        hints.unknown(
                                                ReferenceRules.UNKNOWN_TYPE,
                                                name,
                                                message,
                                                types.keySet(),
                                                "the types are ")));
        return Optional.empty();
    }

    private static String say(String ours) {
        String example = ours.equals("decimal") ? ", as in `\"decimal(12,2)\"`" : "";
        return "the word for it is " + quoted(ours) + example;
    }

    private Limits limits(Type type, TypeExpression expression) {
        OptionalInt minLength = OptionalInt.empty();
        OptionalInt maxLength = OptionalInt.empty();
        OptionalInt precision = OptionalInt.empty();
        OptionalInt scale = OptionalInt.empty();
        if (type == Scalar.STRING) {
            Length length = length(expression);
            minLength = length.min();
            maxLength = OptionalInt.of(length.max());
        } else if (type == Scalar.DECIMAL) {
            Digits digits = digits(expression);
            precision = OptionalInt.of(digits.precision());
            scale = OptionalInt.of(digits.scale());
        } else if (!expression.size().isEmpty()) {
            findings.add(
                    TypeRules.UNFITTING_SIZE.at(
                            expression.size().get(0).span(),
                            quoted(type.word()) + " has no size",
                            "only `string` and `decimal` have one"));
        }
        return new Limits(
                minLength,
                maxLength,
                precision,
                scale,
                bounds(type, expression),
                pattern(type, expression));
    }

    private record Length(OptionalInt min, int max) {}

    private Length length(TypeExpression expression) {
        if (expression.size().isEmpty()) {
            return new Length(OptionalInt.empty(), DEFAULT_LENGTH);
        }
        Range range = expression.size().get(0);
        if (expression.size().size() > 1) {
            findings.add(
                    TypeRules.UNFITTING_SIZE.at(
                            expression.size().get(1).span(),
                            "`string` has one size",
                            "write the most characters, as in `string(20)`, or a range, as in `string(2..20)`"));
        }
        OptionalInt min = number(range.min());
        int max = number(range.max()).orElse(DEFAULT_LENGTH);
        if (max < 1 || max > LONGEST_STRING) {
            findings.add(
                    TypeRules.UNFITTING_SIZE.at(
                            range.span(),
                            "a `string` has 1 to "
                                    + LONGEST_STRING
                                    + " characters at most, not "
                                    + max,
                            "use `text` for text of any length"));
        } else if (min.isPresent() && min.getAsInt() > max) {
            findings.add(
                    TypeRules.UNFITTING_SIZE.at(
                            range.span(),
                            "a `string` has at most "
                                    + DEFAULT_LENGTH
                                    + " characters where nothing else is said",
                            "say how many at most, as in `string("
                                    + min.getAsInt()
                                    + ".."
                                    + 2L * min.getAsInt()
                                    + ")`"));
        }
        return new Length(min.isPresent() && min.getAsInt() > 0 ? min : OptionalInt.empty(), max);
    }

    private record Digits(int precision, int scale) {}

    private Digits digits(TypeExpression expression) {
        List<Range> size = expression.size();
        boolean wrong =
                size.isEmpty()
                        || size.size() > 2
                        || size.stream()
                                .anyMatch(
                                        range -> range.min().isPresent() || range.max().isEmpty());
        if (wrong) {
            findings.add(
                    TypeRules.UNFITTING_SIZE.at(
                            size.isEmpty() ? expression.name().span() : size.get(0).span(),
                            "a `decimal` needs how many digits it has, and how many of them behind the point",
                            "as in `\"decimal(12,2)\"`"));
            return new Digits(1, 0);
        }
        int precision = number(size.get(0).max()).orElse(0);
        int scale = size.size() == 2 ? number(size.get(1).max()).orElse(0) : 0;
        if (precision < 1 || precision > MOST_DIGITS || scale > precision) {
            findings.add(
                    TypeRules.UNFITTING_SIZE.at(
                            size.get(0).span(),
                            "a `decimal` has 1 to "
                                    + MOST_DIGITS
                                    + " digits, of which no more than all are behind the point",
                            "as in `\"decimal(12,2)\"`"));
        }
        return new Digits(precision, scale);
    }

    private static OptionalInt number(Optional<Text> digits) {
        // The parser takes at most nine digits.
        return digits.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits.get().value()));
    }

    private Optional<String> pattern(Type type, TypeExpression expression) {
        expression
                .pattern()
                .filter(pattern -> type != Scalar.STRING && type != Scalar.TEXT)
                .ifPresent(
                        pattern ->
                                findings.add(
                                        TypeRules.UNFITTING_PATTERN.at(
                                                pattern.span(),
                                                quoted(type.word()) + " cannot have a pattern",
                                                "only `string` and `text` have one")));
        return expression.pattern().map(Text::value);
    }

    private List<Bound> bounds(Type type, TypeExpression expression) {
        if (expression.bounds().isEmpty()) {
            return List.of();
        }
        if (type != Scalar.INT && type != Scalar.LONG && type != Scalar.DECIMAL) {
            findings.add(
                    TypeRules.UNFITTING_BOUND.at(
                            expression.bounds().get(0).operator().span(),
                            quoted(type.word()) + " cannot have a bound",
                            "only `int`, `long` and `decimal` have them; the length of a `string` is its size, as in"
                                    + " `string(2..20)`"));
            return List.of();
        }
        List<Bound> bounds = new ArrayList<>();
        for (TypeExpression.Bound written : expression.bounds()) {
            BigDecimal value = new BigDecimal(written.value().value());
            if (type != Scalar.DECIMAL && !fits(value, type)) {
                findings.add(
                        TypeRules.UNFITTING_BOUND.at(
                                written.value().span(),
                                quoted(written.value().value())
                                        + " is no value of "
                                        + quoted(type.word()),
                                "write a whole number that fits, or make the field a `decimal`"));
            }
            Stream.of(Comparison.values())
                    .filter(comparison -> comparison.sign().equals(written.operator().value()))
                    .findFirst()
                    .ifPresent(comparison -> bounds.add(new Bound(comparison, value)));
        }
        if (isContradictory(bounds)) {
            SourceSpan first = expression.bounds().get(0).operator().span();
            findings.add(
                    TypeRules.UNFITTING_BOUND.at(
                            new SourceSpan(first.file(), first.start(), last(expression).end()),
                            "no value satisfies these bounds",
                            "make room between them"));
        }
        return bounds;
    }

    private static SourceSpan last(TypeExpression expression) {
        return expression.bounds().get(expression.bounds().size() - 1).value().span();
    }

    private static boolean fits(BigDecimal value, Type type) {
        BigDecimal least =
                BigDecimal.valueOf(type == Scalar.INT ? Integer.MIN_VALUE : Long.MIN_VALUE);
        BigDecimal most =
                BigDecimal.valueOf(type == Scalar.INT ? Integer.MAX_VALUE : Long.MAX_VALUE);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return whole && value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static boolean isContradictory(List<Bound> bounds) {
        for (Bound lower : bounds) {
            for (Bound upper : bounds) {
                boolean isLower =
                        lower.comparison() == Comparison.AT_LEAST
                                || lower.comparison() == Comparison.MORE_THAN;
                boolean isUpper =
                        upper.comparison() == Comparison.AT_MOST
                                || upper.comparison() == Comparison.LESS_THAN;
                if (!isLower || !isUpper) {
                    continue;
                }
                int order = lower.value().compareTo(upper.value());
                boolean bothIncluded =
                        lower.comparison() == Comparison.AT_LEAST
                                && upper.comparison() == Comparison.AT_MOST;
                if (order > 0 || (order == 0 && !bothIncluded)) {
                    return true;
                }
            }
        }
        return false;
    }
}
