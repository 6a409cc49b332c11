package io.contextmill.model;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/** The rules of linking: whether the parts of a spec fit together. */
public final class LinkRules {
    static final RuleDescription UNKNOWN_TYPE =
            error(
                    "reference.unknown-type",
                    "A field has a type that is neither of the language nor declared.",
                    """
                    A type is one of the language (`string`, `int`, `uuid` …), an enum declared under `types`,
                    or the id of an aggregate. Most unknown types are misspelt; the finding names the nearest
                    one.
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

    static final RuleDescription DUPLICATE_NAME =
            error(
                    "name.duplicate",
                    "Two things have one name.",
                    """
                    Aggregates, ids, types, events, commands, read models and queries of a context become
                    classes side by side, so one name means one of them. The same holds for the fields of one
                    thing.
                    """,
                    """
                    context: Billing
                    aggregates: [Payment, Refund]
                    commands: [Refund]
                    """,
                    """
                    context: Billing
                    aggregates: [Payment, Refund]
                    commands: [IssueRefund]
                    """);

    static final RuleDescription SIMILAR_NAME =
            error(
                    "name.differs-in-case-only",
                    "Two names differ only in case or underscores.",
                    """
                    Each becomes a file, and many file systems keep only one of two such files; in SQL and in
                    URLs they would be one name too.
                    """,
                    """
                    context: Order
                    aggregates: [OrderItem, OrderITEM]
                    """,
                    """
                    context: Order
                    aggregates: [OrderItem, OrderPosition]
                    """);

    static final RuleDescription IDENTITY_NAME_TAKEN =
            error(
                    "name.identity-taken",
                    "A field is called as the identity of the aggregate is, and is something else.",
                    """
                    Commands and events carry the identity of their aggregate under its name, `order` for
                    `Order`, without listing it. A field of that name with another type would be a second one.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderCreated: {fields: {order: string}}
                    commands:
                      CreateOrder: {fields: {order: string}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderCreated: {fields: {orderNumber: string}}
                    commands:
                      CreateOrder: {fields: {orderNumber: string}}
                    """);

    static final RuleDescription IDENTITY_RENAMED =
            warning(
                    "name.identity-renamed",
                    "The identity of an aggregate is listed under another name than the one it gets.",
                    """
                    The only field of the id's type is the identity, and everywhere it is called as the
                    aggregate is. Callers would look in vain for the name written here.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderCreated: {fields: {id: OrderId}}
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderCreated: {fields: {order: OrderId}}
                    commands: [CreateOrder]
                    """);

    static final RuleDescription OPTIONAL_IDENTITY =
            error(
                    "type.optional-identity",
                    "The identity of an aggregate is optional.",
                    """
                    A command goes to one aggregate and an event happened to one; a command that makes an
                    aggregate gets its identity from the caller or from the service, and never has none.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderCreated: {fields: {order: "OrderId?"}}
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderCreated: {fields: {order: OrderId}}
                    commands: [CreateOrder]
                    """);

    static final RuleDescription UNFITTING_SIZE =
            error(
                    "type.unfitting-size",
                    "A type has a size that it cannot have, or lacks one.",
                    """
                    `string` has at most 255 characters where it does not say otherwise; `string(20)` and
                    `string(2..20)` say so. `decimal(12,2)` always says how many digits there are. No other type
                    has a size. A list says how many items it has in brackets: `OrderLine[1..50]`.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {quantity: "int(4)?"}}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {quantity: "int?"}}
                    """);

    static final RuleDescription CYCLIC_VALUE =
            error(
                    "type.cyclic",
                    "A value object holds itself, directly or through others.",
                    """
                    A value object is made of the values that it holds, so these have to be there first. What
                    refers to its like is an aggregate, which is referred to by its id.
                    """,
                    """
                    context: Order
                    types:
                      Part: {name: string, parts: "Part[]"}
                    aggregates: [Order]
                    """,
                    """
                    context: Order
                    types:
                      Part: {name: string, order: "OrderId?"}
                    aggregates: [Order]
                    """);

    static final RuleDescription UNFITTING_BOUND =
            error(
                    "type.unfitting-bound",
                    "A bound does not fit its type, or no value satisfies it.",
                    """
                    Bounds compare numbers: `int`, `long` and `decimal` have them. A value that satisfies all
                    bounds must exist.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {quantity: "int? >= 5 <= 3"}}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {quantity: "int? >= 3 <= 5"}}
                    """);

    static final RuleDescription UNFITTING_PATTERN =
            error(
                    "type.unfitting-pattern",
                    "A pattern stands on a type that is no text.",
                    """
                    A pattern is a regular expression that the whole text matches. Numbers have bounds, and an
                    enum lists its values.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {quantity: "int? ~ [0-9]+"}}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {reference: "string? ~ [0-9]+"}}
                    """);

    static final RuleDescription TYPE_MISMATCH =
            error(
                    "type.mismatch",
                    "Two fields of one name do not fit, and one is filled from the other.",
                    """
                    An event takes the command's fields of the same name, the aggregate takes the event's, and
                    so does a read model. What flows must fit: the same type, nothing optional into something
                    required, nothing longer than what it flows into.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {carrier: "string?"}}
                    events:
                      OrderShipped: {fields: {carrier: int}}
                    commands:
                      ShipOrder: {fields: {carrier: int}}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {carrier: "string?"}}
                    events:
                      OrderShipped: {fields: {carrier: string}}
                    commands:
                      ShipOrder: {fields: {carrier: string}}
                    """);

    static final RuleDescription LIFECYCLE_NOT_AN_ENUM =
            error(
                    "lifecycle.not-an-enum",
                    "The field of a lifecycle is not a required enum.",
                    """
                    The states of an aggregate are the values of an enum, and it is in one of them at any time.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {status: "string?"}, lifecycle: {field: status, initial: OPEN}}
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    """);

    static final RuleDescription NO_LIFECYCLE =
            error(
                    "lifecycle.missing",
                    "A state is named, and the aggregate has no lifecycle.",
                    """
                    `to` on an event and `from` on a command speak of the states of the aggregate. Which of its
                    fields holds them has to be said; where nothing at all is said of the aggregate's fields, a
                    status is inferred.
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: "OrderStatus?"}}
                    events:
                      OrderShipped: {to: SHIPPED}
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderShipped: {to: SHIPPED}
                    """);

    static final RuleDescription FROM_UNREACHABLE_STATE =
            warning(
                    "command.from-unreachable-state",
                    "A command is accepted in a state that no event leads to.",
                    """
                    `from` lists the states in which a command is accepted. An aggregate begins in the initial
                    state of its lifecycle and moves by the `to` of its events; it is never in any other state,
                    so that the command is never accepted there.
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, PAID, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderCreated: {}
                      OrderShipped: {to: SHIPPED}
                    commands:
                      CreateOrder: {}
                      ShipOrder: {from: PAID}
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, PAID, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderCreated: {}
                      OrderPaid: {to: PAID}
                      OrderShipped: {to: SHIPPED}
                    commands:
                      CreateOrder: {}
                      PayOrder: {from: OPEN}
                      ShipOrder: {from: PAID}
                    """);

    static final RuleDescription REJECTION_NAME_TAKEN =
            error(
                    "rejection.name-taken",
                    "A rejection is called as one that every service or an aggregate has anyway.",
                    """
                    Callers tell problems apart by their names. One name with two meanings would say nothing:
                    `IllegalTransition` and the like are those of every service, `OrderNotFound` and
                    `OrderAlreadyExists` are those of an aggregate `Order`.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped, OrderReturned]
                    commands:
                      CreateOrder: {}
                      ShipOrder: {}
                      ReturnOrder: {from: {states: SHIPPED, rejects: OrderNotFound}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped, OrderReturned]
                    commands:
                      CreateOrder: {}
                      ShipOrder: {}
                      ReturnOrder: {from: {states: SHIPPED, rejects: OrderNotShipped}}
                    """);

    static final RuleDescription CONTEXT_WITHOUT_AGGREGATE =
            error(
                    "context.without-aggregate",
                    "A context has no aggregate.",
                    """
                    Commands go to aggregates and events happen to them; without one there is nothing to
                    generate.
                    """,
                    """
                    context: Order
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands: [CreateOrder]
                    """);

    static final RuleDescription TOO_LARGE =
            error(
                    "context.too-large",
                    "A context has more things of a kind, or a thing more fields, than are possible.",
                    """
                    A bounded context is what one team keeps in its head: some ten aggregates, not a
                    thousand. The limits, 1000 names of a kind and 200 fields of a thing, are far beyond
                    that; they keep a file that was made to do harm from doing it.
                    """,
                    """
                    context: Order
                    aggregates: [Order1, Order2, …, Order1001]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    """);

    static final RuleDescription COMMAND_WITHOUT_AGGREGATE =
            error(
                    "command.without-aggregate",
                    "A command names no aggregate, and none fits its name.",
                    """
                    A command shares no word with the name of any aggregate, and there is more than one. Any
                    choice would be arbitrary.
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    commands: [DoIt]
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    commands:
                      DoIt: {aggregate: Order}
                    """);

    static final RuleDescription EVENT_OF_TWO_AGGREGATES =
            error(
                    "event.of-two-aggregates",
                    "Commands of two aggregates emit one event.",
                    """
                    An event happens to one aggregate and changes its state. What looks like one event of two
                    aggregates is two events, of which the second most often follows from the first.
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    events: [OrderPaid]
                    commands:
                      PayOrder: {emits: OrderPaid}
                      PayInvoice: {emits: OrderPaid}
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    events: [OrderPaid, InvoicePaid]
                    commands:
                      PayOrder: {emits: OrderPaid}
                      PayInvoice: {emits: InvoicePaid}
                    """);

    static final RuleDescription END_AT_THE_BEGINNING =
            error(
                    "event.end-at-the-beginning",
                    "A command that makes its aggregate emits an event that ends it.",
                    """
                    `deletes: true` on an event says that its aggregate is gone since. It happens to one that
                    exists, and is not the first thing that does.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: {OrderCreated: {}, OrderDeleted: {deletes: true}}
                    commands:
                      CreateOrder: {emits: OrderCreated}
                      DeleteOrder: {creates: ifAbsent, emits: OrderDeleted}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: {OrderCreated: {}, OrderDeleted: {deletes: true}}
                    commands:
                      CreateOrder: {emits: OrderCreated}
                      DeleteOrder: {creates: never, emits: OrderDeleted}
                    """);

    static final RuleDescription EVENT_BEHIND_THE_END =
            error(
                    "event.behind-the-end",
                    "A command emits an event behind one that ends the aggregate.",
                    """
                    Nothing happens to an aggregate that is gone.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: {OrderCreated: {}, OrderNoted: {}, OrderDeleted: {deletes: true}}
                    commands:
                      CreateOrder: {emits: OrderCreated}
                      DeleteOrder: {emits: [OrderDeleted, OrderNoted]}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: {OrderCreated: {}, OrderNoted: {}, OrderDeleted: {deletes: true}}
                    commands:
                      CreateOrder: {emits: OrderCreated}
                      DeleteOrder: {emits: [OrderNoted, OrderDeleted]}
                    """);

    static final RuleDescription FIELD_WITHOUT_SOURCE =
            error(
                    "event.field-without-source",
                    "A required field of an event has nothing to be filled from.",
                    """
                    A field of an event is filled from the command's field of the same name, else from the
                    aggregate as it was before the event. A command that makes the aggregate has only its own
                    fields.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderShipped: {fields: {carrier: string}}
                    commands: [ShipOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderShipped: {fields: {carrier: string}}
                    commands:
                      ShipOrder: {fields: {carrier: string}}
                    """);

    static final RuleDescription FIELD_NEVER_SET =
            error(
                    "aggregate.field-never-set",
                    "An event makes an aggregate without one of its required fields.",
                    """
                    The state of an aggregate is what its events carried. The first of them has to carry every
                    field that must not be missing.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {customer: uuid}}
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {customer: uuid}}
                    events:
                      OrderCreated: {fields: {customer: uuid}}
                    commands:
                      CreateOrder: {fields: {customer: uuid}}
                    """);

    static final RuleDescription SCENARIO_OF_TWO_AGGREGATES =
            error(
                    "scenario.of-two-aggregates",
                    "A scenario has an event of another aggregate than its command goes to.",
                    """
                    A scenario follows one aggregate from its first event to the answer to a command. What other
                    aggregates make of that is for their own scenarios.
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    events: [OrderCreated, OrderShipped, InvoiceIssued]
                    commands: [CreateOrder, ShipOrder, IssueInvoice]
                    scenarios:
                      - {name: an order is shipped, given: [OrderCreated, InvoiceIssued], when: ShipOrder, then: OrderShipped}
                    """,
                    """
                    context: Order
                    aggregates: [Order, Invoice]
                    events: [OrderCreated, OrderShipped, InvoiceIssued]
                    commands: [CreateOrder, ShipOrder, IssueInvoice]
                    scenarios:
                      - {name: an order is shipped, given: [OrderCreated], when: ShipOrder, then: OrderShipped}
                    """);

    static final RuleDescription SCENARIO_IMPOSSIBLE =
            error(
                    "scenario.impossible",
                    "The events of a scenario cannot happen in their order, or its command not behind them.",
                    """
                    What is given begins with an event that makes the aggregate, and goes on with events that
                    happen to one that exists. Only a command that makes the aggregate has nothing before it.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped, OrderCancelled]
                    commands: [CreateOrder, ShipOrder, CancelOrder]
                    scenarios:
                      - {name: an order is cancelled, given: [OrderShipped], when: CancelOrder, then: OrderCancelled}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped, OrderCancelled]
                    commands: [CreateOrder, ShipOrder, CancelOrder]
                    scenarios:
                      - {name: an order is cancelled, given: [OrderCreated, OrderShipped], when: CancelOrder, then: OrderCancelled}
                    """);

    static final RuleDescription SCENARIO_UNFITTING_VALUE =
            error(
                    "scenario.unfitting-value",
                    "A scenario says a value that its field cannot have.",
                    """
                    Values are written as they are in JSON, without its quotes: `DHL`, `12.50`, `true`,
                    `2026-01-31`. They have the type of the field and keep to its size and bounds.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: {OrderCreated: {fields: {quantity: "int >= 1"}}}
                    commands: {CreateOrder: {fields: {quantity: "int >= 1"}}}
                    readModels: {OrderSummary: {fields: {order: OrderId, quantity: int}}}
                    scenarios:
                      - {name: a large order, when: {CreateOrder: {quantity: many}}, then: OrderCreated}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: {OrderCreated: {fields: {quantity: "int >= 1"}}}
                    commands: {CreateOrder: {fields: {quantity: "int >= 1"}}}
                    readModels: {OrderSummary: {fields: {order: OrderId, quantity: int}}}
                    scenarios:
                      - {name: a large order, when: {CreateOrder: {quantity: 1000}}, then: OrderCreated}
                    """);

    static final RuleDescription SCENARIO_CONTRADICTS_SPEC =
            error(
                    "scenario.contradicts-spec",
                    "A scenario expects something else than the rest of the spec leads to.",
                    """
                    Scenarios become tests of what is generated. Where it can be told beforehand that a test
                    would fail, the spec says two things at once: the state in which a command is accepted, the
                    events that it emits, or where their values come from, is not as the scenario has it.
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
                      - {name: a shipped order is cancelled, given: [OrderCreated, OrderShipped], when: CancelOrder, then: OrderCancelled}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped, OrderCancelled]
                    commands:
                      CreateOrder: {}
                      ShipOrder: {}
                      CancelOrder: {from: [CREATED, SHIPPED]}
                    scenarios:
                      - {name: a shipped order is cancelled, given: [OrderCreated, OrderShipped], when: CancelOrder, then: OrderCancelled}
                    """);

    static final RuleDescription UNIQUE_OPTIONAL =
            error(
                    "unique.optional",
                    "A unique field may be missing.",
                    """
                    Two missing values are neither the same nor different, and databases disagree about it. What
                    tells one aggregate from another is always there.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {number: "string(20)?"}, unique: [number]}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {number: "string(20)"}, unique: [number]}
                    """);

    static final RuleDescription UNFITTING_UNIQUE =
            error(
                    "unique.unfitting-type",
                    "A field is unique whose type has too few values, or too large ones.",
                    """
                    Texts of 4 to 600 characters at most, whole numbers and identities tell one aggregate from
                    another. An enum or a `boolean` has hardly more values than there are aggregates, a text of
                    any length fits no index, and a date or an amount is the same for two sooner or later.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {express: boolean}, unique: [express]}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {number: "string(20)"}, unique: [number]}
                    """);

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

    static final RuleDescription ALTERNATIVES_WITH_GAPS =
            error(
                    "command.alternatives-with-gaps",
                    "Of alternatives with conditions, the last has one, or one before it has none.",
                    """
                    A command emits the first alternative whose condition holds. So each has one but the last,
                    which is emitted where none of them holds.
                    """,
                    """
                    context: Delivery
                    aggregates: [Parcel]
                    events: [ParcelPosted, ParcelDelivered, DeliveryFailed]
                    commands:
                      PostParcel: {emits: ParcelPosted}
                      TryDelivery:
                        aggregate: Parcel
                        fields: {delivered: boolean}
                        emits: {oneOf: [{ParcelDelivered: "command.delivered"}, {DeliveryFailed: "!command.delivered"}]}
                    """,
                    """
                    context: Delivery
                    aggregates: [Parcel]
                    events: [ParcelPosted, ParcelDelivered, DeliveryFailed]
                    commands:
                      PostParcel: {emits: ParcelPosted}
                      TryDelivery:
                        aggregate: Parcel
                        fields: {delivered: boolean}
                        emits: {oneOf: [{ParcelDelivered: "command.delivered"}, DeliveryFailed]}
                    """);

    static final RuleDescription LIFECYCLE_SET =
            error(
                    "lifecycle.set",
                    "An event computes the field of the lifecycle.",
                    """
                    Only `to` moves an aggregate from one state to another, so that it can be seen which event
                    leads to which state.
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, PAID]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderOpened: {}
                      OrderPaid: {sets: {status: PAID}}
                    commands:
                      OpenOrder: {emits: OrderOpened}
                      PayOrder: {emits: OrderPaid}
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, PAID]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderOpened: {}
                      OrderPaid: {to: PAID}
                    commands:
                      OpenOrder: {emits: OrderOpened}
                      PayOrder: {emits: OrderPaid}
                    """);

    static final RuleDescription EXPRESSION_SYNTAX =
            error(
                    "expression.syntax",
                    "An expression is no CEL.",
                    """
                    Expressions are written in CEL, the Common Expression Language: `a && b`, `has(x) ? x : y`,
                    `lines.all(l, l.quantity > 0)`.
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available - (event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """);

    static final RuleDescription EXPRESSION_UNKNOWN_NAME =
            error(
                    "expression.unknown-name",
                    "An expression names something that is not there.",
                    """
                    An expression names the fields of the aggregate by their names, those of the command by
                    `command.`, those of the event by `event.`, and the values of enums; which of them there are depends
                    on where it stands. An event that makes an aggregate finds no state before it.
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "avialable - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """);

    static final RuleDescription EXPRESSION_TYPE =
            error(
                    "expression.type",
                    "The parts of an expression do not fit together, or its value does not fit its place.",
                    """
                    A guard, an invariant and a condition are true or false; a value has the type of the field that gets
                    it, with no more digits behind the point. Whole numbers and decimals mix; nothing else does.
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available + 'one'"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """);

    static final RuleDescription EXPRESSION_UNSUPPORTED =
            error(
                    "expression.unsupported",
                    "A part of CEL is used of which no Java is made.",
                    """
                    Every expression becomes plain Java that people read. What does not is left to the class of the team,
                    where it is said in Java in the first place.
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available / event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0", note: "string?"}}
                    events:
                      ItemAdded: {fields: {available: int}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """);

    static final RuleDescription EXPRESSION_MAY_BE_ABSENT =
            error(
                    "expression.may-be-absent",
                    "An expression uses an optional field without asking whether it is there.",
                    """
                    An optional field may be missing. `has(field)` asks for it; behind `&&`, and in the first branch of
                    `? :`, it is there.
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int?"}}
                    events:
                      ItemAdded: {fields: {available: "int?"}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "available - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int?"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int?"}}
                    events:
                      ItemAdded: {fields: {available: "int?"}}
                      ItemTaken: {fields: {quantity: int}, sets: {available: "has(available) ? available - event.quantity : 0"}}
                    commands:
                      AddItem: {fields: {available: "int?"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, emits: ItemTaken}
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

    private LinkRules() {}

    /** All rules of this kind. */
    public static List<RuleDescription> all() {
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
                PRIVATE_EVENT,
                DUPLICATE_NAME,
                SIMILAR_NAME,
                IDENTITY_NAME_TAKEN,
                IDENTITY_RENAMED,
                OPTIONAL_IDENTITY,
                UNFITTING_SIZE,
                CYCLIC_VALUE,
                UNFITTING_BOUND,
                UNFITTING_PATTERN,
                TYPE_MISMATCH,
                LIFECYCLE_NOT_AN_ENUM,
                NO_LIFECYCLE,
                FROM_UNREACHABLE_STATE,
                REJECTION_NAME_TAKEN,
                CONTEXT_WITHOUT_AGGREGATE,
                TOO_LARGE,
                COMMAND_WITHOUT_AGGREGATE,
                EVENT_OF_TWO_AGGREGATES,
                END_AT_THE_BEGINNING,
                EVENT_BEHIND_THE_END,
                FIELD_WITHOUT_SOURCE,
                FIELD_NEVER_SET,
                SCENARIO_OF_TWO_AGGREGATES,
                SCENARIO_IMPOSSIBLE,
                SCENARIO_UNFITTING_VALUE,
                SCENARIO_CONTRADICTS_SPEC,
                UNIQUE_OPTIONAL,
                UNFITTING_UNIQUE,
                READ_MODEL_WITHOUT_KEY,
                READ_MODEL_FIELD_WITHOUT_SOURCE,
                QUERY_WITHOUT_READ_MODEL,
                ONE_ROW_NOT_BY_KEY,
                ONE_ROW_IN_PAGES,
                LIST_BY_KEY,
                ALTERNATIVES_WITH_GAPS,
                LIFECYCLE_SET,
                EXPRESSION_SYNTAX,
                EXPRESSION_UNKNOWN_NAME,
                EXPRESSION_TYPE,
                EXPRESSION_UNSUPPORTED,
                EXPRESSION_MAY_BE_ABSENT,
                UNFITTING_MATCH,
                PARAMETER_TWICE);
    }

    private static RuleDescription error(
            String id, String summary, String rationale, String bad, String good) {
        return new RuleDescription(new RuleId(id), Severity.ERROR, summary, rationale, bad, good);
    }

    private static RuleDescription warning(
            String id, String summary, String rationale, String bad, String good) {
        return new RuleDescription(new RuleId(id), Severity.WARNING, summary, rationale, bad, good);
    }
}
