package io.contextmill.model;

import io.contextmill.model.FieldModel.Bound;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The numbers that a field can have.
 *
 * @param least the least of them
 * @param greatest the greatest of them
 * @param step the distance between two of them
 * @param lower whether the least one is so by a bound, not by its type
 * @param upper whether the greatest one is so by a bound, not by its type
 */
public record NumberRange(
        BigDecimal least, BigDecimal greatest, BigDecimal step, boolean lower, boolean upper) {

    /** Those of a field. */
    public static NumberRange of(FieldModel field) {
        NumberRange range = ofType(field);
        for (Bound bound : field.limits().bounds()) {
            range = range.within(bound);
        }
        return range;
    }

    /** One of the numbers; others for other variants, as long as there are enough. */
    public BigDecimal sample(int variant) {
        BigDecimal wanted = BigDecimal.valueOf(variant);
        BigDecimal distance = step.multiply(BigDecimal.valueOf(variant - 1L));
        if (!contains(wanted)) {
            wanted =
                    least.signum() > 0 || greatest.signum() > 0
                            ? least.max(step).add(distance)
                            : greatest.subtract(distance);
        }
        return wanted.max(least).min(greatest).setScale(step.scale(), RoundingMode.UNNECESSARY);
    }

    /** The number just below a lower bound. */
    public Optional<BigDecimal> below() {
        return lower ? Optional.of(least.subtract(step)) : Optional.empty();
    }

    /** The number just above an upper bound. */
    public Optional<BigDecimal> above() {
        return upper ? Optional.of(greatest.add(step)) : Optional.empty();
    }

    /** A number with the places that numbers have here; empty where it is not one of them. */
    public Optional<BigDecimal> exact(BigDecimal number) {
        boolean isOne = contains(number) && number.stripTrailingZeros().scale() <= step.scale();
        return isOne ? Optional.of(number.setScale(step.scale())) : Optional.empty();
    }

    private boolean contains(BigDecimal number) {
        return least.compareTo(number) <= 0 && number.compareTo(greatest) <= 0;
    }

    private static NumberRange ofType(FieldModel field) {
        if (field.type() == Scalar.INT) {
            return whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (field.type() == Scalar.LONG) {
            return whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        Limits limits = field.limits();
        int scale = limits.scale().orElse(0);
        BigDecimal step =
                BigDecimal.ONE.movePointLeft(scale).setScale(scale, RoundingMode.UNNECESSARY);
        BigDecimal greatest =
                BigDecimal.ONE
                        .movePointRight(limits.precision().orElse(scale + 9) - scale)
                        .subtract(step);
        return new NumberRange(greatest.negate(), greatest, step, false, false);
    }

    private static NumberRange whole(long least, long greatest) {
        return new NumberRange(
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(greatest),
                BigDecimal.ONE,
                false,
                false);
    }

    private NumberRange within(Bound bound) {
        BigDecimal value = bound.value();
        return switch (bound.comparison()) {
            case AT_LEAST -> atLeast(value.setScale(step.scale(), RoundingMode.CEILING));
            case MORE_THAN -> atLeast(value.setScale(step.scale(), RoundingMode.FLOOR).add(step));
            case AT_MOST -> atMost(value.setScale(step.scale(), RoundingMode.FLOOR));
            case LESS_THAN ->
                    atMost(value.setScale(step.scale(), RoundingMode.CEILING).subtract(step));
        };
    }

    private NumberRange atLeast(BigDecimal bound) {
        return bound.compareTo(least) <= 0
                ? this
                : new NumberRange(bound, greatest, step, true, upper);
    }

    private NumberRange atMost(BigDecimal bound) {
        return bound.compareTo(greatest) >= 0
                ? this
                : new NumberRange(least, bound, step, lower, true);
    }
}
