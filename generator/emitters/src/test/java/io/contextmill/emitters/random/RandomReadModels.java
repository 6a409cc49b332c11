package io.contextmill.emitters.random;

import io.contextmill.emitters.random.RandomAggregate.Event;
import io.contextmill.emitters.random.RandomConditions.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Read models of one aggregate or of several, and queries over them. */
final class RandomReadModels {
    private final Chance chance;
    private final RandomNames names;
    private final RandomTypes types;
    private final RandomConditions conditions;
    private final RandomSections sections;

    RandomReadModels(Chance chance, RandomNames names, RandomTypes types, RandomSections sections) {
        this.chance = chance;
        this.names = names;
        this.types = types;
        this.conditions = new RandomConditions(chance, types);
        this.sections = sections;
    }

    /** Adds a read model about an aggregate, which may show others as well, and its queries. */
    void draw(RandomAggregate about, List<RandomAggregate> all) {
        String view = names.type();
        Map<String, FieldType> row = row(about);
        Flow projects = new Flow();
        boolean asMap = chance.maybe(0.5);
        for (Event event : about.events()) {
            projects.with(event.name(), asMap ? projection(event, row) : "");
        }
        for (RandomAggregate other : all) {
            if (other == about) {
                continue;
            }
            for (Event event : other.events()) {
                if (tellsOf(event, about) && agrees(event, row) && chance.maybe(0.8)) {
                    Map<String, FieldType> shown = chance.some(event.fields(), 0.4);
                    shown.keySet().remove(about.identity());
                    shown.values().removeIf(type -> type.head().equals(about.id()));
                    shown.replaceAll((name, type) -> type.isList() ? type : type.orNone());
                    shown.values().removeIf(FieldType::isList);
                    shown.keySet().removeIf(field -> isCarried(field, about));
                    shown.forEach(row::putIfAbsent);
                    projects.with(event.name(), asMap ? projection(event, row) : "");
                }
            }
        }
        String key =
                chance.maybe(0.5) && !row.containsKey(about.identity())
                        ? about.identity()
                        : names.field(row.keySet());
        Map<String, FieldType> fields = new LinkedHashMap<>();
        fields.put(key, FieldType.of(about.id()));
        fields.putAll(row);
        Flow detail =
                new Flow()
                        .with("key", key)
                        .with("fields", Flow.fields(types.withDefaults(fields, 0.1)))
                        .with("projects", asMap ? projects.toString() : projects.keys());
        sections.described(detail);
        sections.add("readModels", view, detail);
        sections.add("queries", names.type(), new Flow().with("by", key).with("returns", view));
        sections.add("queries", names.type(), list(view, key, row));
    }

    /** What every row has from its beginning, and what it may get later. */
    private Map<String, FieldType> row(RandomAggregate about) {
        Map<String, FieldType> row = new LinkedHashMap<>();
        // What an event computes may be computed of any field.
        boolean whole = about.events().stream().anyMatch(Event::computes) || chance.maybe(0.3);
        about.state()
                .forEach(
                        (field, type) -> {
                            boolean always =
                                    about.events().stream()
                                            .filter(Event::begins)
                                            .allMatch(
                                                    event ->
                                                            event.fields().containsKey(field)
                                                                    || (whole
                                                                            && event.computed()
                                                                                    .contains(
                                                                                            field)));
                            if (!isCarried(field, about)) {
                                return;
                            }
                            if (whole) {
                                row.put(field, always ? type : type.orNone());
                            } else if (always && chance.maybe(0.7)) {
                                row.put(field, type);
                            } else if (!type.isList() && chance.maybe(0.3)) {
                                row.put(field, type.orNone());
                            }
                        });
        if (whole || chance.maybe(0.5)) {
            row.putAll(about.lifecycle());
        }
        return row;
    }

    private static boolean isCarried(String field, RandomAggregate about) {
        return about.events().stream()
                .anyMatch(
                        event ->
                                event.fields().containsKey(field)
                                        || event.computed().contains(field));
    }

    private static boolean tellsOf(Event event, RandomAggregate about) {
        return event.fields().values().stream()
                        .filter(type -> type.isOne() && type.head().equals(about.id()))
                        .count()
                == 1;
    }

    private static boolean agrees(Event event, Map<String, FieldType> row) {
        return event.fields().entrySet().stream()
                .allMatch(
                        field ->
                                !row.containsKey(field.getKey())
                                        || row.get(field.getKey())
                                                .surely()
                                                .equals(field.getValue().surely()));
    }

    private String projection(Event event, Map<String, FieldType> row) {
        Flow detail = new Flow();
        Scope scope = Scope.of("event.", event.fields());
        Map<String, String> sets = new LinkedHashMap<>();
        row.forEach(
                (field, type) -> {
                    if (types.constants(type.head()).isEmpty() && chance.maybe(0.1)) {
                        conditions
                                .value(type, event.begins() ? scope : scope.and(Scope.of("", row)))
                                .ifPresent(value -> sets.put(field, value));
                    }
                });
        if (!sets.isEmpty()) {
            detail.with("sets", Flow.texts(sets));
        } else if (!event.begins() && chance.maybe(0.1)) {
            detail.with("deletes", "true");
        }
        return detail.isEmpty() ? "" : detail.toString();
    }

    private Flow list(String view, String key, Map<String, FieldType> row) {
        List<String> by = new ArrayList<>();
        Set<String> sortable = new LinkedHashSet<>(Set.of(key));
        row.forEach(
                (field, type) -> {
                    if (type.isList() || types.isValueObject(type) || type.base().equals("json")) {
                        return;
                    }
                    if (isPlain(type)) {
                        sortable.add(field);
                    }
                    if (!isPlain(type) || chance.maybe(0.5)) {
                        return;
                    }
                    String optional = chance.maybe(0.5) ? "?" : "";
                    boolean ranged = type.isOrdered() && !type.base().equals("decimal");
                    String match =
                            ranged && chance.maybe(0.4)
                                    ? ": range"
                                    : type.isText() && chance.maybe(0.4) ? ": contains" : "";
                    by.add(field + optional + match);
                });
        Flow query = new Flow();
        if (!by.isEmpty()) {
            query.with("by", Flow.list(by));
        }
        query.with("returns", Flow.quoted(view + "[]"));
        if (chance.maybe(0.6)) {
            query.with("sort", Flow.quoted((chance.maybe(0.5) ? "-" : "") + chance.pick(sortable)));
        }
        return query.with("page", String.valueOf(chance.between(1, 100)));
    }

    /** Whether rows can be selected and sorted by it. */
    private boolean isPlain(FieldType type) {
        return !types.constants(type.head()).isEmpty()
                || types.isId(type)
                || types.written(type.head()).isPresent()
                || type.isOrdered()
                || type.isText()
                || List.of("uuid", "boolean").contains(type.base());
    }
}
