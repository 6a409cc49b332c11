package io.contextmill.model;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/** The rules of linking that are about whether what a spec names is there. */
final class ReferenceRules {
    static final RuleDescription UNKNOWN_TYPE =
            error(
                    "reference.unknown-type",
                    "A field has a type that is neither of the language nor declared.",
                    """
                    A type is one of the language (`string`, `int`, `uuid` …), one declared under `types` (an enum, a
                    value object or a typed scalar), an entity of the aggregate, or the id of an aggregate or an
                    entity. Most unknown types are misspelt; the finding names the nearest one, or all where none
                    is near.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {total: desimal}}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {total: "decimal(12,2)?"}}
                    """);

    static final RuleDescription UNKNOWN_AGGREGATE =
            error(
                    "reference.unknown-aggregate",
                    "A command names an aggregate that the context does not have.",
                    """
                    A command goes to one aggregate of its own context. What it wants of another context it asks
                    of that context's commands.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands:
                      CreateOrder: {aggregate: Ordr}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands:
                      CreateOrder: {aggregate: Order}
                    """);

    static final RuleDescription UNKNOWN_EVENT =
            error(
                    "reference.unknown-event",
                    "Something names an event that is not declared.",
                    """
                    Events are declared under `events`, so that one list says everything that can happen in the
                    context.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands:
                      CreateOrder: {emits: OrderCreatd}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands:
                      CreateOrder: {emits: OrderCreated}
                    """);

    static final RuleDescription UNKNOWN_COMMAND =
            error(
                    "reference.unknown-command",
                    "Something sends a command that is not declared.",
                    """
                    A scenario is an example of what a command of the context does.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    scenarios:
                      - {name: an order is created, when: CreatOrder, then: OrderCreated}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    scenarios:
                      - {name: an order is created, when: CreateOrder, then: OrderCreated}
                    """);

    static final RuleDescription UNKNOWN_REJECTION =
            error(
                    "reference.unknown-rejection",
                    "A scenario expects a rejection that its command does not have.",
                    """
                    A command is rejected as `IllegalTransition`, or as what its `from` names, in a state in
                    which it is not accepted; as `NotDecidedYet` where it emits nothing. What the team's own
                    code rejects is for the team's own tests.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped, OrderCancelled]
                    commands:
                      CreateOrder: {}
                      ShipOrder: {}
                      CancelOrder: {from: CREATED}
                    scenarios:
                      - name: a shipped order cannot be cancelled
                        given: [OrderCreated, OrderShipped]
                        when: CancelOrder
                        then: {rejected: OrderIsShipped}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped, OrderCancelled]
                    commands:
                      CreateOrder: {}
                      ShipOrder: {}
                      CancelOrder: {from: {states: CREATED, rejects: OrderIsShipped}}
                    scenarios:
                      - name: a shipped order cannot be cancelled
                        given: [OrderCreated, OrderShipped]
                        when: CancelOrder
                        then: {rejected: OrderIsShipped}
                    """);

    static final RuleDescription UNKNOWN_STATE =
            error(
                    "reference.unknown-state",
                    "A state is named that is not among the values of the lifecycle's enum.",
                    """
                    `from`, `to` and `initial` name values of the enum that the lifecycle's field has as its
                    type.
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderShipped: {to: SHIPED}
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderShipped: {to: SHIPPED}
                    """);

    static final RuleDescription UNKNOWN_FIELD =
            error(
                    "reference.unknown-field",
                    "A field is named that is not there.",
                    """
                    The field of a lifecycle is one of the aggregate's, a query selects and sorts by fields of the
                    read model that it returns, and a scenario says values of fields of its events and command.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    queries:
                      OpenOrders: {by: stauts, returns: "OrderSummary[]"}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    queries:
                      OpenOrders: {by: status, returns: "OrderSummary[]"}
                    """);

    static final RuleDescription UNKNOWN_READ_MODEL =
            error(
                    "reference.unknown-read-model",
                    "A query returns a read model that does not exist.",
                    """
                    A query is answered from one read model, declared under `readModels` or inferred for an
                    aggregate as `<Aggregate>Summary`.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      FindOrder: {returns: OrderSumary}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    queries:
                      FindOrder: {returns: OrderSummary}
                    """);

    static final RuleDescription UNKNOWN_CONTEXT =
            error(
                    "reference.unknown-context",
                    "A qualified name, or an upstream, names a context that the workspace does not have.",
                    """
                    What stands before the `.` of a qualified name is another context of the workspace. A system outside the
                    workspace is an upstream that says `external: true`.
                    """,
                    """
                    workspace: shop
                    contexts:
                      - {context: Order, aggregates: [Order], events: [OrderCreated], commands: [CreateOrder]}
                      - context: Stock
                        aggregates: [Item]
                        events: [ItemReserved]
                        commands: [ReserveItem]
                        policies:
                          Reserve: {when: Ordre.OrderCreated, then: ReserveItem}
                    """,
                    """
                    workspace: shop
                    contexts:
                      - {context: Order, aggregates: [Order], events: [OrderCreated], commands: [CreateOrder]}
                      - context: Stock
                        aggregates: [Item]
                        events: [ItemReserved]
                        commands: [ReserveItem]
                        policies:
                          Reserve: {when: Order.OrderCreated, then: ReserveItem}
                    """);

    static final RuleDescription UNKNOWN_OPERATION =
            error(
                    "reference.unknown-operation",
                    "Something calls an operation that the upstream does not have.",
                    """
                    The operations of an upstream stand under `operations` with what they are asked and what they answer: calls
                    are checked against that.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands:
                      CreateOrder: {calls: {products: Recommendations.recomend}}
                    upstreams:
                      Recommendations: {external: true, operations: {recommend: {}}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands:
                      CreateOrder: {calls: {products: Recommendations.recommend}}
                    upstreams:
                      Recommendations: {external: true, operations: {recommend: {}}}
                    """);

    static final RuleDescription UNKNOWN_QUERY =
            error(
                    "reference.unknown-query",
                    "A command reads what no query answers.",
                    """
                    `reads` names queries of the context, or qualified ones of another context.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped]
                    commands:
                      CreateOrder: {}
                      ShipOrder: {reads: {order: GetOrdr}}
                    queries: [GetOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped]
                    commands:
                      CreateOrder: {}
                      ShipOrder: {reads: {order: GetOrder}}
                    queries: [GetOrder]
                    """);

    static final RuleDescription UNKNOWN_POLICY =
            error(
                    "reference.unknown-policy",
                    "A saga names a policy that is not declared.",
                    """
                    A saga in the style of a choreography says which policies belong together.
                    """,
                    """
                    workspace: shop
                    contexts:
                      - {context: Order, aggregates: [Order], events: [OrderCreated], commands: [CreateOrder]}
                      - context: Stock
                        aggregates: [Item]
                        events: [ItemReserved]
                        commands: [ReserveItem]
                        policies:
                          Reserve: {when: Order.OrderCreated, then: ReserveItem}
                        sagas:
                          Reservation: {style: choreography, policies: [Resrve]}
                    """,
                    """
                    workspace: shop
                    contexts:
                      - {context: Order, aggregates: [Order], events: [OrderCreated], commands: [CreateOrder]}
                      - context: Stock
                        aggregates: [Item]
                        events: [ItemReserved]
                        commands: [ReserveItem]
                        policies:
                          Reserve: {when: Order.OrderCreated, then: ReserveItem}
                        sagas:
                          Reservation: {style: choreography, policies: [Reserve]}
                    """);

    static final RuleDescription PRIVATE_EVENT =
            error(
                    "reference.private-event",
                    "A context waits for an event of another context that is private.",
                    """
                    Only public events leave their context. A private one can change with the code of its context, without
                    anybody having to be asked.
                    """,
                    """
                    workspace: shop
                    contexts:
                      - {context: Order, aggregates: [Order], events: {OrderCreated: {visibility: private}}, commands: [CreateOrder]}
                      - context: Stock
                        aggregates: [Item]
                        events: [ItemReserved]
                        commands: [ReserveItem]
                        policies:
                          Reserve: {when: Order.OrderCreated, then: ReserveItem}
                    """,
                    """
                    workspace: shop
                    contexts:
                      - {context: Order, aggregates: [Order], events: [OrderCreated], commands: [CreateOrder]}
                      - context: Stock
                        aggregates: [Item]
                        events: [ItemReserved]
                        commands: [ReserveItem]
                        policies:
                          Reserve: {when: Order.OrderCreated, then: ReserveItem}
                    """);

    private ReferenceRules() {}

    /** All of them. */
    static List<RuleDescription> all() {
        return List.of(
                UNKNOWN_TYPE,
                UNKNOWN_AGGREGATE,
                UNKNOWN_EVENT,
                UNKNOWN_COMMAND,
                UNKNOWN_REJECTION,
                UNKNOWN_STATE,
                UNKNOWN_FIELD,
                UNKNOWN_READ_MODEL,
                UNKNOWN_CONTEXT,
                UNKNOWN_OPERATION,
                UNKNOWN_QUERY,
                UNKNOWN_POLICY,
                PRIVATE_EVENT);
    }
}
