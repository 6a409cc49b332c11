package io.contextmill.emitters.history;

import io.contextmill.emitters.random.Chance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A spec that people change from week to week: of a context that stands alone, or a workspace. */
final class SpecDraft {
    private static final List<String> NOUNS =
            List.of(
                    "Anchor",
                    "Berth",
                    "Crane",
                    "Depot",
                    "Engine",
                    "Ferry",
                    "Gate",
                    "Hatch",
                    "Island",
                    "Jetty",
                    "Keel",
                    "Lantern",
                    "Mast",
                    "Net",
                    "Oar",
                    "Pier",
                    "Quay",
                    "Rudder",
                    "Sail",
                    "Tide",
                    "Umbrella",
                    "Vessel",
                    "Winch",
                    "Yacht",
                    "Barge",
                    "Cabin",
                    "Deck",
                    "Fleet",
                    "Galley",
                    "Harpoon",
                    "Locker",
                    "Motor",
                    "Pilot",
                    "Raft",
                    "Signal",
                    "Tunnel",
                    "Valve",
                    "Wharf");

    private static final List<String> VERBS =
            List.of("Load", "Paint", "Repair", "Inspect", "Insure", "Anoint", "Boast", "Collect");

    private static final List<String> TYPES =
            List.of(
                    "string(40)?",
                    "int?",
                    "boolean?",
                    "date?",
                    "decimal(10,2)?",
                    "uuid?",
                    "instant?",
                    "long? >= 0",
                    "string(20)[]?");

    private final Chance chance;
    private final boolean workspace;
    private final List<String> nouns;
    private List<Context> contexts = new ArrayList<>();
    private int number;

    /** A bounded context. */
    private record Context(String name, List<Aggregate> aggregates) {
        Context copy() {
            return new Context(
                    name, new ArrayList<>(aggregates.stream().map(Aggregate::copy).toList()));
        }
    }

    /** An aggregate and what happens to it; the first thing that happens creates it. */
    private record Aggregate(
            Name name,
            String status,
            Map<String, String> fields,
            List<Step> steps,
            List<Query> queries) {
        Aggregate copy() {
            return new Aggregate(
                    name,
                    status,
                    new LinkedHashMap<>(fields),
                    new ArrayList<>(steps.stream().map(Step::copy).toList()),
                    new ArrayList<>(queries));
        }

        Aggregate named(Name other) {
            return new Aggregate(other, status, fields, steps, queries);
        }
    }

    /** A command, and the events of which it leads to one: to which, only one event settles. */
    private record Step(
            Name command,
            List<Name> events,
            List<String> states,
            Map<String, String> fields,
            String description) {
        Step(Name command, List<Name> events) {
            this(
                    command,
                    events,
                    events.stream().map(SpecDraft::state).toList(),
                    new LinkedHashMap<>(),
                    "");
        }

        Step copy() {
            return new Step(command, events, states, new LinkedHashMap<>(fields), description);
        }

        Step with(Name otherCommand, List<Name> otherEvents) {
            return new Step(otherCommand, otherEvents, states, fields, description);
        }

        Step mapped(UnaryOperator<Name> change) {
            return with(change.apply(command), events.stream().map(change).toList());
        }
    }

    /** A question for those that have a value in a field. */
    private record Query(Name name, String field) {}

    /**
     * What something is called.
     *
     * @param former what the spec says that it was called; empty where it says nothing
     * @param isNew whether nothing was generated since it has that name
     */
    private record Name(String name, String former, boolean isNew) {
        static Name of(String name) {
            return new Name(name, "", true);
        }

        Name renamed(String next) {
            return isNew ? new Name(next, former, true) : new Name(next, name, true);
        }

        String renamedFrom() {
            return former.isEmpty() ? "" : "renamedFrom: " + former + ", ";
        }
    }

    SpecDraft(Chance chance, boolean workspace) {
        this.chance = chance;
        this.workspace = workspace;
        this.nouns = new ArrayList<>(chance.some(NOUNS, NOUNS.size()));
        for (int i = workspace ? 2 : 1; i > 0; i--) {
            addContext();
        }
    }

    /** How the file is called. */
    String fileName() {
        return workspace ? "contextmill.yaml" : "context.yaml";
    }

    /** What is undone by {@link #restore}. */
    Object saved() {
        return contexts.stream().map(Context::copy).toList();
    }

    /** Makes it what it was. */
    void restore(Object saved) {
        contexts = new ArrayList<>();
        for (Object context : (List<?>) saved) {
            contexts.add(((Context) context).copy());
        }
    }

    /** Notes that what it says was generated. */
    void generated() {
        contexts.forEach(
                context ->
                        context.aggregates.replaceAll(
                                aggregate -> {
                                    aggregate.steps.replaceAll(step -> step.mapped(SpecDraft::old));
                                    aggregate.queries.replaceAll(
                                            query -> new Query(old(query.name), query.field));
                                    return aggregate.named(old(aggregate.name));
                                }));
    }

    private static Name old(Name name) {
        return new Name(name.name, name.former, false);
    }

    /** Changes something by chance, and says what; nothing where that is not possible. */
    Optional<String> edit() {
        Context context = chance.pick(contexts);
        Aggregate aggregate = chance.pick(context.aggregates);
        return switch (chance.between(1, 16)) {
            case 1, 2, 3 -> addField(aggregate);
            case 4 -> addStep(aggregate, false);
            case 5 -> addStep(aggregate, true);
            case 6 -> addAggregate(context);
            case 7 -> addQuery(aggregate);
            case 8 -> describe(aggregate);
            case 9 -> removeField(aggregate);
            case 10 -> removeStep(aggregate);
            case 11 -> removeAggregate(context, aggregate);
            case 12 -> renameAggregate(context, aggregate);
            case 13 -> renameStep(aggregate);
            case 14 -> renameQuery(aggregate);
            case 15 -> forgetNames();
            default -> chance.maybe(0.5) ? addContextToWorkspace() : removeContext(context);
        };
    }

    private Optional<String> addContextToWorkspace() {
        return workspace && contexts.size() < 3 && nouns.size() > 6
                ? Optional.of("add context " + addContext())
                : Optional.empty();
    }

    private String addContext() {
        Context context = new Context(noun() + "s", new ArrayList<>());
        contexts.add(context);
        addAggregate(context);
        return context.name;
    }

    private Optional<String> removeContext(Context context) {
        return contexts.size() > 1 && contexts.remove(context)
                ? Optional.of("remove context " + context.name)
                : Optional.empty();
    }

    private Optional<String> addAggregate(Context context) {
        if (context.aggregates.size() > 2 || nouns.size() < 6) {
            return Optional.empty();
        }
        String name = noun();
        Map<String, String> fields = new LinkedHashMap<>(Map.of("label", "string(40)"));
        Aggregate aggregate =
                new Aggregate(
                        Name.of(name),
                        name + "Status",
                        fields,
                        new ArrayList<>(),
                        new ArrayList<>());
        Step creation = new Step(Name.of("Create" + name), List.of(Name.of(name + "Created")));
        creation.fields.putAll(fields);
        aggregate.steps.add(creation);
        context.aggregates.add(aggregate);
        addStep(aggregate, false);
        return Optional.of("add aggregate " + name);
    }

    private Optional<String> removeAggregate(Context context, Aggregate aggregate) {
        return context.aggregates.size() > 1 && context.aggregates.remove(aggregate)
                ? Optional.of("remove aggregate " + aggregate.name.name)
                : Optional.empty();
    }

    private Optional<String> addStep(Aggregate aggregate, boolean undecided) {
        List<String> free =
                VERBS.stream()
                        .filter(
                                verb ->
                                        aggregate.steps.stream()
                                                .noneMatch(step -> step.toString().contains(verb)))
                        .toList();
        if (free.size() < 2 || aggregate.steps.size() > 5) {
            return Optional.empty();
        }
        String name = aggregate.name.name;
        List<String> verbs = chance.some(free, undecided ? 2 : 1);
        String command = verbs.get(0) + name;
        aggregate.steps.add(
                new Step(
                        Name.of(command),
                        verbs.stream().map(verb -> Name.of(name + past(verb))).toList()));
        return Optional.of("add command " + command + (undecided ? ", which is not decided" : ""));
    }

    private Optional<String> removeStep(Aggregate aggregate) {
        if (aggregate.steps.size() < 3) {
            return Optional.empty();
        }
        Step step = chance.pick(aggregate.steps.subList(1, aggregate.steps.size()));
        aggregate.steps.remove(step);
        return Optional.of("remove command " + step.command.name);
    }

    private Optional<String> addField(Aggregate aggregate) {
        if (aggregate.fields.size() > 5) {
            return Optional.empty();
        }
        String field = chance.pickOf("size", "weight", "owner", "colour") + ++number;
        String type = chance.pick(TYPES);
        aggregate.fields.put(field, type);
        Step step = chance.pick(aggregate.steps);
        step.fields.put(field, type);
        return Optional.of("add field %s of %s".formatted(field, step.command.name));
    }

    private Optional<String> removeField(Aggregate aggregate) {
        List<String> fields =
                aggregate.fields.keySet().stream().filter(field -> !field.equals("label")).toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String field = chance.pick(fields);
        aggregate.fields.remove(field);
        aggregate.steps.forEach(step -> step.fields.remove(field));
        aggregate.queries.removeIf(query -> query.field.equals(field));
        return Optional.of("remove field " + field);
    }

    private Optional<String> addQuery(Aggregate aggregate) {
        if (aggregate.queries.size() > 1) {
            return Optional.empty();
        }
        String field =
                chance.pick(
                        aggregate.fields.entrySet().stream()
                                .filter(entry -> !entry.getValue().contains("[]"))
                                .map(Map.Entry::getKey)
                                .toList());
        String name = "Find" + aggregate.name.name + "By" + ++number;
        aggregate.queries.add(new Query(Name.of(name), field));
        return Optional.of("add query " + name);
    }

    private Optional<String> describe(Aggregate aggregate) {
        int at = chance.between(0, aggregate.steps.size() - 1);
        Step step = aggregate.steps.get(at);
        aggregate.steps.set(
                at,
                new Step(
                        step.command,
                        step.events,
                        step.states,
                        step.fields,
                        "Said anew, " + ++number));
        return Optional.of("describe " + step.command.name);
    }

    private Optional<String> renameAggregate(Context context, Aggregate aggregate) {
        if (nouns.size() < 6 || aggregate.name.isNew) {
            return Optional.empty();
        }
        Name next = aggregate.name.renamed(noun());
        context.aggregates.set(context.aggregates.indexOf(aggregate), aggregate.named(next));
        return Optional.of("rename aggregate %s to %s".formatted(next.former, next.name));
    }

    private Optional<String> renameStep(Aggregate aggregate) {
        int at = chance.between(0, aggregate.steps.size() - 1);
        Step step = aggregate.steps.get(at);
        boolean command = chance.maybe(0.5);
        Name before = command ? step.command : step.events.get(0);
        if (before.isNew) {
            return Optional.empty();
        }
        Name next = before.renamed(before.name.replaceAll("[0-9]+$", "") + ++number);
        List<Name> events = new ArrayList<>(step.events);
        if (!command) {
            events.set(0, next);
        }
        aggregate.steps.set(at, step.with(command ? next : step.command, events));
        return Optional.of("rename %s to %s".formatted(before.name, next.name));
    }

    private Optional<String> renameQuery(Aggregate aggregate) {
        if (aggregate.queries.isEmpty() || aggregate.queries.get(0).name.isNew) {
            return Optional.empty();
        }
        Query query = aggregate.queries.get(0);
        Name next = query.name.renamed("Search" + aggregate.name.name + ++number);
        aggregate.queries.set(0, new Query(next, query.field));
        return Optional.of("rename query to " + next.name);
    }

    /** Takes out what was followed. */
    private Optional<String> forgetNames() {
        contexts.forEach(
                context ->
                        context.aggregates.replaceAll(
                                aggregate -> {
                                    aggregate.steps.replaceAll(
                                            step -> step.mapped(SpecDraft::forgotten));
                                    aggregate.queries.replaceAll(
                                            query -> new Query(forgotten(query.name), query.field));
                                    return aggregate.named(forgotten(aggregate.name));
                                }));
        return Optional.of("forget names");
    }

    private static Name forgotten(Name name) {
        return name.isNew ? name : new Name(name.name, "", false);
    }

    private String noun() {
        return nouns.remove(0);
    }

    private static String past(String verb) {
        return verb.endsWith("e") ? verb + "d" : verb + "ed";
    }

    /** The YAML of it. */
    String text() {
        if (!workspace) {
            return text(contexts.get(0));
        }
        return "workspace: Port\ncontexts:\n"
                + contexts.stream()
                        .map(context -> "  - " + text(context).strip().replace("\n", "\n    "))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(Context context) {
        StringBuilder text = new StringBuilder("context: " + context.name + "\n");
        section(text, "types", context, SpecDraft::states);
        section(text, "aggregates", context, SpecDraft::aggregate);
        section(text, "events", context, SpecDraft::events);
        section(text, "commands", context, SpecDraft::commands);
        if (context.aggregates.stream().anyMatch(aggregate -> !aggregate.queries.isEmpty())) {
            section(text, "queries", context, SpecDraft::queries);
        }
        return text.toString();
    }

    private static void section(
            StringBuilder text, String name, Context context, Function<Aggregate, String> lines) {
        text.append(name).append(":\n");
        context.aggregates.forEach(aggregate -> text.append(lines.apply(aggregate)));
    }

    private static String states(Aggregate aggregate) {
        return "  %s: [%s]%n"
                .formatted(
                        aggregate.status,
                        aggregate.steps.stream()
                                .flatMap(step -> step.states.stream())
                                .collect(Collectors.joining(", ")));
    }

    private static String state(Name event) {
        return event.name.replaceAll("[a-z0-9](?=[A-Z])", "$0_").toUpperCase(Locale.ROOT);
    }

    private static String aggregate(Aggregate aggregate) {
        Map<String, String> fields = new LinkedHashMap<>(aggregate.fields);
        fields.put("status", aggregate.status);
        return "  %s: {%sfields: {%s}, lifecycle: {field: status, initial: %s}}%n"
                .formatted(
                        aggregate.name.name,
                        aggregate.name.renamedFrom(),
                        fields(fields),
                        aggregate.steps.get(0).states.get(0));
    }

    private static String events(Aggregate aggregate) {
        StringBuilder events = new StringBuilder();
        for (Step step : aggregate.steps) {
            for (int i = 0; i < step.events.size(); i++) {
                Name event = step.events.get(i);
                events.append(
                        "  %s: {%sfields: {%s}, to: %s}%n"
                                .formatted(
                                        event.name,
                                        event.renamedFrom(),
                                        fields(step.fields),
                                        step.states.get(i)));
            }
        }
        return events.toString();
    }

    private static String commands(Aggregate aggregate) {
        return aggregate.steps.stream()
                .map(
                        step ->
                                "  %s: {%saggregate: %s, creates: %s, fields: {%s}, emits: %s%s}%n"
                                        .formatted(
                                                step.command.name,
                                                step.command.renamedFrom(),
                                                aggregate.name.name,
                                                step.equals(aggregate.steps.get(0))
                                                        ? "always"
                                                        : "never",
                                                fields(step.fields),
                                                emits(step),
                                                step.description.isEmpty()
                                                        ? ""
                                                        : ", description: \"%s.\""
                                                                .formatted(step.description)))
                .collect(Collectors.joining());
    }

    private static String emits(Step step) {
        String events = step.events.stream().map(Name::name).collect(Collectors.joining(", "));
        return step.events.size() == 1 ? events : "{oneOf: [" + events + "]}";
    }

    private static String queries(Aggregate aggregate) {
        return aggregate.queries.stream()
                .map(
                        query ->
                                "  %s: {%sby: \"%s?\", returns: \"%sSummary[]\"}%n"
                                        .formatted(
                                                query.name.name,
                                                query.name.renamedFrom(),
                                                query.field,
                                                aggregate.name.name))
                .collect(Collectors.joining());
    }

    private static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey().equals("status")
                                        ? "status: " + field.getValue()
                                        : "%s: \"%s\"".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", "));
    }
}
