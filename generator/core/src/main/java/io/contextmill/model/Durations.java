package io.contextmill.model;

import io.contextmill.model.Expression.Operator;
import io.contextmill.model.Type.Scalar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computing with instants and durations as CEL does. */
final class Durations {
    private static final Pattern PART =
            Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)(h|ms|m|s|us|ns)");
    private static final Pattern WRITTEN = Pattern.compile("-?(?:" + PART + ")+");

    /** The longest duration that CEL knows: some 10,000 years. */
    private static final BigDecimal LONGEST = new BigDecimal("315576000000");

    private Durations() {}

    /** The duration that a text means in CEL, such as {@code 1h30m}; absent if it means none. */
    static Optional<Duration> parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            seconds = seconds.add(new BigDecimal(part.group(1)).multiply(seconds(part.group(2))));
        }
        boolean exact = seconds.stripTrailingZeros().scale() <= 9;
        if (!exact || seconds.compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        BigDecimal whole = new BigDecimal(seconds.toBigInteger());
        long nanos = seconds.subtract(whole).movePointRight(9).longValueExact();
        Duration duration = Duration.ofSeconds(whole.longValueExact(), nanos);
        return Optional.of(text.startsWith("-") ? duration.negated() : duration);
    }

    private static BigDecimal seconds(String unit) {
        return switch (unit) {
            case "h" -> BigDecimal.valueOf(3600);
            case "m" -> BigDecimal.valueOf(60);
            case "s" -> BigDecimal.ONE;
            case "ms" -> BigDecimal.ONE.movePointLeft(3);
            case "us" -> BigDecimal.ONE.movePointLeft(6);
            default -> BigDecimal.ONE.movePointLeft(9);
        };
    }

    /**
     * Whether values of a type are added to, and subtracted from, those of the same or the other.
     */
    static boolean isTime(Type type) {
        return type == Scalar.INSTANT || type == Scalar.DURATION;
    }

    /** What comes out of two of them: an instant if just one of them is. */
    static Scalar type(Type left, Type right) {
        return left == right ? Scalar.DURATION : Scalar.INSTANT;
    }

    /**
     * The sum or the difference of instants and durations.
     *
     * @throws ArithmeticException if it does not fit
     */
    static Object computed(Operator operator, Object left, Object right) {
        try {
            if (left instanceof Instant instant) {
                if (right instanceof Instant other) {
                    return Duration.between(other, instant);
                }
                Duration by = (Duration) right;
                return operator == Operator.PLUS ? instant.plus(by) : instant.minus(by);
            }
            Duration duration = (Duration) left;
            if (right instanceof Instant instant) {
                return instant.plus(duration);
            }
            Duration by = (Duration) right;
            return operator == Operator.PLUS ? duration.plus(by) : duration.minus(by);
        } catch (DateTimeException e) {
            throw (ArithmeticException)
                    new ArithmeticException("no such instant: " + left + " and " + right)
                            .initCause(e);
        }
    }
}
