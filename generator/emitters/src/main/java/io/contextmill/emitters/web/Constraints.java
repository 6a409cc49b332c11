package io.contextmill.emitters.web;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.Literals;
import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Bound;
import io.contextmill.model.FieldModel.Comparison;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits of a field as constraints of Jakarta Validation. Each says its message itself: those
 * of the library differ from language to language, and repeat patterns, in which they would look
 * for expressions. Lengths count characters, as PostgreSQL and JSON Schema do, not Java's halves of
 * them.
 */
final class Constraints {
    private static final ClassName LENGTH =
            ClassName.get("org.hibernate.validator.constraints", "CodePointLength");

    private Constraints() {}

    /** What a required field must not be. */
    static AnnotationSpec required() {
        return AnnotationSpec.builder(Web.constraint("NotNull"))
                .addMember("message", "$S", "is missing")
                .build();
    }

    /** The constraints of the values of a field. */
    static List<AnnotationSpec> of(FieldModel declared) {
        FieldModel field = declared.plain();
        Limits limits = field.limits();
        List<AnnotationSpec> constraints = new ArrayList<>();
        if (limits.minLength().isPresent() || limits.maxLength().isPresent()) {
            constraints.add(length(limits));
        }
        if (field.type() instanceof ListType list
                && (list.min().orElse(0) > 0 || list.max().isPresent())) {
            constraints.add(size(list));
        }
        if (field.type() instanceof ValueType) {
            constraints.add(AnnotationSpec.builder(Web.VALID).build());
        }
        limits.pattern().ifPresent(pattern -> constraints.add(pattern(pattern)));
        limits.bounds().forEach(bound -> constraints.add(bound(field, bound)));
        if (field.type() == Scalar.DECIMAL) {
            constraints.add(digits(limits));
        }
        return constraints;
    }

    private static AnnotationSpec size(ListType list) {
        AnnotationSpec.Builder size = AnnotationSpec.builder(Web.constraint("Size"));
        int min = list.min().orElse(0);
        if (min > 0) {
            size.addMember("min", "$L", min);
        }
        list.max().ifPresent(max -> size.addMember("max", "$L", max));
        String message =
                list.max().isEmpty()
                        ? "has less than %d items".formatted(min)
                        : min > 0
                                ? "has not between %d and %d items"
                                        .formatted(min, list.max().getAsInt())
                                : "has more than %d items".formatted(list.max().getAsInt());
        return size.addMember("message", "$S", message).build();
    }

    private static AnnotationSpec length(Limits limits) {
        AnnotationSpec.Builder length = AnnotationSpec.builder(LENGTH);
        limits.minLength().ifPresent(min -> length.addMember("min", "$L", min));
        limits.maxLength().ifPresent(max -> length.addMember("max", "$L", max));
        return length.addMember("message", "$S", lengthMessage(limits)).build();
    }

    private static String lengthMessage(Limits limits) {
        if (limits.minLength().isEmpty()) {
            return "has more than %d characters".formatted(limits.maxLength().orElseThrow());
        }
        if (limits.maxLength().isEmpty()) {
            return "has less than %d characters".formatted(limits.minLength().orElseThrow());
        }
        return "has not between %d and %d characters"
                .formatted(limits.minLength().orElseThrow(), limits.maxLength().orElseThrow());
    }

    private static AnnotationSpec pattern(String pattern) {
        return AnnotationSpec.builder(Web.constraint("Pattern"))
                .addMember("regexp", "$L", Literals.string(pattern))
                .addMember("message", "$S", "does not match its pattern")
                .build();
    }

    private static AnnotationSpec bound(FieldModel field, Bound bound) {
        String value = bound.value().toPlainString();
        boolean whole = field.type() != Scalar.DECIMAL;
        return switch (bound.comparison()) {
            case AT_LEAST ->
                    whole
                            ? whole("Min", bound, "is less than " + value)
                            : decimal("DecimalMin", bound, "is less than " + value);
            case AT_MOST ->
                    whole
                            ? whole("Max", bound, "is more than " + value)
                            : decimal("DecimalMax", bound, "is more than " + value);
            case MORE_THAN -> decimal("DecimalMin", bound, "is not more than " + value);
            case LESS_THAN -> decimal("DecimalMax", bound, "is not less than " + value);
        };
    }

    private static AnnotationSpec whole(String constraint, Bound bound, String message) {
        long value = bound.value().longValueExact();
        boolean small = value == (int) value;
        return AnnotationSpec.builder(Web.constraint(constraint))
                .addMember("value", CodeBlock.of(small ? "$L" : "$LL", value))
                .addMember("message", "$S", message)
                .build();
    }

    private static AnnotationSpec decimal(String constraint, Bound bound, String message) {
        AnnotationSpec.Builder decimal =
                AnnotationSpec.builder(Web.constraint(constraint))
                        .addMember("value", "$S", bound.value().toPlainString());
        if (bound.comparison() == Comparison.MORE_THAN
                || bound.comparison() == Comparison.LESS_THAN) {
            decimal.addMember("inclusive", "false");
        }
        return decimal.addMember("message", "$S", message).build();
    }

    private static AnnotationSpec digits(Limits limits) {
        int scale = limits.scale().orElse(0);
        int whole = limits.precision().orElseThrow() - scale;
        return AnnotationSpec.builder(Web.constraint("Digits"))
                .addMember("integer", "$L", whole)
                .addMember("fraction", "$L", scale)
                .addMember(
                        "message",
                        "$S",
                        "has more than %d digits before the point or %d behind it"
                                .formatted(whole, scale))
                .build();
    }
}
