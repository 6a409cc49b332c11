package io.contextmill.model;

import static io.contextmill.diagnostic.RuleDescription.note;
import static io.contextmill.diagnostic.RuleDescription.warning;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/**
 * What is inferred, each kind of decision with a rule of its own: notes for what follows, warnings
 * for guesses.
 */
public final class InferenceRules {
    static final RuleDescription PROJECT =
            note(
                    "inference.project",
                    "The spec does not say everything about its project.",
                    """
                    Package, Java release, container and database have defaults. `contextmill expand` writes
                    them out.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    """,
                    """
                    context: Order
                    package: com.example.order
                    java: 17
                    target: spring-boot
                    database: postgresql
                    aggregates: [Order]
                    """);

    static final RuleDescription COMMAND_AGGREGATE =
            note(
                    "inference.command-aggregate",
                    "A command does not say which aggregate it goes to, and its name does.",
                    """
                    A command goes to the aggregate whose name it holds as whole words. If it holds several, one
                    behind the verb beats the verb, and more words beat fewer.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands: [CancelOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands:
                      CancelOrder: {aggregate: Order}
                    """);

    static final RuleDescription GUESSED_AGGREGATE =
            warning(
                    "inference.guessed-aggregate",
                    "A command does not say which aggregate it goes to, and its name only hints at one.",
                    """
                    No aggregate's whole name is in the command's, so it goes to the one that shares most words
                    with it, or to the only one. Say `aggregate:` on the command to settle it.
                    """,
                    """
                    context: Inventory
                    aggregates: [StockItem]
                    commands: [ReserveStock]
                    """,
                    """
                    context: Inventory
                    aggregates: [StockItem]
                    commands:
                      ReserveStock: {aggregate: StockItem}
                    """);

    static final RuleDescription EMITTED_EVENT =
            note(
                    "inference.emitted-event",
                    "A command does not say what it emits, and an event has its words.",
                    """
                    A command emits the event that is made of its words with the verb as a past participle:
                    CreateOrder emits OrderCreated.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands:
                      CreateOrder: {emits: OrderCreated}
                    """);

    static final RuleDescription GUESSED_EVENT =
            warning(
                    "inference.guessed-event",
                    "A command does not say what it emits, and gets an event that was left over.",
                    """
                    An event that no command emits goes to a command that has none yet and fits it best, or
                    stands as an alternative beside an event that is there. Say `emits:` on the command to
                    settle it.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderShipped]
                    commands: [UpdateOrderStatus]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderShipped]
                    commands:
                      UpdateOrderStatus: {emits: OrderShipped}
                    """);

    static final RuleDescription CREATION =
            note(
                    "inference.creation",
                    "A command does not say whether it creates, and it does.",
                    """
                    Verbs such as create, register, open and place make an aggregate, unless the command waits for a
                    state of it, `from`. One that no command makes is made, if it is absent, by its first command.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands:
                      CreateOrder: {creates: always}
                    """);

    static final RuleDescription IDENTITY =
            note(
                    "inference.identity",
                    "An aggregate or an entity does not name the type of its id.",
                    """
                    Each of them has an id with a type of its own, so that the ids of two aggregates cannot be mixed
                    up.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {id: OrderId}
                    """);

    static final RuleDescription STATUS =
            note(
                    "inference.status",
                    "An aggregate says nothing of its state, and gets a status from its events.",
                    """
                    Where neither fields nor lifecycle are said, an aggregate has a status whose values are the
                    participles of its events, and each event sets it. Write `fields: {}` for an aggregate
                    without state.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {}}
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """);

    static final RuleDescription ENTITY =
            note(
                    "inference.entity",
                    "No field of an aggregate holds an entity that is declared inside it.",
                    """
                    An entity is part of the state of its aggregate, which holds a list of them in a field that
                    is called as many of them are: `orderItems` for `OrderItem`. Say the field to give it another
                    name or size.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {}, entities: {OrderItem: {fields: {product: uuid}}}}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {items: "OrderItem[1..50]"}, entities: {OrderItem: {fields: {product: uuid}}}}
                    """);

    static final RuleDescription READ_MODEL =
            note(
                    "inference.read-model",
                    "A read model is left out, or parts of it are.",
                    """
                    Each aggregate has a read model that is built from its events; it shows what the events
                    tell.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    readModels:
                      OrderSummary: {key: order, fields: {order: OrderId}, projects: []}
                    """);

    static final RuleDescription GUESSED_READ_MODEL =
            warning(
                    "inference.guessed-read-model",
                    "A read model says nothing of its aggregate, and its name only hints at one.",
                    """
                    No aggregate's whole name is in the read model's, so it is about the one that shares most
                    words with it, or the only one. Say which events it `projects`, or its `key` and that key's
                    type.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    readModels: [Overview]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    readModels:
                      Overview: {projects: [OrderCreated]}
                    """);

    static final RuleDescription QUERY =
            note(
                    "inference.query",
                    "A query is left out, or parts of it are.",
                    """
                    Each aggregate is found by its key and listed in pages, by the key. A query that does not
                    say what it returns returns the read model of the aggregate in its name.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      GetOrder: {by: order, returns: OrderSummary}
                    """);

    static final RuleDescription GUESSED_QUERY =
            warning(
                    "inference.guessed-query",
                    "A query does not say what it returns, and its name only hints at it.",
                    """
                    No aggregate's whole name is in the query's, so it is about the one that shares most words
                    with it, or the only one. Say what it `returns` to settle it.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries: [ListEverything]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      ListEverything: {returns: "OrderSummary[]"}
                    """);

    static final RuleDescription VISIBILITY =
            note(
                    "inference.visibility",
                    "Events of a workspace do not say who may hear of them.",
                    """
                    Where no event of a context says `visibility`, all are public: each becomes an integration
                    event, a part of the language that the contexts share. As soon as one event says it, those
                    that do not are private.
                    """,
                    """
                    workspace: shop
                    contexts:
                      - {context: Order, aggregates: [Order], events: [OrderCreated], commands: [CreateOrder]}
                    """,
                    """
                    workspace: shop
                    contexts:
                      - context: Order
                        aggregates: [Order]
                        events:
                          OrderCreated: {visibility: public}
                        commands: [CreateOrder]
                    """);

    static final RuleDescription MOMENT =
            note(
                    "inference.moment",
                    "An event asks for `now` in what it sets, and does not say that it carries the moment.",
                    """
                    What an event leads to is the same whenever it is replayed, so that the moment at which it
                    happened is a part of it. An event that sets a field by `now` has a field `occurredAt`, which is
                    filled with the moment at which the command is decided.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {placed: instant}}
                    events:
                      OrderPlaced: {sets: {placed: "now"}}
                    commands: [PlaceOrder]
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {placed: instant}}
                    events:
                      OrderPlaced: {fields: {occurredAt: instant}, sets: {placed: "now"}}
                    commands: [PlaceOrder]
                    """);

    static final RuleDescription BOUNDS =
            note(
                    "inference.bounds",
                    "An event may lead a number of an aggregate beyond its bounds, and no invariant says them.",
                    """
                    What callers say is checked against its bounds. A number that an event computes, or takes over from
                    where bounds are wider, can still get beyond its own. So that it does not, its bounds, and the
                    digits that a decimal has, are an invariant that is called as the field is, with `Bounds`
                    behind it; a command that would break it is rejected.
                    """,
                    """
                    context: Bank
                    aggregates:
                      Jar: {fields: {held: "int >= 0"}}
                    events:
                      JarOpened: {sets: {held: "0"}}
                      CoinsTaken: {fields: {count: "int >= 1"}, sets: {held: "held - event.count"}}
                    commands:
                      OpenJar: {aggregate: Jar, creates: always, emits: JarOpened}
                      TakeCoins: {aggregate: Jar, fields: {count: "int >= 1"}, emits: CoinsTaken}
                    """,
                    """
                    context: Bank
                    aggregates:
                      Jar: {fields: {held: "int >= 0"}, invariants: {heldBounds: "held >= 0"}}
                    events:
                      JarOpened: {sets: {held: "0"}}
                      CoinsTaken: {fields: {count: "int >= 1"}, sets: {held: "held - event.count"}}
                    commands:
                      OpenJar: {aggregate: Jar, creates: always, emits: JarOpened}
                      TakeCoins: {aggregate: Jar, fields: {count: "int >= 1"}, emits: CoinsTaken}
                    """);

    private InferenceRules() {}

    /** All rules of this kind. */
    public static List<RuleDescription> all() {
        return List.of(
                PROJECT,
                COMMAND_AGGREGATE,
                GUESSED_AGGREGATE,
                EMITTED_EVENT,
                GUESSED_EVENT,
                CREATION,
                IDENTITY,
                STATUS,
                ENTITY,
                READ_MODEL,
                GUESSED_READ_MODEL,
                QUERY,
                GUESSED_QUERY,
                VISIBILITY,
                MOMENT,
                BOUNDS);
    }
}
