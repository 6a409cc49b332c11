package io.contextmill.model;

import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.Scalar;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * Between which numbers a value surely lies.
 *
 * @param least not above the least of the values
 * @param greatest not below the greatest of them
 */
record Interval(BigDecimal least, BigDecimal greatest) {
    /** Further away than any number that a field can have. */
    private static final BigDecimal FAR = BigDecimal.ONE.movePointRight(1100);

    /** Any number. */
    static final Interval ANY = new Interval(FAR.negate(), FAR);

    /** Any number from 0. */
    static final Interval COUNT = new Interval(BigDecimal.ZERO, FAR);

    /** That of a number that is known. */
    static Interval of(BigDecimal number) {
        return new Interval(number, number);
    }

    /** That of the values of a field; {@link #ANY} where they are no numbers. */
    static Interval of(FieldModel field) {
        if (!isNumber(field)) {
            return ANY;
        }
        NumberRange range = NumberRange.of(field);
        boolean whole = field.type() != Scalar.DECIMAL;
        return new Interval(
                whole || hasLeast(field) ? range.least() : ANY.least,
                whole || hasGreatest(field) ? range.greatest() : ANY.greatest);
    }

    /** Whether the values of a field are numbers. */
    static boolean isNumber(FieldModel field) {
        return field.type() == Scalar.DECIMAL || ExpressionCompiler.isWhole(field.type());
    }

    /** Whether the limits of a number say how small it can be. */
    static boolean hasLeast(FieldModel field) {
        return NumberRange.of(field).lower() || hasDigits(field.limits());
    }

    /** Whether the limits of a number say how large it can be. */
    static boolean hasGreatest(FieldModel field) {
        return NumberRange.of(field).upper() || hasDigits(field.limits());
    }

    private static boolean hasDigits(Limits limits) {
        return limits.precision().isPresent();
    }

    /** Whether all numbers of another one are in it. */
    boolean holds(Interval other) {
        return least.compareTo(other.least) <= 0 && other.greatest.compareTo(greatest) <= 0;
    }

    /** The numbers of this one and those of another one. */
    Interval or(Interval other) {
        return new Interval(least.min(other.least), greatest.max(other.greatest));
    }

    /** The sums of two numbers. */
    Interval plus(Interval other) {
        return new Interval(least.add(other.least), greatest.add(other.greatest));
    }

    /** The numbers with the other sign. */
    Interval negated() {
        return new Interval(greatest.negate(), least.negate());
    }

    /** The products of two numbers. */
    Interval times(Interval other) {
        return Stream.of(least, greatest)
                .flatMap(
                        one ->
                                Stream.of(
                                        Interval.of(one.multiply(other.least)),
                                        Interval.of(one.multiply(other.greatest))))
                .reduce(Interval::or)
                .orElse(ANY);
    }

    /** Sums of any many of the numbers, or none. */
    Interval summed() {
        return new Interval(
                least.signum() < 0 ? FAR.negate() : BigDecimal.ZERO,
                greatest.signum() > 0 ? FAR : BigDecimal.ZERO);
    }
}
