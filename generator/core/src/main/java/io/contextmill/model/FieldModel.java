package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A field with its type and everything that limits its values.
 *
 * @param name as declared
 * @param optional whether a value may be missing
 * @param limits what its values satisfy
 * @param defaultValue the value that it has where nothing else gives it one, written as a scenario
 *     writes it
 */
public record FieldModel(
        String name,
        Type type,
        boolean optional,
        Limits limits,
        Optional<String> defaultValue,
        SourceSpan origin) {

    /** A field without a default. */
    public FieldModel(String name, Type type, boolean optional, Limits limits, SourceSpan origin) {
        this(name, type, optional, limits, Optional.empty(), origin);
    }

    /** The same with another default, or without one. */
    FieldModel withDefault(Optional<String> newDefault) {
        return new FieldModel(name, type, optional, limits, newDefault, origin);
    }

    /** Whether a caller need not say it. */
    public boolean mayBeLeftOut() {
        return optional || defaultValue.isPresent();
    }

    /** What a caller says of it: nothing, perhaps, if it may be left out. */
    public FieldModel asSaid() {
        return new FieldModel(name, type, mayBeLeftOut(), limits, origin);
    }

    /** The same, whose value may be missing. */
    public FieldModel orMissing() {
        return new FieldModel(name, type, true, limits, origin);
    }

    /** The same with what is written for a typed scalar or an identity; itself if it is neither. */
    public FieldModel plain() {
        return type.wrapped()
                .map(
                        value ->
                                new FieldModel(
                                        name,
                                        value.type(),
                                        optional,
                                        value.limits(),
                                        defaultValue,
                                        origin))
                .orElse(this);
    }

    /**
     * What the values of a field satisfy.
     *
     * @param minLength fewest characters of a text
     * @param maxLength most characters of a text
     * @param precision most digits of a decimal, all together
     * @param scale digits of a decimal behind the point
     * @param bounds comparisons with numbers
     * @param pattern a regular expression that a whole text matches
     */
    public record Limits(
            OptionalInt minLength,
            OptionalInt maxLength,
            OptionalInt precision,
            OptionalInt scale,
            List<Bound> bounds,
            Optional<String> pattern) {

        /** No limits at all. */
        public static final Limits NONE =
                new Limits(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        List.of(),
                        Optional.empty());

        /** Takes a copy of the bounds. */
        public Limits {
            bounds = List.copyOf(bounds);
        }
    }

    /** A comparison that every value of a field satisfies. */
    public record Bound(Comparison comparison, BigDecimal value) {}

    /** How a value is compared with the number of a bound. */
    public enum Comparison {
        /** {@code >=}. */
        AT_LEAST(">="),
        /** {@code >}. */
        MORE_THAN(">"),
        /** {@code <=}. */
        AT_MOST("<="),
        /** {@code <}. */
        LESS_THAN("<");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** As written in a spec. */
        public String sign() {
            return sign;
        }
    }
}
