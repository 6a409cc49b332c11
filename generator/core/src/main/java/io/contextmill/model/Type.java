package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The type of a field, resolved. */
public sealed interface Type {
    /** Its name; for a type that a spec declares, the declared one. */
    String name();

    /** The word by which a spec refers to it. */
    default String word() {
        return name();
    }

    /** Whether its values are made of other values: value objects, entities and lists. */
    default boolean isComposite() {
        return (this instanceof ValueType value && !value.scalar()) || this instanceof ListType;
    }

    /**
     * What a typed scalar or an identity is written as: its only field. Absent for all other types.
     */
    default Optional<FieldModel> wrapped() {
        if (this instanceof IdType id) {
            return Optional.of(id.value());
        }
        return this instanceof ValueType value && value.scalar()
                ? value.fields().stream().findFirst()
                : Optional.empty();
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
        INSTANT,
        /** A length of time, exact to the nanosecond; it may be negative. */
        DURATION;

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
     * Several values that belong together: a value object, or an entity at one moment; or one value
     * with a type of its own.
     *
     * @param entity what an entity is beside its values; absent for a value object
     * @param fields at least one, in the order written; that of its identity comes first
     * @param scalar whether it is a typed scalar: one value of a type of the language that has a
     *     name of its own, and is written as that value wherever others see it
     * @param owned whether the team says what it can do
     */
    record ValueType(
            String name,
            Optional<Entity> entity,
            List<FieldModel> fields,
            boolean scalar,
            boolean owned,
            SourceSpan origin)
            implements Type {
        /** Takes a copy of the fields. */
        public ValueType {
            fields = List.copyOf(fields);
        }

        /** The fields without that of the identity. */
        public List<FieldModel> ownFields() {
            return entity.isPresent() ? fields.subList(1, fields.size()) : fields;
        }
    }

    /**
     * What is inside an aggregate and stays the same while its values change.
     *
     * @param aggregate the aggregate that it is part of
     * @param id the type of its identity
     */
    record Entity(String aggregate, IdType id, Optional<String> description) {
        /** What the field of the identity is called. */
        public static final String IDENTITY = "id";
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
     * The identity of an aggregate, or of an entity inside one: a UUID, or a text that callers
     * give, with a type of its own.
     *
     * @param aggregate the aggregate or the entity that it identifies
     * @param value what it is written as; required, and called as the type is
     */
    record IdType(String name, String aggregate, FieldModel value, SourceSpan origin)
            implements Type {
        /** Whether one can be made without asking anybody. */
        public boolean isUuid() {
            return value.type() == Scalar.UUID;
        }

        /**
         * What commands, events and inferred read models call it: {@code orderItem} for {@code
         * OrderItem}.
         */
        public String fieldName() {
            return Words.of(aggregate).camel();
        }
    }
}
