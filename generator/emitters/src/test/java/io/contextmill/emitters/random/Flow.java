package io.contextmill.emitters.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A flow map of YAML, written entry by entry. */
final class Flow {
    private final List<String> keys = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();

    /** The same with one entry more, whose value stands as it is. */
    Flow with(String key, String value) {
        keys.add(key);
        entries.add(key + ": " + value);
        return this;
    }

    /** The same with one entry more, unless the value is empty. */
    Flow withAny(String key, String value) {
        return value.isEmpty() ? this : with(key, value);
    }

    /** A list of the keys alone. */
    String keys() {
        return "[" + String.join(", ", keys) + "]";
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public String toString() {
        return "{" + String.join(", ", entries) + "}";
    }

    /** A text that is nothing else to any reader. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A list of texts. */
    static String list(Collection<String> texts) {
        return texts.stream().map(Flow::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Fields with their types. */
    static String fields(Map<String, FieldType> fields) {
        Flow flow = new Flow();
        fields.forEach((name, type) -> flow.with(name, quoted(type.toString())));
        return flow.toString();
    }

    /** A map of texts. */
    static String texts(Map<String, String> texts) {
        Flow flow = new Flow();
        texts.forEach((key, text) -> flow.with(key, quoted(text)));
        return flow.toString();
    }
}
