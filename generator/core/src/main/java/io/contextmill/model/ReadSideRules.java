package io.contextmill.model;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/**
 * The rules of linking that are about whether read models can be filled and queries be answered.
 */
final class ReadSideRules {
    static final RuleDescription READ_MODEL_WITHOUT_KEY =
            error(
                    "read-model.without-key",
                    "The key of a read model is not the id of an aggregate.",
                    """
                    A row is about one aggregate and is found by its id. Where the key is left out it is
                    inferred from the fields, from the events and from the name.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    readModels:
                      OrderSummary: {key: number, fields: {number: string}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    readModels:
                      OrderSummary: {key: order, fields: {order: OrderId}}
                    """);

    static final RuleDescription READ_MODEL_FIELD_WITHOUT_SOURCE =
            error(
                    "read-model.field-without-source",
                    "A field of a read model is in none of the events that it is built from.",
                    """
                    A projection copies fields of the same name from events, and follows the state of the
                    lifecycle. A required field has to be in every event that a row begins with.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    readModels:
                      OrderSummary: {fields: {order: OrderId, carrier: "string?"}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderCreated: {fields: {carrier: "string?"}}
                    commands: [CreateOrder]
                    readModels:
                      OrderSummary: {fields: {order: OrderId, carrier: "string?"}}
                    """);

    static final RuleDescription EVENT_WITHOUT_ROW =
            error(
                    "read-model.event-without-row",
                    "An event of another aggregate does not say which row it changes.",
                    """
                    A row is found by the id of the aggregate that it is about. An event of another aggregate has to
                    carry that id: in its only field of that type, or in the one that is called as the key.
                    """,
                    """
                    context: Order
                    aggregates: [Order, Payment]
                    events: [OrderCreated, PaymentReceived]
                    commands: [CreateOrder, ReceivePayment]
                    readModels:
                      OrderOverview: {key: order, fields: {order: OrderId}, projects: [OrderCreated, PaymentReceived]}
                    """,
                    """
                    context: Order
                    aggregates: [Order, Payment]
                    events: {OrderCreated: , PaymentReceived: {fields: {payment: PaymentId, order: OrderId}}}
                    commands: {CreateOrder: , ReceivePayment: {fields: {order: OrderId}}}
                    readModels:
                      OrderOverview: {key: order, fields: {order: OrderId}, projects: [OrderCreated, PaymentReceived]}
                    """);

    static final RuleDescription ROW_ENDS_AT_ITS_BEGINNING =
            error(
                    "read-model.row-ends-at-its-beginning",
                    "An event that an aggregate begins with takes out the row about it.",
                    """
                    A row begins with an event that makes an aggregate, and is gone for good behind one with
                    `deletes: true`.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    readModels:
                      OrderOverview: {key: order, projects: {OrderCreated: {deletes: true}}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderArchived]
                    commands: [CreateOrder, ArchiveOrder]
                    readModels:
                      OrderOverview: {key: order, projects: {OrderCreated: , OrderArchived: {deletes: true}}}
                    """);

    static final RuleDescription SETS_WHAT_GOES =
            error(
                    "read-model.sets-what-goes",
                    "An event sets fields of a row that goes with it.",
                    """
                    A row that was taken out shows nothing any more: what is set would be seen by nobody.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped]
                    commands: [CreateOrder, ShipOrder]
                    readModels:
                      OpenOrder:
                        fields: {order: OrderId, note: "string?"}
                        projects: {OrderCreated: {sets: {note: "'open'"}}, OrderShipped: {sets: {note: "'shipped'"}, deletes: true}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped]
                    commands: [CreateOrder, ShipOrder]
                    readModels:
                      OpenOrder:
                        fields: {order: OrderId, note: "string?"}
                        projects: {OrderCreated: {sets: {note: "'open'"}}, OrderShipped: {deletes: true}}
                    """);

    static final RuleDescription QUERY_WITHOUT_READ_MODEL =
            error(
                    "query.without-read-model",
                    "A query does not say what it returns, and nothing fits its name.",
                    """
                    A query shares no word with the name of any aggregate, and there is more than one. Any
                    choice would be arbitrary.
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    queries: [Everything]
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    queries:
                      Everything: {returns: "OrderSummary[]"}
                    """);

    static final RuleDescription ONE_ROW_NOT_BY_KEY =
            error(
                    "query.one-row-not-by-key",
                    "A query returns one row and does not select it by the key.",
                    """
                    Only the key has one row at most. By any other field there may be many: return a list.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    queries:
                      FindOrder: {by: status, returns: OrderSummary}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    queries:
                      FindOrders: {by: status, returns: "OrderSummary[]"}
                    """);

    static final RuleDescription ONE_ROW_IN_PAGES =
            error(
                    "query.one-row-in-pages",
                    "A query that returns one row has an order or pages.",
                    """
                    `sort` and `page` say how a list is cut into pages. On one row they have no meaning; most
                    often `[]` is missing behind the read model.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      Orders: {by: order, returns: OrderSummary, page: 20}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      Orders: {returns: "OrderSummary[]", page: 20}
                    """);

    static final RuleDescription UNFITTING_MATCH =
            error(
                    "query.unfitting-match",
                    "A query selects or sorts by a field in a way that its type does not have.",
                    """
                    `range` selects by numbers, dates, times and instants, which have an order that callers mean;
                    `contains` selects by a part of a text. Value objects and lists are shown, but neither selected
                    nor sorted by.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    queries:
                      FindOrders: {by: "status: contains", returns: "OrderSummary[]"}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {note: "string?"}}
                    events:
                      OrderCreated: {fields: {note: "string?"}}
                    commands:
                      CreateOrder: {fields: {note: "string?"}}
                    queries:
                      FindOrders: {by: "note: contains", returns: "OrderSummary[]"}
                    """);

    static final RuleDescription PARAMETER_TWICE =
            error(
                    "query.parameter-twice",
                    "Two filters of a query have one name.",
                    """
                    A caller gives the value of a filter by its name, which is that of the field; the ends of a
                    range are called as the field with `From` and `To` behind it.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    queries:
                      OpenOrders: {by: [status, "status?"], returns: "OrderSummary[]"}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    queries:
                      OpenOrders: {by: "status?", returns: "OrderSummary[]"}
                    """);

    static final RuleDescription LIST_BY_KEY =
            error(
                    "query.list-by-key",
                    "A query that returns a list selects by the key.",
                    """
                    There is one row at most for a key, so that the list would have one at most.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      Orders: {by: order, returns: "OrderSummary[]"}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      OneOrder: {by: order, returns: OrderSummary}
                    """);

    private ReadSideRules() {}

    /** All of them. */
    static List<RuleDescription> all() {
        return List.of(
                READ_MODEL_WITHOUT_KEY,
                READ_MODEL_FIELD_WITHOUT_SOURCE,
                EVENT_WITHOUT_ROW,
                ROW_ENDS_AT_ITS_BEGINNING,
                SETS_WHAT_GOES,
                QUERY_WITHOUT_READ_MODEL,
                ONE_ROW_NOT_BY_KEY,
                ONE_ROW_IN_PAGES,
                UNFITTING_MATCH,
                PARAMETER_TWICE,
                LIST_BY_KEY);
    }
}
