package io.contextmill.emitters.random;

import java.util.List;

/**
 * The type of a field, in the parts in which a spec writes it.
 *
 * @param head a type with its size, {@code string(2..5)}
 * @param list empty, or what makes a list of it, {@code [1..3]}
 * @param bound empty, or what is behind a blank: a bound, a pattern, a default
 */
record FieldType(String head, String list, boolean optional, String bound) {
    private static final List<String> ORDERED =
            List.of("int", "long", "decimal", "date", "time", "instant", "duration");

    /** A type as it is written, which is neither optional nor a list. */
    static FieldType of(String text) {
        int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
        return new FieldType(text.substring(0, end), "", false, text.substring(end));
    }

    /** The type without its size. */
    String base() {
        return head.split("\\(", 2)[0];
    }

    boolean isList() {
        return !list.isEmpty();
    }

    /** Whether there surely is one value. */
    boolean isOne() {
        return !isList() && !optional;
    }

    boolean isWhole() {
        return List.of("int", "long").contains(base());
    }

    /** Whether one can be less than another. */
    boolean isOrdered() {
        return ORDERED.contains(base());
    }

    boolean isText() {
        return List.of("string", "text").contains(base());
    }

    /** The same, which may be left out. */
    FieldType orNone() {
        return new FieldType(head, list, true, bound);
    }

    /** The same, which is there. */
    FieldType surely() {
        return new FieldType(head, list, false, bound);
    }

    /** The type of an item. */
    FieldType item() {
        return new FieldType(head, "", false, bound);
    }

    /** The same with a default behind it. */
    FieldType withDefault(String value) {
        return new FieldType(head, list, optional, bound + " = " + value);
    }

    @Override
    public String toString() {
        return head + list + (optional ? "?" : "") + bound;
    }
}
