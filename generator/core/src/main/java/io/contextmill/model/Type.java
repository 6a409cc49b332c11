package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The type of a field, resolved. */
public sealed interface Type {
    /** Its name; for a type that a spec declares, the declared one. */
    String name();

    /** The word by which a spec refers to it. */
    default String word() {
        return name();
    }

    /** Whether its values are made of other values: value objects and lists. */
    default boolean isComposite() {
        return this instanceof ValueType || this instanceof ListType;
    }

    /** A type of the language itself. */
    enum Scalar implements Type {
        /** Text of bounded length. */
        STRING,
        /** Text of any length. */
        TEXT,
        /** 32 bits, signed. */
        INT,
        /** 64 bits, signed. */
        LONG,
        /** An exact decimal number of bounded precision and scale. */
        DECIMAL,
        /** True or false. */
        BOOLEAN,
        /** A universally unique identifier, RFC 9562. */
        UUID,
        /** A day of the ISO calendar, without time zone. */
        DATE,
        /** A time of day, without time zone. */
        TIME,
        /** A point on the time line, UTC. */
        INSTANT;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of a fixed set of names.
     *
     * @param values at least one, each once, in the order written
     */
    record EnumType(String name, List<String> values, SourceSpan origin) implements Type {
        /** Takes a copy of the values. */
        public EnumType {
            values = List.copyOf(values);
        }
    }

    /**
     * A value object: several values that belong together, equal by what they hold.
     *
     * @param fields at least one, in the order written
     */
    record ValueType(String name, List<FieldModel> fields, SourceSpan origin) implements Type {
        /** Takes a copy of the fields. */
        public ValueType {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Several values of one type, in an order.
     *
     * @param item what each of them is, under the name of the field that holds the list; required,
     *     and no list itself
     * @param min the fewest there are
     * @param max the most there are
     */
    record ListType(FieldModel item, OptionalInt min, OptionalInt max) implements Type {
        @Override
        public String name() {
            return item.type().name();
        }

        @Override
        public String word() {
            return item.type().word() + "[]";
        }
    }

    /**
     * The identity of an aggregate; a UUID with a type of its own.
     *
     * @param aggregate the aggregate that it identifies
     */
    record IdType(String name, String aggregate, SourceSpan origin) implements Type {
        /**
         * What commands, events and inferred read models call it: {@code orderItem} for {@code
         * OrderItem}.
         */
        public String fieldName() {
            return Words.of(aggregate).camel();
        }
    }
}
