package io.contextmill.validation;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/** Findings about what comes out where fields have values. */
final class TrialRules {
    static final RuleDescription EXPRESSION_OVERFLOWS =
            error(
                    "expression.overflows",
                    "A number is too large, whatever an expression is computed of.",
                    """
                    Whole numbers are computed with 64 bits, and a field of type `int` holds 32. An expression that needs
                    more for every value that its fields can have never comes to a result: each command that asks for it
                    would fail.
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 1000000"}}
                    events:
                      ItemAdded: {fields: {available: "int >= 1000000"}}
                      ItemCounted: {fields: {factor: "int >= 1"}, sets: {available: "available * event.factor * 10000"}}
                    commands:
                      AddItem: {fields: {available: "int >= 1000000"}}
                      CountItem: {fields: {factor: "int >= 1"}, emits: ItemCounted}
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 1000"}}
                    events:
                      ItemAdded: {fields: {available: "int >= 1000"}}
                      ItemCounted: {fields: {factor: "int >= 1"}, sets: {available: "available * event.factor * 10000"}}
                    commands:
                      AddItem: {fields: {available: "int >= 1000"}}
                      CountItem: {fields: {factor: "int >= 1"}, emits: ItemCounted}
                    """);

    static final RuleDescription SCENARIO_WITHOUT_SAMPLES =
            error(
                    "scenario.without-samples",
                    "No values were found with which a scenario comes out as it says.",
                    """
                    What a scenario does not say may be any value; some are tried that lie around what guards and
                    conditions ask for. Where none of them leads to what the scenario expects, it contradicts what the
                    rest of the spec says, or the values that it needs are rare and have to be said.
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0"}}
                    events:
                      ItemAdded: {fields: {available: "int >= 0"}}
                      ItemTaken: {fields: {quantity: "int >= 1"}, sets: {available: "available - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, guards: {TooFew: "available >= command.quantity"}, emits: ItemTaken}
                    scenarios:
                      - {name: all can be taken, given: [{ItemAdded: {available: 3}}], when: {TakeItem: {quantity: 4}}, then: ItemTaken}
                    """,
                    """
                    context: Stock
                    aggregates:
                      Item: {fields: {available: "int >= 0"}}
                    events:
                      ItemAdded: {fields: {available: "int >= 0"}}
                      ItemTaken: {fields: {quantity: "int >= 1"}, sets: {available: "available - event.quantity"}}
                    commands:
                      AddItem: {fields: {available: "int >= 0"}}
                      TakeItem: {fields: {quantity: "int >= 1"}, guards: {TooFew: "available >= command.quantity"}, emits: ItemTaken}
                    scenarios:
                      - {name: all can be taken, given: [{ItemAdded: {available: 3}}], when: {TakeItem: {quantity: 3}}, then: ItemTaken}
                    """);

    static final RuleDescription TOO_FEW_TEXTS =
            error(
                    "unique.too-few-texts",
                    "A pattern leaves too few texts for what tells one aggregate from another.",
                    """
                    Each test makes things of its own, and an id or a unique field needs another text for each of them. They
                    are found by counting: the places that the pattern leaves open turn like those of an odometer.
                    Of a pattern that leaves few of them open, 500 texts are not found.
                    """,
                    """
                    context: Fleet
                    aggregates:
                      Truck: {id: {TruckNumber: "string(8) ~ T-[1-9]"}}
                    """,
                    """
                    context: Fleet
                    aggregates:
                      Truck: {id: {TruckNumber: "string(8) ~ T-[A-Z][0-9]{2}"}}
                    """);

    private TrialRules() {}

    /** All of them. */
    static List<RuleDescription> all() {
        return List.of(EXPRESSION_OVERFLOWS, SCENARIO_WITHOUT_SAMPLES, TOO_FEW_TEXTS);
    }
}
