package io.contextmill.emitters;

import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A spec made by chance, the same for the same seed, over all of the language that is generated. A
 * new construct is added where the thing is made that it stands on.
 */
final class RandomSpec {
    private static final List<String> PLAIN =
            List.of(
                    "Order", "Item", "Parcel", "Claim", "Ticket", "Route", "Member", "Invoice",
                    "Visit", "Patient", "Cargo", "Voyage", "Meal", "Driver", "Policy", "Audit");

    private static final List<String> HOSTILE = AwkwardWords.names(kind -> true);

    private static final List<String> PLAIN_TYPES =
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
                    Map.entry("string(20)", "a = \"b\""),
                    Map.entry("string(2..5)", "\\$L"),
                    Map.entry("text", "*/ ~ {{x}}"),
                    Map.entry("int >= 1", "1"),
                    Map.entry("int > -5 < 5", "-4"),
                    Map.entry("long", "-9223372036854775808"),
                    Map.entry("decimal(5,2)", "-0.5"),
                    Map.entry("boolean", "true"),
                    Map.entry("uuid", "00000000-0000-4000-8000-000000000001"),
                    Map.entry("date", "2026-01-31"),
                    Map.entry("time", "10:15:00"),
                    Map.entry("instant", "2026-01-31T10:15:00Z"),
                    Map.entry("duration", "PT36H"));

    private static final List<String> TEXTS =
            List.of(
                    "a plain sentence",
                    "*/ class X {} /*",
                    "\\u002a\\u002f",
                    "${java.home} #{7*7} {{x}}",
                    "it's \"quoted\" \\",
                    "<b>&amp;</b> ]]> --> -- ;",
                    "$L $T $$ %s %n",
                    "Grüße, 你好, 🚀");

    /** What no expression can name. */
    private static final Set<String> CEL_WORDS =
            Set.of(
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "false",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "let",
                    "loop",
                    "null",
                    "package",
                    "namespace",
                    "return",
                    "true",
                    "var",
                    "void",
                    "while");

    private static final List<String> ID_TYPES =
            List.of(
                    "uuid",
                    "string",
                    "string(8)",
                    "string(3..255)",
                    "string(5..40) ~ [a-z][a-z0-9-]*",
                    "string(12) ~ [A-Z]{2}[.][0-9]{4,9}");

    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<String>> enums = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
    private final List<String> scalars = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder aggregates = new StringBuilder();
    private final StringBuilder events = new StringBuilder();
    private final StringBuilder commands = new StringBuilder();
    private final StringBuilder readModels = new StringBuilder();
    private final StringBuilder queries = new StringBuilder();
    private final StringBuilder scenarios = new StringBuilder();

    private RandomSpec(long seed) {
        this.random = new Random(seed);
    }

    /** The spec of a seed. */
    static String of(long seed) {
        return new RandomSpec(seed).text("Context" + Math.floorMod(seed, 1_000_000));
    }

    private String text(String context) {
        for (int i = random.nextInt(3); i > 0; i--) {
            declareEnum();
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = name("");
            line(types, name, quoted(pick(PLAIN_TYPES)));
            scalars.add(name);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = name("");
            Map<String, String> fields = fields(1 + random.nextInt(3), false);
            boolean owned = maybe(0.3);
            line(
                    types,
                    name,
                    owned ? "{fields: " + map(fields) + ", behaviour: owned}" : map(fields));
            values.put(name, fields);
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            aggregate();
        }
        return "context: "
                + context
                + "\n"
                + described("")
                + section("types", types)
                + section("aggregates", aggregates)
                + section("events", events)
                + section("commands", commands)
                + section("readModels", readModels)
                + section("queries", queries)
                + (scenarios.isEmpty() ? "" : "scenarios:\n" + scenarios);
    }

    private String described(String indent) {
        return maybe(0.3) ? indent + "description: " + quoted(pick(TEXTS)) + "\n" : "";
    }

    private static String section(String key, StringBuilder lines) {
        return lines.isEmpty() ? "" : key + ":\n" + lines;
    }

    private void declareEnum() {
        String name = name("");
        Set<String> constants = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            constants.add(Words.of(pick(maybe(0.5) ? PLAIN : HOSTILE)).upperSnake());
        }
        enums.put(name, List.copyOf(constants));
        line(types, name, "[" + String.join(", ", quotedAll(constants)) + "]");
    }

    private static List<String> quotedAll(Set<String> texts) {
        return texts.stream().map(RandomSpec::quoted).toList();
    }

    private void aggregate() {
        String name = name("");
        String id = name + "Id";
        if (!names.add(Words.fold(id))) {
            return;
        }
        Map<String, String> fields = fields(random.nextInt(6), true);
        // The only field of the id's type would be the identity itself.
        ids.add(id);
        fields.remove(Words.of(name).camel());
        StringBuilder detail =
                new StringBuilder("id: " + (maybe(0.4) ? map(Map.of(id, pick(ID_TYPES))) : id));
        String status = "";
        List<String> states = List.of();
        List<String> statesOfEnums =
                enums.keySet().stream().filter(type -> valuesOf(type).size() > 1).toList();
        if (!statesOfEnums.isEmpty() && maybe(0.6)) {
            String type = pick(statesOfEnums);
            states = valuesOf(type);
            status = freeField(fields.keySet());
            fields.put(status, type);
            detail.append(", lifecycle: {field: ")
                    .append(status)
                    .append(", initial: ")
                    .append(quoted(states.get(0)))
                    .append("}");
        }
        Map<String, String> carried = new LinkedHashMap<>(fields);
        carried.remove(status);
        List<String> numbers =
                carried.keySet().stream().filter(field -> isNumber(type(carried, field))).toList();
        if (!numbers.isEmpty() && maybe(0.3)) {
            detail.append(", invariants: {")
                    .append(freeField(fields.keySet()))
                    .append(": ")
                    .append(quoted(pick(numbers) + " > -1000"))
                    .append("}");
        }
        if (maybe(0.3)) {
            detail.append(", persistence: events");
        }
        line(aggregates, name, "{" + detail + ", fields: " + map(fields) + text(0.2) + "}");
        events(name, id, carried, numbers, states);
    }

    private void events(
            String aggregate,
            String id,
            Map<String, String> carried,
            List<String> numbers,
            List<String> states) {
        String made = name("");
        String identity = Words.of(aggregate).camel() + ": " + id;
        line(
                events,
                made,
                "{fields: {"
                        + join(identity, body(carried))
                        + "}"
                        + (maybe(0.4) ? ", visibility: public" : "")
                        + text(0.2)
                        + "}");
        String make = name("");
        String guard =
                !numbers.isEmpty() && maybe(0.3)
                        ? ", guards: {"
                                + name("")
                                + ": "
                                + quoted("command." + pick(numbers) + " > -1000")
                                + "}"
                        : "";
        line(
                commands,
                make,
                "{aggregate: %s, creates: %s, fields: %s, emits: %s%s%s}"
                        .formatted(
                                aggregate,
                                maybe(0.7) ? "always" : "ifAbsent",
                                map(withDefaults(carried)),
                                made,
                                guard,
                                text(0.2)));
        List<String> all = new ArrayList<>(List.of(made));
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(change(aggregate, identity, carried, numbers, states));
        }
        reading(id, carried, all);
        if (maybe(0.3)) {
            scenarios.append(
                    "  - {name: %s, when: %s, then: [%s]}\n"
                            .formatted(quoted(pick(TEXTS) + " " + scenarios.length()), make, made));
        }
    }

    private String change(
            String aggregate,
            String identity,
            Map<String, String> carried,
            List<String> numbers,
            List<String> states) {
        String happened = name("");
        Map<String, String> told = new LinkedHashMap<>();
        carried.forEach(
                (field, type) -> {
                    if (maybe(0.4)) {
                        told.put(field, type);
                    }
                });
        StringBuilder detail = new StringBuilder("fields: {" + join(identity, body(told)) + "}");
        if (!states.isEmpty() && maybe(0.7)) {
            detail.append(", to: ").append(quoted(pick(states)));
        }
        if (!numbers.isEmpty() && maybe(0.5)) {
            String target = pick(numbers);
            boolean more = told.containsKey(target);
            detail.append(
                    ", sets: {%s: %s}"
                            .formatted(
                                    target,
                                    quoted(target + (more ? " + event." + target : " + 1"))));
        }
        line(events, happened, "{" + detail + text(0.2) + "}");
        StringBuilder command = new StringBuilder("aggregate: " + aggregate + ", creates: never");
        if (!states.isEmpty() && maybe(0.5)) {
            Set<String> from = new LinkedHashSet<>(List.of(states.get(0), pick(states)));
            String list = "[" + String.join(", ", quotedAll(from)) + "]";
            command.append(", from: ")
                    .append(
                            maybe(0.3)
                                    ? "{states: " + list + ", rejects: " + name("") + "}"
                                    : list);
        }
        if (!numbers.isEmpty() && maybe(0.4)) {
            command.append(
                    ", guards: {" + name("") + ": " + quoted(pick(numbers) + " <= 1000") + "}");
        }
        command.append(", fields: ").append(map(told)).append(", emits: ").append(happened);
        line(commands, name(""), "{" + command + text(0.2) + "}");
        return happened;
    }

    private void reading(String id, Map<String, String> carried, List<String> all) {
        if (maybe(0.5)) {
            return;
        }
        String view = name("");
        String key = freeField(carried.keySet());
        line(
                readModels,
                view,
                "{key: %s, fields: {%s}, projects: [%s]}"
                        .formatted(
                                key, join(key + ": " + id, body(carried)), String.join(", ", all)));
        line(queries, name(""), "{by: " + key + ", returns: " + view + "}");
        List<String> by = new ArrayList<>();
        Set<String> parameters = new HashSet<>();
        for (Map.Entry<String, String> field : carried.entrySet()) {
            String type = field.getValue();
            if (type.contains("[") || values.containsKey(base(type)) || maybe(0.5)) {
                continue;
            }
            String optional = maybe(0.5) ? "?" : "";
            boolean ranged =
                    List.of("int", "long", "date", "time", "instant", "duration")
                            .contains(base(type));
            boolean text = List.of("string", "text").contains(base(type));
            String match =
                    ranged && maybe(0.4) ? ": range" : text && maybe(0.4) ? ": contains" : "";
            if (parameters.add(field.getKey())) {
                by.add(quoted(field.getKey() + optional + match));
            }
        }
        List<String> sortable =
                carried.keySet().stream()
                        .filter(field -> !type(carried, field).contains("?"))
                        .filter(field -> !type(carried, field).contains("["))
                        .filter(field -> !values.containsKey(base(type(carried, field))))
                        .toList();
        String sort =
                sortable.isEmpty() || maybe(0.5)
                        ? ""
                        : ", sort: " + (maybe(0.5) ? "-" : "") + pick(sortable);
        line(
                queries,
                name(""),
                "{by: [%s], returns: \"%s[]\"%s, page: %d}"
                        .formatted(String.join(", ", by), view, sort, 1 + random.nextInt(100)));
    }

    private Map<String, String> withDefaults(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.replaceAll(
                (name, type) ->
                        DEFAULTS.containsKey(type) && maybe(0.3)
                                ? type + " = " + DEFAULTS.get(type)
                                : type);
        return all;
    }

    private Map<String, String> fields(int count, boolean lists) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            fields.put(freeField(fields.keySet()), type(lists));
        }
        return fields;
    }

    private String type(boolean lists) {
        List<String> all = new ArrayList<>(PLAIN_TYPES);
        all.addAll(scalars);
        all.addAll(enums.keySet());
        all.addAll(values.keySet());
        all.addAll(ids);
        String type = pick(all);
        int end = type.indexOf(' ') < 0 ? type.length() : type.indexOf(' ');
        String list = lists && maybe(0.2) ? pick(List.of("[]", "[1..3]", "[..2]", "[5..]")) : "";
        return type.substring(0, end) + list + (maybe(0.25) ? "?" : "") + type.substring(end);
    }

    private List<String> valuesOf(String type) {
        return enums.getOrDefault(type, List.of());
    }

    private static String type(Map<String, String> fields, String field) {
        return fields.getOrDefault(field, "");
    }

    private static String base(String type) {
        return type.split("[^A-Za-z0-9]", 2)[0];
    }

    private static boolean isNumber(String type) {
        return List.of("int", "long").contains(base(type))
                && !type.contains("[")
                && !type.contains("?");
    }

    private String freeField(Set<String> taken) {
        Set<String> folded = new TreeSet<>();
        taken.forEach(field -> folded.add(Words.fold(field)));
        while (true) {
            String field = Words.of(pick(maybe(0.5) ? PLAIN : HOSTILE)).camel();
            if (field.matches("[a-z][A-Za-z0-9]{0,58}")
                    && !field.matches("event|command|now")
                    && !CEL_WORDS.contains(field)
                    && folded.add(Words.fold(field))) {
                return field;
            }
        }
    }

    private String name(String suffix) {
        while (true) {
            String name =
                    pick(maybe(0.3) ? PLAIN : HOSTILE) + (maybe(0.3) ? pick(PLAIN) : "") + suffix;
            if (name.length() <= 40
                    && !name.matches(
                            ".*(NotFound|AlreadyExists|NoLongerExists|Taken)|IllegalTransition|NotDecidedYet|InvalidRequest|Malformed.*|Idempotency.*|OptimisticLock.*|MethodNotAllowed|.*Violated")
                    && names.add(Words.fold(name))) {
                return name;
            }
        }
    }

    private String text(double chance) {
        return maybe(chance) ? ", description: " + quoted(pick(TEXTS)) : "";
    }

    private static String map(Map<String, String> fields) {
        return "{" + body(fields) + "}";
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + quoted(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String join(String first, String rest) {
        return rest.isEmpty() ? first : first + ", " + rest;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void line(StringBuilder to, String name, String detail) {
        to.append("  ").append(name).append(": ").append(detail).append('\n');
    }

    private boolean maybe(double chance) {
        return random.nextDouble() < chance;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
