package io.contextmill.model;

import static io.contextmill.diagnostic.RuleDescription.error;
import static io.contextmill.diagnostic.RuleDescription.warning;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;
import java.util.stream.Stream;

/** The rules of linking: whether the parts of a spec fit together. */
public final class LinkRules {
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

    static final RuleDescription ENTITY_OUTSIDE =
            error(
                    "entity.outside-aggregate",
                    "Something outside an aggregate holds an entity that is inside it.",
                    """
                    Only its aggregate, the commands to it and its events hold an entity: what holds one could
                    change it past the aggregate, which answers for all that is inside. Others refer to it by its
                    id, or have a value object with what they need to know of it.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {items: "OrderItem[]"}, entities: {OrderItem: {id: OrderItemId, fields: {product: uuid}}}}
                      Return: {fields: {item: OrderItem}}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {fields: {items: "OrderItem[]"}, entities: {OrderItem: {id: OrderItemId, fields: {product: uuid}}}}
                      Return: {fields: {item: OrderItemId}}
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

    static final RuleDescription FROM_BEFORE_THE_BEGINNING =
            error(
                    "command.from-before-the-beginning",
                    "A command waits for a state of its aggregate, and makes a new one each time.",
                    """
                    `from` lists the states in which a command is accepted. One with `creates: always` makes its
                    aggregate and finds none in any state, so that it would never be asked. With `creates: ifAbsent` it
                    is asked where there is one.
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, PAID]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderCreated: {}
                      OrderPaid: {to: PAID}
                    commands:
                      CreateOrder: {}
                      PayOrder: {creates: always, from: OPEN}
                    """,
                    """
                    context: Order
                    types: {OrderStatus: [OPEN, PAID]}
                    aggregates:
                      Order: {fields: {status: OrderStatus}, lifecycle: {field: status, initial: OPEN}}
                    events:
                      OrderCreated: {}
                      OrderPaid: {to: PAID}
                    commands:
                      CreateOrder: {}
                      PayOrder: {from: OPEN}
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

    static final RuleDescription DROP_OF_WHAT_IS_ASKED_FOR =
            error(
                    "drop.of-what-is-asked-for",
                    "Something is to go from the database, and is inferred all the same.",
                    """
                    `drop: true` is for what nothing needs any more. An aggregate of which no read model is
                    declared gets one, which cannot go at the same time.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    readModels: {OrderSummary: {drop: true}}
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events: [OrderCreated]
                    commands: [CreateOrder]
                    readModels:
                      OrderSummary: {drop: true}
                      OrderRow: {projects: [OrderCreated]}
                    """);

    static final RuleDescription DROP_OF_EVENTS =
            warning(
                    "drop.of-events",
                    "An aggregate is to go that is kept as events.",
                    """
                    `drop: true` takes tables away. What happened to an aggregate with `persistence: events` stands
                    in the event store beside what happened to all others, and stays there.
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {}
                      Basket: {drop: true, persistence: events}
                    """,
                    """
                    context: Order
                    aggregates:
                      Order: {}
                      Basket: {drop: true}
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

    static final RuleDescription UPCAST_OF_NO_EARLIER_VERSION =
            error(
                    "event.upcast-of-no-earlier-version",
                    "An earlier form of an event has a version that is not earlier.",
                    """
                    Versions count from 1 up to the one that `version` says, which is the form in `fields`. What
                    stands under `upcasts` are forms that the event had before.
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderShipped:
                        fields: {carrier: "string?"}
                        upcasts: {1: {}}
                    commands: [ShipOrder]
                    """,
                    """
                    context: Order
                    aggregates: [Order]
                    events:
                      OrderShipped:
                        fields: {carrier: "string?"}
                        version: 2
                        upcasts: {1: {}}
                    commands: [ShipOrder]
                    """);

    static final RuleDescription VERSION_WITHOUT_UPCAST =
            error(
                    "event.version-without-upcast",
                    "Events of an earlier version are kept, and nothing says what they are now.",
                    """
                    The events of an aggregate with `persistence: events` are kept for good, in the form that they
                    had when they happened. Each earlier version needs its fields under `upcasts`, so that its
                    events can be read.
                    """,
                    """
                    context: Order
                    aggregates: {Order: {persistence: events}}
                    events:
                      OrderShipped: {fields: {carrier: "string?"}, version: 2}
                    commands: [ShipOrder]
                    """,
                    """
                    context: Order
                    aggregates: {Order: {persistence: events}}
                    events:
                      OrderShipped: {fields: {carrier: "string?"}, version: 2, upcasts: {1: {}}}
                    commands: [ShipOrder]
                    """);

    static final RuleDescription UPCAST_WITHOUT_SOURCE =
            error(
                    "event.upcast-without-source",
                    "A required field of an event has no value where the event is of an earlier version.",
                    """
                    An event of an earlier version is read in the form of now: fields of the same name and type are
                    copied, `sets` computes others of what the event had then, and an optional field may be missing.
                    """,
                    """
                    context: Order
                    aggregates: {Order: {persistence: events}}
                    events:
                      OrderShipped: {fields: {parcels: int}, version: 2, upcasts: {1: {}}}
                    commands: {ShipOrder: {fields: {parcels: int}}}
                    """,
                    """
                    context: Order
                    aggregates: {Order: {persistence: events}}
                    events:
                      OrderShipped: {fields: {parcels: int}, version: 2, upcasts: {1: {sets: {parcels: "1"}}}}
                    commands: {ShipOrder: {fields: {parcels: int}}}
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

    private static final List<RuleDescription> OWN =
            List.of(
                    DUPLICATE_NAME,
                    SIMILAR_NAME,
                    IDENTITY_NAME_TAKEN,
                    IDENTITY_RENAMED,
                    ENTITY_OUTSIDE,
                    LIFECYCLE_NOT_AN_ENUM,
                    NO_LIFECYCLE,
                    FROM_UNREACHABLE_STATE,
                    FROM_BEFORE_THE_BEGINNING,
                    REJECTION_NAME_TAKEN,
                    CONTEXT_WITHOUT_AGGREGATE,
                    DROP_OF_WHAT_IS_ASKED_FOR,
                    DROP_OF_EVENTS,
                    TOO_LARGE,
                    COMMAND_WITHOUT_AGGREGATE,
                    EVENT_OF_TWO_AGGREGATES,
                    END_AT_THE_BEGINNING,
                    EVENT_BEHIND_THE_END,
                    FIELD_WITHOUT_SOURCE,
                    UPCAST_OF_NO_EARLIER_VERSION,
                    VERSION_WITHOUT_UPCAST,
                    UPCAST_WITHOUT_SOURCE,
                    FIELD_NEVER_SET,
                    UNIQUE_OPTIONAL,
                    UNFITTING_UNIQUE,
                    ALTERNATIVES_WITH_GAPS,
                    LIFECYCLE_SET);

    private LinkRules() {}

    /** All rules of this kind. */
    public static List<RuleDescription> all() {
        return Stream.of(
                        OWN,
                        TypeRules.all(),
                        ReferenceRules.all(),
                        ScenarioRules.all(),
                        ReadSideRules.all(),
                        RenameRules.all(),
                        ExpressionRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
