package io.contextmill.emitters.random;

import io.contextmill.emitters.random.RandomConditions.Scope;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One aggregate with its entities, its events and its commands. */
final class RandomAggregate {
    private static final List<String> ID_TYPES =
            List.of(
                    "uuid",
                    "string",
                    "string(8)",
                    "string(3..255)",
                    "string(5..40) ~ [a-z][a-z0-9-]*",
                    "string(12) ~ [A-Z]{2}[.][0-9]{4,9}");

    /** What can be unique. */
    private static final Set<String> UNIQUE =
            Set.of("string(20)", "string", "int", "int >= 1", "long", "uuid");

    /**
     * An event that was made up.
     *
     * @param fields what it carries beside the identity
     * @param computed the fields of the aggregate that it computes
     * @param begins whether an aggregate begins with it
     * @param identified whether it lists the identity
     */
    record Event(
            String name,
            Map<String, FieldType> fields,
            Set<String> computed,
            boolean begins,
            boolean identified) {
        /** Whether it computes anything. */
        boolean computes() {
            return !computed.isEmpty();
        }
    }

    private final Chance chance;
    private final RandomNames names;
    private final RandomTypes types;
    private final RandomConditions conditions;
    private final RandomSections sections;

    private final String name;
    private final String id;
    private final String identity;

    /** All that an event may carry, by name; whatever else one carries is called otherwise. */
    private final Map<String, FieldType> state = new LinkedHashMap<>();

    private final Set<String> other = new LinkedHashSet<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<String> unique = new LinkedHashSet<>();

    /** The fields of the aggregate, and then those of the last event, that have a default. */
    private final Set<String> byDefault = new LinkedHashSet<>();

    private final Set<String> unfilled = new LinkedHashSet<>();
    private List<String> states = List.of();
    private Map<String, FieldType> lifecycle = Map.of();
    private boolean keepsEvents;

    RandomAggregate(
            Chance chance,
            RandomNames names,
            RandomTypes types,
            RandomSections sections,
            String name,
            String id) {
        this.chance = chance;
        this.names = names;
        this.types = types;
        this.conditions = new RandomConditions(chance, types);
        this.sections = sections;
        this.name = name;
        this.id = id;
        this.identity = Words.of(name).camel();
    }

    String id() {
        return id;
    }

    String identity() {
        return identity;
    }

    /** The fields that its events carry and that it keeps. */
    Map<String, FieldType> state() {
        return state;
    }

    /** The field of the lifecycle with its type; nothing where it has no lifecycle. */
    Map<String, FieldType> lifecycle() {
        return lifecycle;
    }

    List<Event> events() {
        return events;
    }

    /** Makes it up. */
    void draw() {
        keepsEvents = chance.maybe(0.35);
        Flow detail = new Flow();
        if (chance.maybe(0.4)) {
            detail.with("id", Flow.texts(Map.of(id, chance.pick(ID_TYPES))));
        } else if (chance.maybe(0.5)) {
            detail.with("id", id);
        }
        state.putAll(types.fields(chance.between(0, 6), true));
        state.remove(identity);
        detail.withAny("entities", entities());
        types.addId(id);
        Map<String, FieldType> all = new LinkedHashMap<>(state);
        if (!types.lifecycles().isEmpty() && chance.maybe(0.6)) {
            String type = chance.pick(types.lifecycles());
            states = types.constants(type);
            String status = names.field(taken());
            lifecycle = Map.of(status, FieldType.of(type));
            all.putAll(lifecycle);
            other.add(status);
            detail.with(
                    "lifecycle",
                    "{field: %s, initial: %s}".formatted(status, Flow.quoted(states.get(0))));
        }
        if (chance.maybe(0.3)) {
            conditions
                    .condition(Scope.of("", all))
                    .ifPresent(
                            asked ->
                                    detail.with(
                                            "invariants",
                                            Flow.texts(Map.of(names.field(taken()), asked))));
        }
        state.forEach(
                (field, type) -> {
                    if (UNIQUE.contains(type.toString()) && chance.maybe(0.15)) {
                        unique.add(field);
                    }
                });
        if (!unique.isEmpty()) {
            detail.with("unique", Flow.list(unique));
        }
        if (keepsEvents) {
            detail.with("persistence", "events");
        }
        Map<String, FieldType> written = types.withDefaults(state, 0.15);
        unique.forEach(field -> written.put(field, state.get(field)));
        byDefault.addAll(defaulted(state, written));
        written.putAll(lifecycle);
        detail.with("fields", Flow.fields(written));
        sections.described(detail);
        sections.add("aggregates", name, detail);
        creation();
        for (int i = chance.between(0, 3); i > 0; i--) {
            change();
        }
        if (chance.maybe(0.2)) {
            end();
        }
    }

    private String entities() {
        Flow entities = new Flow();
        for (int i = chance.maybe(0.3) ? chance.between(1, 2) : 0; i > 0; i--) {
            String entity = names.type();
            if (!names.take(entity + "Id")) {
                continue;
            }
            Map<String, FieldType> fields = types.fields(chance.between(0, 3), true);
            fields.remove("id");
            Flow detail = new Flow();
            if (chance.maybe(0.4)) {
                detail.with("id", Flow.texts(Map.of(entity + "Id", chance.pick(ID_TYPES))));
            }
            detail.with("fields", Flow.fields(types.withDefaults(fields, 0.15)));
            sections.described(detail);
            entities.with(entity, detail.toString());
            FieldType one = FieldType.of(entity);
            state.put(
                    names.field(taken()),
                    chance.maybe(0.3)
                            ? one.orNone()
                            : new FieldType(
                                    entity, chance.pickOf("[]", "[1..3]", "[..2]"), false, ""));
        }
        return entities.isEmpty() ? "" : entities.toString();
    }

    private static Set<String> defaulted(
            Map<String, FieldType> fields, Map<String, FieldType> written) {
        Set<String> defaulted = new LinkedHashSet<>();
        fields.forEach(
                (field, type) -> {
                    if (!type.equals(written.get(field))) {
                        defaulted.add(field);
                    }
                });
        return defaulted;
    }

    private Set<String> taken() {
        Set<String> taken = new LinkedHashSet<>(state.keySet());
        taken.addAll(other);
        taken.add(identity);
        return taken;
    }

    /** A field that is not one of the aggregate's. */
    private void addOther(Map<String, FieldType> fields, double often) {
        if (chance.maybe(often)) {
            String field = names.field(taken());
            other.add(field);
            fields.put(field, types.type(true));
        }
    }

    private void creation() {
        int beginnings = chance.maybe(0.15) ? 2 : 1;
        Map<String, FieldType> asked = new LinkedHashMap<>();
        Map<String, String> fillings = new LinkedHashMap<>();
        List<String> emitted = new ArrayList<>();
        for (int i = 0; i < beginnings; i++) {
            Map<String, FieldType> told = new LinkedHashMap<>(state);
            Map<String, String> sets = new LinkedHashMap<>();
            for (Map.Entry<String, FieldType> one : state.entrySet()) {
                String field = one.getKey();
                FieldType type = one.getValue();
                if (unique.contains(field)) {
                    continue;
                }
                if ((byDefault.contains(field) && chance.maybe(0.5))
                        || (type.optional() && chance.maybe(0.2))) {
                    told.remove(field);
                } else if (chance.maybe(0.15)) {
                    told.remove(field);
                    conditions
                            .value(type, Scope.of("event.", told).withNow())
                            .filter(value -> sets.values().stream().noneMatch(names(field)))
                            .ifPresentOrElse(
                                    value -> sets.put(field, value), () -> told.put(field, type));
                }
            }
            addOther(told, 0.2);
            emitted.add(event(told, sets, new Flow(), true));
            asked.putAll(told);
            asked.keySet().removeIf(field -> unfilled.contains(field) && chance.maybe(0.5));
        }
        if (beginnings == 1) {
            fill(emitted.get(0), asked, Map.of(), fillings);
        }
        addOther(asked, 0.2);
        Flow command = new Flow().with("aggregate", name);
        boolean always = chance.maybe(0.7);
        command.with("creates", always ? "always" : "ifAbsent");
        command.with("fields", Flow.fields(types.withDefaults(asked, 0.3)));
        Scope scope = Scope.of("command.", asked).withNow();
        boolean guarded = guards(command, scope);
        emits(command, emitted, fillings, beginnings > 1, scope);
        sections.described(command);
        String make = names.type();
        sections.add("commands", make, command);
        if (beginnings == 1 && !guarded && chance.maybe(0.4)) {
            scenario("", make, emitted.get(0));
        }
    }

    private static Predicate<String> names(String field) {
        return expression -> expression.matches(".*\\b(event|command)\\." + field + "\\b.*");
    }

    /** An event; its name. */
    private String event(
            Map<String, FieldType> told, Map<String, String> sets, Flow detail, boolean begins) {
        String happened = names.type();
        boolean identified = chance.maybe(0.5);
        Map<String, FieldType> fields = new LinkedHashMap<>();
        if (identified) {
            fields.put(identity, FieldType.of(id));
        }
        fields.putAll(told);
        Map<String, FieldType> written = types.withDefaults(fields, 0.15);
        unfilled.clear();
        unfilled.addAll(defaulted(fields, written));
        detail.with("fields", Flow.fields(written));
        if (!sets.isEmpty()) {
            detail.with("sets", Flow.texts(sets));
        }
        if (!states.isEmpty() && chance.maybe(begins ? 0.3 : 0.6)) {
            detail.with("to", Flow.quoted(chance.pick(states)));
        }
        if (chance.maybe(0.3)) {
            detail.with("visibility", "public");
        }
        if (chance.maybe(0.2)) {
            versions(detail, told);
        }
        sections.described(detail);
        sections.add("events", happened, detail);
        events.add(
                new Event(
                        happened,
                        new LinkedHashMap<>(told),
                        Set.copyOf(sets.keySet()),
                        begins,
                        identified));
        return happened;
    }

    /** Forms that an event had before. */
    private void versions(Flow detail, Map<String, FieldType> told) {
        int version = chance.between(2, 3);
        Flow upcasts = new Flow();
        for (int old = 1; old < version; old++) {
            Map<String, FieldType> fields = new LinkedHashMap<>();
            Map<String, String> sets = new LinkedHashMap<>();
            told.forEach(
                    (field, type) -> {
                        if (type.optional() && chance.maybe(0.3)) {
                            return;
                        }
                        if (chance.maybe(0.6)) {
                            fields.put(field, type);
                            return;
                        }
                        String before = names.field(fields.keySet());
                        Optional<String> computed =
                                conditions.value(type, Scope.of("event.", fields));
                        if (computed.isPresent()) {
                            sets.put(field, computed.get());
                        } else if (RandomNames.isNameable(before) && !told.containsKey(before)) {
                            fields.put(before, type);
                            sets.put(field, "event." + before);
                        } else {
                            fields.put(field, type);
                        }
                    });
            if (!keepsEvents && chance.maybe(0.2)) {
                continue;
            }
            Flow form = new Flow().with("fields", Flow.fields(fields));
            if (!sets.isEmpty()) {
                form.with("sets", Flow.texts(sets));
            }
            upcasts.with(String.valueOf(old), form.toString());
        }
        detail.with("version", String.valueOf(version));
        if (!upcasts.isEmpty()) {
            detail.with("upcasts", upcasts.toString());
        }
    }

    /** Computes some of what an event carries, which the command is not asked for then. */
    private void fill(
            String event,
            Map<String, FieldType> asked,
            Map<String, FieldType> before,
            Map<String, String> fillings) {
        Map<String, String> with = new LinkedHashMap<>();
        for (Map.Entry<String, FieldType> one : List.copyOf(asked.entrySet())) {
            String field = one.getKey();
            if (unique.contains(field)
                    || !chance.maybe(0.15)
                    || with.values().stream().anyMatch(names(field))) {
                continue;
            }
            Map<String, FieldType> others = new LinkedHashMap<>(asked);
            others.remove(field);
            conditions
                    .value(
                            one.getValue(),
                            Scope.of("", before).and(Scope.of("command.", others)).withNow())
                    .ifPresent(
                            value -> {
                                with.put(field, value);
                                asked.remove(field);
                            });
        }
        // What the state has, an event may have from there.
        asked.keySet()
                .removeIf(
                        field ->
                                before.containsKey(field)
                                        && chance.maybe(0.15)
                                        && with.values().stream().noneMatch(names(field)));
        if (!with.isEmpty()) {
            fillings.put(event, "{with: " + Flow.texts(with) + "}");
        }
    }

    private void change() {
        boolean alternatives = chance.maybe(0.2);
        Map<String, FieldType> asked = new LinkedHashMap<>();
        Map<String, String> fillings = new LinkedHashMap<>();
        List<String> emitted = new ArrayList<>();
        for (int i = alternatives || chance.maybe(0.2) ? 2 : 1; i > 0; i--) {
            Map<String, FieldType> told = chance.some(state, 0.4);
            addOther(told, 0.2);
            Map<String, String> sets = new LinkedHashMap<>();
            Scope seen = Scope.of("", state).and(Scope.of("event.", told)).withNow();
            state.forEach(
                    (field, type) -> {
                        if (!unique.contains(field) && chance.maybe(0.2)) {
                            conditions.value(type, seen).ifPresent(v -> sets.put(field, v));
                        }
                    });
            String happened = event(told, sets, new Flow(), false);
            emitted.add(happened);
            told.keySet().removeIf(field -> unfilled.contains(field) && chance.maybe(0.5));
            if (!alternatives) {
                fill(happened, told, state, fillings);
            }
            asked.putAll(told);
        }
        addOther(asked, 0.2);
        Flow command = new Flow().with("aggregate", name).with("creates", "never");
        boolean bound = from(command);
        Scope seen = Scope.of("", state).and(Scope.of("command.", asked)).withNow();
        boolean guarded = guards(command, seen);
        command.with("fields", Flow.fields(types.withDefaults(asked, 0.2)));
        emits(command, emitted, fillings, alternatives, seen);
        sections.described(command);
        String order = names.type();
        sections.add("commands", order, command);
        if (!bound && !guarded && !alternatives && chance.maybe(0.3)) {
            scenario(events.get(0).name(), order, String.join(", ", emitted));
        }
        if (chance.maybe(0.05)) {
            sections.add(
                    "commands",
                    names.type(),
                    new Flow().with("aggregate", name).with("emits", "[]"));
        }
    }

    private boolean from(Flow command) {
        if (states.isEmpty() || chance.maybe(0.5)) {
            return false;
        }
        String from = Flow.list(new LinkedHashSet<>(List.of(states.get(0), chance.pick(states))));
        command.with(
                "from",
                chance.maybe(0.3) ? "{states: " + from + ", rejects: " + names.type() + "}" : from);
        return true;
    }

    private boolean guards(Flow command, Scope scope) {
        Flow guards = new Flow();
        for (int i = chance.maybe(0.4) ? chance.between(1, 2) : 0; i > 0; i--) {
            conditions
                    .condition(scope)
                    .ifPresent(asked -> guards.with(names.type(), Flow.quoted(asked)));
        }
        if (guards.isEmpty()) {
            return false;
        }
        command.with("guards", guards.toString());
        return true;
    }

    private void emits(
            Flow command,
            List<String> emitted,
            Map<String, String> fillings,
            boolean alternatives,
            Scope scope) {
        if (alternatives) {
            String first = emitted.get(0);
            String when =
                    conditions
                            .condition(scope)
                            .map(asked -> new Flow().with(first, Flow.quoted(asked)).toString())
                            .orElse(first);
            command.with("emits", "{oneOf: [" + when + ", " + emitted.get(1) + "]}");
        } else if (!fillings.isEmpty()) {
            Flow all = new Flow();
            emitted.forEach(event -> all.with(event, fillings.getOrDefault(event, "")));
            command.with("emits", all.toString());
        } else {
            command.with(
                    "emits",
                    emitted.size() == 1 ? emitted.get(0) : "[" + String.join(", ", emitted) + "]");
        }
    }

    private void end() {
        Map<String, FieldType> told = new LinkedHashMap<>();
        addOther(told, 0.3);
        String happened = event(told, Map.of(), new Flow().with("deletes", "true"), false);
        Flow command = new Flow().with("aggregate", name).with("creates", "never");
        from(command);
        guards(command, Scope.of("", state).and(Scope.of("command.", told)).withNow());
        command.with("fields", Flow.fields(told)).with("emits", happened);
        sections.add("commands", names.type(), command);
    }

    private void scenario(String given, String when, String then) {
        sections.addScenario(
                "{name: %s%s, when: %s, then: [%s]}"
                        .formatted(
                                Flow.quoted(names.sentence() + " " + when),
                                given.isEmpty() ? "" : ", given: [" + given + "]",
                                when,
                                then));
    }
}
