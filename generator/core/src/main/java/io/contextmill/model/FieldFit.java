package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.model.Type.ListType;
import java.util.Optional;

/** Whether every value of one field can be a value of another. */
final class FieldFit {
    private FieldFit() {}

    /**
     * Why it cannot; absent if it can. Types are the same or not; a required field is not filled
     * from an optional one; and what a column would cut off is no value: longer texts, more digits
     * before or behind the point.
     */
    static Optional<String> problem(FieldModel source, FieldModel target) {
        if (!isSame(source.type(), target.type())) {
            return Optional.of(
                    quoted(source.type().word()) + " is not " + quoted(target.type().word()));
        }
        if (source.optional() && !target.optional()) {
            return Optional.of("it may be missing");
        }
        if (source.type() instanceof ListType) {
            // Nothing cuts off a list, nor what its items hold.
            return Optional.empty();
        }
        FieldModel.Limits from = source.limits();
        FieldModel.Limits to = target.limits();
        if (to.maxLength().isPresent()
                && from.maxLength().orElse(Integer.MAX_VALUE) > to.maxLength().getAsInt()) {
            return Optional.of("it may be longer than " + to.maxLength().getAsInt());
        }
        if (to.precision().isPresent() && from.precision().isPresent()) {
            int whole = to.precision().getAsInt() - to.scale().orElse(0);
            int wholeFrom = from.precision().getAsInt() - from.scale().orElse(0);
            if (wholeFrom > whole || from.scale().orElse(0) > to.scale().orElse(0)) {
                return Optional.of(
                        "it may have more digits than `decimal("
                                + to.precision().getAsInt()
                                + ","
                                + to.scale().orElse(0)
                                + ")`");
            }
        }
        return Optional.empty();
    }

    /** Whether two types are the same; lists are if their items are. */
    static boolean isSame(Type source, Type target) {
        if (source instanceof ListType from && target instanceof ListType to) {
            return from.item().type().equals(to.item().type());
        }
        return source.equals(target);
    }
}
