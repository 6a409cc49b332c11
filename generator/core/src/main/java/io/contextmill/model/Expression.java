package io.contextmill.model;

import io.contextmill.model.Type.EnumType;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import io.contextmill.model.Type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An expression of the spec, parsed and type-checked: the part of CEL that becomes Java. Whole
 * numbers are computed with 64 bits, and it is an error where these do not suffice; decimals are
 * exact.
 */
public sealed interface Expression {
    /** The type of its value. */
    Type type();

    /** What fields are read from. */
    enum Root {
        /** The aggregate; before what is decided or happens, or, for an invariant, after it. */
        STATE,
        /** The command. */
        COMMAND,
        /** The event. */
        EVENT
    }

    /** What two operands are combined by. */
    enum Operator {
        AND("&&"),
        OR("||"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As it is written in CEL and in Java. */
        public String sign() {
            return sign;
        }

        /** Whether it compares two values by their order. */
        public boolean isOrder() {
            return this == LESS
                    || this == LESS_OR_EQUAL
                    || this == GREATER
                    || this == GREATER_OR_EQUAL;
        }

        /** Whether its value is computed: a number, a text, an instant or a duration. */
        public boolean isArithmetic() {
            return this == PLUS || this == MINUS || this == TIMES;
        }
    }

    /** What is asked of a text and a part. */
    enum TextTest {
        /** Whether it begins with the part. */
        STARTS_WITH("startsWith"),
        /** Whether it ends with the part. */
        ENDS_WITH("endsWith"),
        /** Whether the part is in it. */
        CONTAINS("contains");

        private final String function;

        TextTest(String function) {
            this.function = function;
        }

        /** As it is called in CEL and in Java. */
        public String function() {
            return function;
        }
    }

    /**
     * A value that is written out.
     *
     * @param value a {@code Long}, {@code BigDecimal}, {@code String} (of an identity and a UUID as
     *     well), {@code Boolean}, {@code Duration}, {@code LocalDate}, {@code LocalTime} or {@code
     *     Instant}
     */
    record Literal(Type type, Object value) implements Expression {}

    /** A value of an enum. */
    record Constant(EnumType type, String value) implements Expression {}

    /** The moment at which something is decided or happens. */
    record Now() implements Expression {
        @Override
        public Type type() {
            return Scalar.INSTANT;
        }
    }

    /**
     * A field of the state, the command or the event.
     *
     * @param identity whether it is the identity of the aggregate, and no field of its own
     */
    record Read(Root root, FieldModel field, boolean identity) implements Expression {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /** A field of a value object. */
    record Member(Expression of, FieldModel field) implements Expression {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /**
     * An item of a list, as a macro calls it.
     *
     * @param field what each item of the list is
     */
    record Item(String name, FieldModel field) implements Expression {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /**
     * Whether an optional field has a value.
     *
     * @param field a {@link Read} or {@link Member}
     */
    record Has(Expression field) implements Expression {
        @Override
        public Type type() {
            return Scalar.BOOLEAN;
        }
    }

    /** Two operands, combined. */
    record Binary(Operator operator, Expression left, Expression right, Type type)
            implements Expression {}

    /** The opposite of a truth. */
    record Not(Expression of) implements Expression {
        @Override
        public Type type() {
            return Scalar.BOOLEAN;
        }
    }

    /** A number with the other sign. */
    record Negation(Expression of, Type type) implements Expression {}

    /** A whole number as a decimal. */
    record ToDecimal(Expression of) implements Expression {
        @Override
        public Type type() {
            return Scalar.DECIMAL;
        }
    }

    /** One of two values. */
    record Conditional(Expression condition, Expression then, Expression otherwise, Type type)
            implements Expression {}

    /** Whether a value is among those of a list. */
    record In(Expression item, Expression list) implements Expression {
        @Override
        public Type type() {
            return Scalar.BOOLEAN;
        }
    }

    /** How many characters a text has, or how many items a list. */
    record Size(Expression of) implements Expression {
        @Override
        public Type type() {
            return Scalar.LONG;
        }
    }

    /** Whether a text has a part at some place. */
    record TestOfText(TextTest test, Expression text, Expression part) implements Expression {
        @Override
        public Type type() {
            return Scalar.BOOLEAN;
        }
    }

    /**
     * Whether something holds for the items of a list.
     *
     * @param all whether for all of them, or at least for one
     */
    record Quantified(boolean all, Expression list, String item, Expression predicate)
            implements Expression {
        @Override
        public Type type() {
            return Scalar.BOOLEAN;
        }
    }

    /** A value made of each item of a list. */
    record Mapped(Expression list, String item, Expression value, ListType type)
            implements Expression {}

    /** The items of a list for which something holds. */
    record Filtered(Expression list, String item, Expression predicate) implements Expression {
        @Override
        public Type type() {
            return list.type();
        }
    }

    /** The sum of a list of numbers; 0 where there are none. */
    record Sum(Expression list, Type type) implements Expression {}

    /** A list of some values. */
    record ListOf(List<Expression> items, ListType type) implements Expression {
        /** Takes a copy of the items. */
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /**
     * A new value object.
     *
     * @param values one for each field, in the order of the fields; the value of an optional field
     *     that is not said is absent
     */
    record NewValue(ValueType type, List<Optional<Expression>> values) implements Expression {
        /** Takes a copy of the values. */
        public NewValue {
            values = List.copyOf(values);
        }

        /** The value of one of its fields; absent where it has none. */
        Optional<Expression> value(FieldModel field) {
            return values.get(type.fields().indexOf(field));
        }
    }

    /** It and all its parts. */
    default Stream<Expression> parts() {
        return Stream.concat(Stream.of(this), operands().flatMap(Expression::parts));
    }

    /** The parts that it is directly made of. */
    private Stream<Expression> operands() {
        if (this instanceof Member member) {
            return Stream.of(member.of());
        }
        if (this instanceof Has has) {
            return Stream.of(has.field());
        }
        if (this instanceof Binary binary) {
            return Stream.of(binary.left(), binary.right());
        }
        if (this instanceof Not not) {
            return Stream.of(not.of());
        }
        if (this instanceof Negation negation) {
            return Stream.of(negation.of());
        }
        if (this instanceof ToDecimal decimal) {
            return Stream.of(decimal.of());
        }
        if (this instanceof Conditional conditional) {
            return Stream.of(conditional.condition(), conditional.then(), conditional.otherwise());
        }
        if (this instanceof In in) {
            return Stream.of(in.item(), in.list());
        }
        if (this instanceof Size size) {
            return Stream.of(size.of());
        }
        if (this instanceof TestOfText test) {
            return Stream.of(test.text(), test.part());
        }
        if (this instanceof Quantified quantified) {
            return Stream.of(quantified.list(), quantified.predicate());
        }
        if (this instanceof Mapped mapped) {
            return Stream.of(mapped.list(), mapped.value());
        }
        if (this instanceof Filtered filtered) {
            return Stream.of(filtered.list(), filtered.predicate());
        }
        if (this instanceof Sum sum) {
            return Stream.of(sum.list());
        }
        if (this instanceof ListOf list) {
            return list.items().stream();
        }
        return this instanceof NewValue made
                ? made.values().stream().flatMap(Optional::stream)
                : Stream.empty();
    }

    /** Whether it asks for the moment. */
    default boolean asksForNow() {
        return parts().anyMatch(Now.class::isInstance);
    }

    /** Whether something that is computed for it may be too large for its type. */
    default boolean mayOverflow() {
        return parts().anyMatch(Expression::isExact);
    }

    /** Whether it is computed with 64 bits: numbers of any size come out of decimals. */
    private boolean isExact() {
        boolean computed =
                this instanceof Negation
                        || this instanceof Sum
                        || (this instanceof Binary binary && binary.operator().isArithmetic());
        return computed && type() != Scalar.DECIMAL && type() != Scalar.TEXT;
    }

    /** Whether it reads a field of a root. */
    default boolean reads(Root root) {
        return parts().anyMatch(part -> part instanceof Read read && read.root() == root);
    }

    /** Whether its value may be missing: it is an optional field, and nothing more. */
    default boolean mayBeAbsent() {
        return (this instanceof Read read && read.field().optional())
                || (this instanceof Member member && member.field().optional());
    }
}
