package io.contextmill.model;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/** The rules of linking that are about types, and about what limits the values of a field. */
final class TypeRules {
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

    static final RuleDescription UNFITTING_IDENTITY =
            error(
                    "type.unfitting-identity",
                    "An id is written as something that cannot identify anything in an address.",
                    """
                    An id is a `uuid`, which is made for whatever is new, or a `string`, which callers give. It stands
                    in addresses as it is: it has 3 to 255 characters at most, and these are letters, digits, `-`,
                    `_`, `.` and `~`. A pattern of its own names what it lets in, and lets in neither nothing at all
                    nor points alone.
                    """,
                    """
                    context: Order
                    aggregates: {Order: {id: {OrderNumber: "string(36) ~ .+"}}}
                    commands: [CreateOrder]
                    events: [OrderCreated]
                    """,
                    """
                    context: Order
                    aggregates: {Order: {id: {OrderNumber: "string(36) ~ [A-Z]{2}-[0-9]{4,30}"}}}
                    commands: [CreateOrder]
                    events: [OrderCreated]
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

    static final RuleDescription UNFITTING_SCALAR =
            error(
                    "type.unfitting-scalar",
                    "A typed scalar is not made of one value of the language's own types.",
                    """
                    A typed scalar is a type of the language with a name, and limits, of its own: one value, which
                    is written as such. Whether it may be missing, and how many there are, is said where it is used.
                    """,
                    """
                    context: Harbour
                    types: {UnLocode: "string(5)?"}
                    aggregates: {Ship: {fields: {port: UnLocode}}}
                    """,
                    """
                    context: Harbour
                    types: {UnLocode: "string(5) ~ [A-Z]{5}"}
                    aggregates: {Ship: {fields: {port: "UnLocode?"}}}
                    """);

    static final RuleDescription UNFITTING_DEFAULT =
            error(
                    "type.unfitting-default",
                    "A field's default is no value of the field.",
                    """
                    The default is what a field has where nothing else gives it a value: it is a value of the field's type, and
                    within its limits. A field that may be missing needs none, and a list or a value object has none. The
                    field of a lifecycle begins as the lifecycle says.
                    """,
                    """
                    context: Order
                    aggregates: {Order: {fields: {copies: "int >= 1"}}}
                    events: {OrderCreated: {fields: {copies: "int >= 1"}}}
                    commands: {CreateOrder: {fields: {copies: "int >= 1 = 0"}}}
                    """,
                    """
                    context: Order
                    aggregates: {Order: {fields: {copies: "int >= 1"}}}
                    events: {OrderCreated: {fields: {copies: "int >= 1"}}}
                    commands: {CreateOrder: {fields: {copies: "int >= 1 = 1"}}}
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

    private TypeRules() {}

    /** All of them. */
    static List<RuleDescription> all() {
        return List.of(
                OPTIONAL_IDENTITY,
                UNFITTING_IDENTITY,
                UNFITTING_SIZE,
                CYCLIC_VALUE,
                UNFITTING_SCALAR,
                UNFITTING_DEFAULT,
                UNFITTING_BOUND,
                UNFITTING_PATTERN,
                TYPE_MISMATCH);
    }
}
