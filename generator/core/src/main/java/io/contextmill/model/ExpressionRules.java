package io.contextmill.model;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/** The rules of linking that are about whether expressions have a meaning. */
final class ExpressionRules {
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

    private ExpressionRules() {}

    /** All of them. */
    static List<RuleDescription> all() {
        return List.of(
                EXPRESSION_SYNTAX,
                EXPRESSION_UNKNOWN_NAME,
                EXPRESSION_TYPE,
                EXPRESSION_UNSUPPORTED,
                EXPRESSION_MAY_BE_ABSENT);
    }
}
