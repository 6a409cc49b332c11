package io.contextmill.spec;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one kind of map.
 *
 * @param thing what the map describes, as in "a command"
 * @param keys those that are understood
 * @param later those of the language that are read and checked, and that nothing is generated for
 *     yet
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
                    "generated",
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
                    "discovery");

    static final Vocabulary WORKSPACE =
            new Vocabulary(
                    "a workspace",
                    List.of(
                            "workspace",
                            "package",
                            "java",
                            "target",
                            "database",
                            "generated",
                            "contexts"),
                    List.of("broker", "sagas", "mesh", "discovery"));

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
                            "drop",
                            "description",
                            "renamedFrom"),
                    List.of("ordered"));

    /** What is inside an aggregate and has an identity of its own. */
    static final Vocabulary ENTITY =
            new Vocabulary(
                    "an entity", List.of("id", "fields", "description", "renamedFrom"), List.of());

    /** The long form of a value object. */
    static final Vocabulary VALUE_OBJECT =
            new Vocabulary("a value object", List.of("fields", "behaviour"), List.of());

    /** What stands in place of the type of a field that goes. */
    static final Vocabulary DROPPED_FIELD =
            new Vocabulary("a field that goes", List.of("drop"), List.of());

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
                            "upcasts",
                            "description",
                            "renamedFrom"),
                    List.of("ordered"));

    static final Vocabulary UPCAST =
            new Vocabulary("an earlier version", List.of("fields", "sets"), List.of());

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
                            "description",
                            "renamedFrom"),
                    List.of("calls", "reads", "roles", "owner", "ordered"));

    static final Vocabulary FROM =
            new Vocabulary("`from`", List.of("states", "rejects"), List.of());

    static final Vocabulary EMITS = new Vocabulary("`emits`", List.of("oneOf"), List.of());

    static final Vocabulary EMITTED =
            new Vocabulary("an event of `emits`", List.of("with"), List.of());

    static final Vocabulary READ_MODEL =
            new Vocabulary(
                    "a read model",
                    List.of("key", "fields", "projects", "drop", "description", "renamedFrom"),
                    List.of());

    static final Vocabulary PROJECTION =
            new Vocabulary("a projection", List.of("sets", "deletes"), List.of());

    static final Vocabulary QUERY =
            new Vocabulary(
                    "a query",
                    List.of("by", "returns", "sort", "page", "description", "renamedFrom"),
                    List.of("calls", "roles", "owner"));

    static final Vocabulary POLICY =
            new Vocabulary(
                    "a policy",
                    List.of(
                            "when",
                            "then",
                            "with",
                            "find",
                            "otherwise",
                            "ordered",
                            "description",
                            "renamedFrom"),
                    List.of());

    static final Vocabulary SAGA =
            new Vocabulary(
                    "a saga",
                    List.of(
                            "style",
                            "starts",
                            "steps",
                            "policies",
                            "onFailure",
                            "deadline",
                            "description",
                            "renamedFrom"),
                    List.of());

    static final Vocabulary STARTS = new Vocabulary("`starts`", List.of("command"), List.of());

    static final Vocabulary STEP =
            new Vocabulary(
                    "a step",
                    List.of(
                            "command",
                            "with",
                            "compensate",
                            "pivot",
                            "retriable",
                            "timeout",
                            "condition",
                            "saves"),
                    List.of());

    /** Steps that run side by side. */
    static final Vocabulary PARALLEL =
            new Vocabulary("parallel steps", List.of("parallel"), List.of());

    static final Vocabulary TIMER =
            new Vocabulary(
                    "a timer",
                    List.of(
                            "after",
                            "on",
                            "cancelledBy",
                            "every",
                            "then",
                            "description",
                            "renamedFrom"),
                    List.of());

    static final Vocabulary UPSTREAM =
            new Vocabulary(
                    "an upstream",
                    List.of(
                            "relationship",
                            "critical",
                            "external",
                            "operations",
                            "resilience",
                            "shares",
                            "description"),
                    List.of());

    static final Vocabulary OPERATION =
            new Vocabulary(
                    "an operation",
                    List.of("request", "response", "idempotent", "fallback", "description"),
                    List.of());

    static final Vocabulary RESILIENCE =
            new Vocabulary(
                    "`resilience`",
                    List.of("budget", "timeout", "retry", "circuitBreaker", "bulkhead"),
                    List.of());

    static final Vocabulary TIMEOUT =
            new Vocabulary("`timeout`", List.of("connect", "read", "write", "pool"), List.of());

    static final Vocabulary RETRY =
            new Vocabulary(
                    "`retry`", List.of("attempts", "base", "cap", "jitter", "within"), List.of());

    static final Vocabulary CIRCUIT_BREAKER =
            new Vocabulary("`circuitBreaker`", List.of("failures", "recovery"), List.of());

    static final Vocabulary BULKHEAD =
            new Vocabulary("`bulkhead`", List.of("kind", "slots", "wait"), List.of());

    static final Vocabulary SCENARIO =
            new Vocabulary("a scenario", List.of("name", "given", "when", "then"), List.of());

    static final Vocabulary THEN = new Vocabulary("`then`", List.of("rejected"), List.of());

    /** Whether a context or something in it has a key of that name. */
    static boolean isKey(String name) {
        return Stream.of(
                        CONTEXT,
                        AGGREGATE,
                        ENTITY,
                        VALUE_OBJECT,
                        LIFECYCLE,
                        EVENT,
                        UPCAST,
                        COMMAND,
                        FROM,
                        EMITS,
                        EMITTED,
                        READ_MODEL,
                        PROJECTION,
                        QUERY,
                        POLICY,
                        SAGA,
                        TIMER,
                        SCENARIO,
                        THEN)
                .anyMatch(vocabulary -> vocabulary.all().contains(name));
    }

    /** Every key of the language that can stand here. */
    List<String> all() {
        return Stream.concat(keys.stream(), later.stream()).toList();
    }
}
