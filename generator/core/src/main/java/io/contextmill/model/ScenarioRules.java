package io.contextmill.model;

import static io.contextmill.diagnostic.RuleDescription.error;

import io.contextmill.diagnostic.RuleDescription;
import java.util.List;

/** The rules of linking that are about whether scenarios can come out as they say. */
final class ScenarioRules {
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

    private ScenarioRules() {}

    /** All of them. */
    static List<RuleDescription> all() {
        return List.of(
                SCENARIO_OF_TWO_AGGREGATES,
                SCENARIO_IMPOSSIBLE,
                SCENARIO_UNFITTING_VALUE,
                SCENARIO_CONTRADICTS_SPEC);
    }
}
