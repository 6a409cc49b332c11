package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.model.FieldModel.Bound;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A value of a field that a spec says as a text.
 *
 * @param text the value, written the same for the same value; absent where there is a problem
 * @param problem why the text is no value of the field
 */
record FieldValue(Optional<String> text, Optional<String> problem) {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,30}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,1000}(\\.[0-9]{1,1000})?");
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What a text means as a value of a field. Whether it matches a pattern is not looked at. */
    static FieldValue of(String text, FieldModel declared) {
        FieldModel field = declared.plain();
        if (field.type() instanceof EnumType type) {
            return type.values().contains(text)
                    ? value(text)
                    : problem("it is none of " + Phrases.names(type.values()));
        }
        return scalar(text, (Scalar) field.type(), field.limits());
    }

    private static FieldValue scalar(String text, Scalar type, Limits limits) {
        return switch (type) {
            case STRING, TEXT -> length(text, limits);
            case INT, LONG -> whole(text, type, limits);
            case DECIMAL -> decimal(text, limits);
            case BOOLEAN ->
                    text.equals("true") || text.equals("false")
                            ? value(text)
                            : problem("a `boolean` is `true` or `false`");
            case UUID -> uuid(text);
            case DATE -> time(text, type, "`2026-01-31`");
            case TIME -> time(text, type, "`10:15:00`");
            case INSTANT -> time(text, type, "`2026-01-31T10:15:00Z`");
            case DURATION -> time(text, type, "`PT1H30M`");
        };
    }

    private static FieldValue length(String text, Limits limits) {
        int length = text.codePointCount(0, text.length());
        if (limits.maxLength().isPresent() && length > limits.maxLength().getAsInt()) {
            return problem("it is longer than " + limits.maxLength().getAsInt());
        }
        if (limits.minLength().isPresent() && length < limits.minLength().getAsInt()) {
            return problem("it is shorter than " + limits.minLength().getAsInt());
        }
        return value(text);
    }

    private static FieldValue whole(String text, Scalar type, Limits limits) {
        if (!WHOLE.matcher(text).matches()) {
            return problem("an " + quoted(type.word()) + " is a whole number");
        }
        BigInteger number = new BigInteger(text);
        if (number.bitLength() > (type == Scalar.INT ? 31 : 63)) {
            return problem("it does not fit " + quoted(type.word()));
        }
        return bounded(new BigDecimal(number), number.toString(), limits);
    }

    private static FieldValue decimal(String text, Limits limits) {
        if (!NUMBER.matcher(text).matches()) {
            return problem("a `decimal` is a number, as in `12.50`");
        }
        BigDecimal number = new BigDecimal(text);
        int scale = limits.scale().orElse(0);
        int most = limits.precision().orElse(Integer.MAX_VALUE);
        if (number.stripTrailingZeros().scale() > scale
                || number.setScale(scale).precision() > most) {
            return problem("it has more digits than `decimal(" + most + "," + scale + ")`");
        }
        return bounded(number, number.setScale(scale).toPlainString(), limits);
    }

    private static FieldValue bounded(BigDecimal number, String text, Limits limits) {
        for (Bound bound : limits.bounds()) {
            int order = number.compareTo(bound.value());
            boolean within =
                    switch (bound.comparison()) {
                        case AT_LEAST -> order >= 0;
                        case MORE_THAN -> order > 0;
                        case AT_MOST -> order <= 0;
                        case LESS_THAN -> order < 0;
                    };
            if (!within) {
                return problem(
                        "it is not `"
                                + bound.comparison().sign()
                                + " "
                                + bound.value().toPlainString()
                                + "`");
            }
        }
        return value(text);
    }

    private static FieldValue uuid(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? value(UUID.fromString(text).toString())
                : problem("it is no UUID, as in `00000000-0000-4000-8000-000000000001`");
    }

    private static FieldValue time(String text, Scalar type, String example) {
        try {
            return value(
                    switch (type) {
                        case DATE -> LocalDate.parse(text).toString();
                        case TIME -> LocalTime.parse(text).toString();
                        case DURATION -> Duration.parse(text).toString();
                        default -> Instant.parse(text).toString();
                    });
        } catch (DateTimeException e) {
            return problem("it is no " + quoted(type.word()) + ", as in " + example);
        }
    }

    private static FieldValue value(String text) {
        return new FieldValue(Optional.of(text), Optional.empty());
    }

    private static FieldValue problem(String problem) {
        return new FieldValue(Optional.empty(), Optional.of(problem));
    }
}
