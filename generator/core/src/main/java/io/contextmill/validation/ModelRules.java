package io.contextmill.validation;

import static io.contextmill.diagnostic.RuleDescription.note;
import static io.contextmill.diagnostic.RuleDescription.warning;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/** Findings about a model that is whole and works, but perhaps is not what was meant. */
public final class ModelRules {
    static final RuleDescription EVENT_NEVER_EMITTED =
            warning(
                    "model.event-never-emitted",
                    "No command emits an event.",
                    """
                    What nothing emits never happens. Let a command emit it, or take it out.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """);

    static final RuleDescription COMMAND_EMITS_NOTHING =
            warning(
                    "model.command-emits-nothing",
                    "A command emits no event.",
                    """
                    A command without an event has no effect: it is rejected as not decided yet, until the
                    owner's code decides. Say which event it emits.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """);

    static final RuleDescription AGGREGATE_WITHOUT_COMMAND =
            warning(
                    "model.aggregate-without-command",
                    "No command goes to an aggregate.",
                    """
                    Nothing can happen to an aggregate without commands. It may be an entity inside another
                    aggregate, which is declared there under `entities`, or its commands are still to be
                    written.
                    """,
                    """
                    context: Order
                    aggregates: [Order, OrderItem]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    """);

    static final RuleDescription AGGREGATE_NEVER_CREATED =
            warning(
                    "model.aggregate-never-created",
                    "No command of an aggregate makes it.",
                    """
                    All its commands say `creates: never`, so that there will never be one, and each command is
                    answered with not found.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderShipped]
                    commands:
                      ShipOrder: {creates: never}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderShipped]
                    commands:
                      ShipOrder: {creates: ifAbsent}
                    """);

    static final RuleDescription ALTERNATIVES_UNDECIDED =
            note(
                    "model.alternatives-undecided",
                    "A command emits one of several events, and nothing says which.",
                    """
                    The first is emitted until the owner's code decides. Override the decision of that command
                    in the behaviour of its aggregate.
                    """,
                    """
                    context: Payment
                    aggregates: [Payment]
                    events: [PaymentProcessed, PaymentFailed]
                    commands:
                      ProcessPayment: {emits: {oneOf: [PaymentProcessed, PaymentFailed]}}
                    """,
                    """
                    context: Payment
                    aggregates: [Payment]
                    events: [PaymentProcessed]
                    commands:
                      ProcessPayment: {emits: PaymentProcessed}
                    """);

    static final RuleDescription STATE_UNREACHABLE =
            warning(
                    "model.state-unreachable",
                    "No event leads to a state of a lifecycle, and none begins in it.",
                    """
                    An aggregate is never in a state that nothing leads to. Most often `to` is missing on an
                    event.
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events: [OrderCreated, OrderShipped]
                    commands: [CreateOrder, ShipOrder]
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderCreated: {}
                      OrderShipped: {to: SHIPPED}
                    commands: [CreateOrder, ShipOrder]
                    """);

    static final RuleDescription STATE_CARRIED_NOT_MOVED =
            warning(
                    "model.state-carried-not-moved",
                    "An event carries the lifecycle's field from a command and does not move the lifecycle.",
                    """
                    Only `to` moves the lifecycle. A state that a command sends along with the event is recorded
                    there and changes nothing.
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderUpdated: {fields: {status: OrderStatus}}
                    commands:
                      UpdateOrder: {fields: {status: OrderStatus}}
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, SHIPPED]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderShipped: {to: SHIPPED}
                    commands: [ShipOrder]
                    """);

    static final RuleDescription READ_MODEL_MISSES_BEGINNING =
            warning(
                    "model.read-model-misses-beginning",
                    "A read model does not project an event that makes its aggregate.",
                    """
                    A row begins with the first event of its aggregate. Without that event the read model does
                    not show the aggregate until something else happens to it.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped]
                    commands: [CreateOrder, ShipOrder]
                    readModels:
                      ShippedOrders: {projects: [OrderShipped]}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped]
                    commands: [CreateOrder, ShipOrder]
                    readModels:
                      ShippedOrders: {projects: [OrderCreated, OrderShipped]}
                    """);

    static final RuleDescription EVENT_FIELD_NOT_KEPT =
            warning(
                    "model.event-field-not-kept",
                    "Neither the aggregate nor a read model keeps a field of an event.",
                    """
                    What an event carries changes the fields of the same name, of the aggregate and of the read
                    models that project it. A field that neither has is published and then gone: no query
                    shows it.
                    """,
                    """
                    context: Library
                    aggregates: [Book]
                    events:
                      BookAdded: {fields: {title: "string(200)"}}
                    commands:
                      AddBook: {fields: {title: "string(200)"}}
                    """,
                    """
                    context: Library
                    aggregates:
                      Book: {fields: {title: "string(200)"}}
                    events:
                      BookAdded: {fields: {title: "string(200)"}}
                    commands:
                      AddBook: {fields: {title: "string(200)"}}
                    """);

    private ModelRules() {}

    /** All rules of this kind. */
    public static List<RuleDescription> all() {
        return List.of(
                EVENT_NEVER_EMITTED,
                COMMAND_EMITS_NOTHING,
                AGGREGATE_WITHOUT_COMMAND,
                AGGREGATE_NEVER_CREATED,
                ALTERNATIVES_UNDECIDED,
                STATE_UNREACHABLE,
                STATE_CARRIED_NOT_MOVED,
                READ_MODEL_MISSES_BEGINNING,
                EVENT_FIELD_NOT_KEPT);
    }
}
