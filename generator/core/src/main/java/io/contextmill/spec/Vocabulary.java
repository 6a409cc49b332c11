package io.contextmill.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one kind of map.
 *
 * @param thing what the map describes, as in "a command"
 * @param keys those that are understood
 * @param later those of the language that nothing is generated for yet
 */
record Vocabulary(String thing, List<String> keys, List<String> later) {
    /** What a context says beside its name. */
    private static final List<String> CONTEXT_KEYS =
            List.of(
                    "subdomain",
                    "description",
                    "package",
                    "java",
                    "target",
                    "database",
                    "types",
                    "aggregates",
                    "events",
                    "commands",
                    "readModels",
                    "queries",
                    "scenarios");

    private static final List<String> CONTEXT_LATER =
            List.of(
                    "policies",
                    "sagas",
                    "timers",
                    "upstreams",
                    "renamedFrom",
                    "ordered",
                    "broker",
                    "mesh",
                    "discovery",
                    "generated");

    static final Vocabulary WORKSPACE =
            new Vocabulary(
                    "a workspace",
                    List.of("workspace", "package", "java", "target", "database", "contexts"),
                    List.of("broker", "sagas", "mesh", "discovery", "generated"));

    static final Vocabulary CONTEXT =
            new Vocabulary(
                    "a context",
                    Stream.concat(Stream.of("context"), CONTEXT_KEYS.stream()).toList(),
                    CONTEXT_LATER);

    /** A context whose name stands before its detail. */
    static final Vocabulary NAMED_CONTEXT =
            new Vocabulary("a context", CONTEXT_KEYS, CONTEXT_LATER);

    static final Vocabulary AGGREGATE =
            new Vocabulary(
                    "an aggregate",
                    List.of(
                            "id",
                            "fields",
                            "entities",
                            "lifecycle",
                            "invariants",
                            "unique",
                            "persistence",
                            "description"),
                    List.of("ordered", "renamedFrom"));

    /** What is inside an aggregate and has an identity of its own. */
    static final Vocabulary ENTITY =
            new Vocabulary(
                    "an entity", List.of("id", "fields", "description"), List.of("renamedFrom"));

    /** The long form of a value object. */
    static final Vocabulary VALUE_OBJECT =
            new Vocabulary("a value object", List.of("fields"), List.of("behaviour"));

    static final Vocabulary LIFECYCLE =
            new Vocabulary("a lifecycle", List.of("field", "initial"), List.of());

    static final Vocabulary EVENT =
            new Vocabulary(
                    "an event",
                    List.of(
                            "fields",
                            "to",
                            "sets",
                            "deletes",
                            "visibility",
                            "version",
                            "description"),
                    List.of("ordered", "renamedFrom"));

    static final Vocabulary COMMAND =
            new Vocabulary(
                    "a command",
                    List.of(
                            "aggregate",
                            "creates",
                            "from",
                            "guards",
                            "fields",
                            "emits",
                            "description"),
                    List.of("calls", "reads", "roles", "owner", "ordered", "renamedFrom"));

    static final Vocabulary FROM =
            new Vocabulary("`from`", List.of("states", "rejects"), List.of());

    static final Vocabulary EMITS = new Vocabulary("`emits`", List.of("oneOf"), List.of());

    static final Vocabulary READ_MODEL =
            new Vocabulary(
                    "a read model",
                    List.of("key", "fields", "projects", "description"),
                    List.of("renamedFrom"));

    static final Vocabulary QUERY =
            new Vocabulary(
                    "a query",
                    List.of("by", "returns", "sort", "page", "description"),
                    List.of("calls", "roles", "owner", "renamedFrom"));

    static final Vocabulary SCENARIO =
            new Vocabulary("a scenario", List.of("name", "given", "when", "then"), List.of());

    static final Vocabulary THEN = new Vocabulary("`then`", List.of("rejected"), List.of());

    /** Every key of the language that can stand here. */
    List<String> all() {
        return Stream.concat(keys.stream(), later.stream()).toList();
    }
}
