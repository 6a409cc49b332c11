package io.contextmill.emitters.random;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Declared types, and the types of fields. */
final class RandomTypes {
    private static final List<String> SCALARS =
            List.of(
                    "string(20)",
                    "string(2..5)",
                    "string",
                    "text",
                    "int",
                    "int >= 1",
                    "int > -5 < 5",
                    "long",
                    "long <= 7",
                    "decimal(5,2)",
                    "decimal(8,3) >= 0.5",
                    "boolean",
                    "uuid",
                    "date",
                    "time",
                    "instant",
                    "duration",
                    "string(3) ~ [A-Z]{3}");

    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    entry("string(20)", "a = \"b\""),
                    entry("string(2..5)", "\\$L"),
                    entry("text", "*/ ~ {{x}}"),
                    entry("int >= 1", "1"),
                    entry("int > -5 < 5", "-4"),
                    entry("long", "-9223372036854775808"),
                    entry("decimal(5,2)", "-0.5"),
                    entry("boolean", "true"),
                    entry("uuid", "00000000-0000-4000-8000-000000000001"),
                    entry("date", "2026-01-31"),
                    entry("time", "10:15:00"),
                    entry("instant", "2026-01-31T10:15:00Z"),
                    entry("duration", "PT36H"),
                    entry("string(3) ~ [A-Z]{3}", "ABC"));

    private final Chance chance;
    private final RandomNames names;
    private final Map<String, List<String>> enums = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldType>> values = new LinkedHashMap<>();
    private final Map<String, FieldType> scalars = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();

    RandomTypes(Chance chance, RandomNames names) {
        this.chance = chance;
        this.names = names;
    }

    /** Declares some; what is said under {@code types}. */
    String declare() {
        StringBuilder lines = new StringBuilder();
        for (int i = chance.between(0, 2); i > 0; i--) {
            Set<String> constants = new LinkedHashSet<>();
            for (int j = chance.between(1, 4); j > 0; j--) {
                constants.add(names.constant());
            }
            String name = names.type();
            enums.put(name, List.copyOf(constants));
            line(lines, name, Flow.list(constants));
        }
        for (int i = chance.between(0, 2); i > 0; i--) {
            String name = names.type();
            FieldType type = FieldType.of(chance.pick(SCALARS));
            scalars.put(name, type);
            line(lines, name, Flow.quoted(type.toString()));
        }
        for (int i = chance.between(0, 2); i > 0; i--) {
            String name = names.type();
            Map<String, FieldType> fields = fields(chance.between(1, 3), true);
            values.put(name, fields);
            String map = Flow.fields(withDefaults(fields, 0.15));
            line(lines, name, chance.maybe(0.3) ? "{fields: " + map + ", behaviour: owned}" : map);
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, String detail) {
        lines.append("  ").append(name).append(": ").append(detail).append('\n');
    }

    /** From now on fields may be of that id's type. */
    void addId(String id) {
        ids.add(id);
    }

    /** The type of a field. */
    FieldType type(boolean lists) {
        List<String> all = new ArrayList<>(SCALARS);
        all.add("json");
        all.addAll(scalars.keySet());
        all.addAll(enums.keySet());
        all.addAll(values.keySet());
        all.addAll(values.keySet());
        all.addAll(ids);
        FieldType type = FieldType.of(chance.pick(all));
        String list =
                lists && chance.maybe(0.15) ? chance.pickOf("[]", "[1..3]", "[..2]", "[5..]") : "";
        return new FieldType(type.head(), list, chance.maybe(0.25), type.bound());
    }

    /** So many fields. */
    Map<String, FieldType> fields(int count, boolean lists) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            fields.put(names.field(fields.keySet()), type(lists));
        }
        return fields;
    }

    /** The same fields, some of them with a default. */
    Map<String, FieldType> withDefaults(Map<String, FieldType> fields, double often) {
        Map<String, FieldType> all = new LinkedHashMap<>(fields);
        all.replaceAll(
                (name, type) ->
                        defaultOf(type)
                                .filter(value -> chance.maybe(often))
                                .map(type::withDefault)
                                .orElse(type));
        return all;
    }

    private Optional<String> defaultOf(FieldType type) {
        if (!type.isOne()) {
            return Optional.empty();
        }
        if (enums.containsKey(type.head())) {
            return Optional.of(chance.pick(enums.get(type.head())));
        }
        FieldType written = scalars.getOrDefault(type.head(), type);
        return Optional.ofNullable(DEFAULTS.get(written.toString()));
    }

    /** The enums that have more than one value. */
    List<String> lifecycles() {
        return enums.keySet().stream().filter(type -> constants(type).size() > 1).toList();
    }

    /** The values of an enum; none of any other type. */
    List<String> constants(String type) {
        return enums.getOrDefault(type, List.of());
    }

    /** The fields of a value object; none of any other type. */
    Map<String, FieldType> parts(String type) {
        return values.getOrDefault(type, Map.of());
    }

    /** What a typed scalar is written as. */
    Optional<FieldType> written(String type) {
        return Optional.ofNullable(scalars.get(type));
    }

    boolean isValueObject(FieldType type) {
        return values.containsKey(type.head());
    }

    boolean isId(FieldType type) {
        return ids.contains(type.head());
    }
}
