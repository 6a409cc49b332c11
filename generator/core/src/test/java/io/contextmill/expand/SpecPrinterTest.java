package io.contextmill.expand;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.model.Specs;
import io.contextmill.model.WorkspaceModel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecPrinterTest {
    private static final String DETAILED =
            """
            context: Order
            subdomain: core
            description: "Takes orders: \\"all\\" of them, \\\\ and # more.\\nZero\\u200Bwidth, é, \\U0001F600."
            package: com.example.shop.order
            java: 21
            types:
              OrderStatus: [PENDING, CONFIRMED, shipped]
              Level: [No, "null", "true"]
            aggregates:
              Order:
                description: An order
                id: OrderNumber
                fields:
                  customer: CustomerId
                  parent: "OrderNumber?"
                  original: "OrderNumber?"
                  total: "decimal(12,2) >= 0 < 1000.50"
                  code: "string(2..20)? ~ [A-Z]{2}\\\\d*, \\"x\\""
                  note: "text?"
                  status: OrderStatus
                lifecycle: {field: status, initial: PENDING}
                unique: customer
              Customer: {}
            events:
              CustomerNamed: {fields: {name: string}}
              OrderCreated:
                fields: {customer: CustomerId, total: "decimal(12,2) >= 0 < 1000.50", at: instant}
              OrderNoted: {fields: {note: "text?"}}
              OrderShipped: {description: "Gone: for good", to: shipped}
              OrderForgotten: {fields: {customer: CustomerId}}
              OrderDeleted: {fields: {order: OrderNumber, why: text}, deletes: true, to: shipped}
              Forgotten: {fields: {customer: CustomerId, note: "text?"}}
            commands:
              CreateOrder: {fields: {customer: CustomerId, total: "decimal(12,2) >= 0 < 1000.50", at: instant}, emits: [OrderCreated, OrderNoted]}
              CloseOrder: {from: {states: shipped, rejects: OrderNotShipped}, emits: []}
              ReopenOrder: {from: {states: [PENDING, shipped], rejects: OrderNotShipped}, emits: []}
              NameCustomer: {fields: {name: string}, emits: CustomerNamed}
              LinkOrder: {fields: {parent: OrderNumber, other: OrderNumber}, emits: []}
              ShipOrder: {from: [PENDING, CONFIRMED], emits: {oneOf: [OrderShipped, OrderNoted]}}
            readModels:
              OrderList: {key: number, fields: {number: OrderNumber, customer: CustomerId, status: OrderStatus, note: "text?"}}
            queries:
              FindOrder: {by: number, returns: OrderList}
              Orders: {by: [customer, "status?"], returns: "OrderList[]", sort: "-customer", page: 20}
            scenarios:
              - {name: "a customer's order: \\"made\\", # first", when: {CreateOrder: {total: 12.5, at: 2026-01-31T10:00:00Z}}, then: [{OrderCreated: {total: 12.50}}, {OrderNoted: {note: }}]}
              - {name: nothing is shipped, given: [OrderCreated, {OrderNoted: {note: "true"}}, {OrderNoted: {note: "null, \\"x\\": #\\u2028"}}], when: CloseOrder, then: {rejected: OrderNotShipped}}
            """;

    private static final String VALUES_IN_SCENARIOS =
            """
            context: Order
            types: {Money: {amount: "decimal(6,2)", currency: "string(9)"}}
            aggregates: {Order: {fields: {total: Money, notes: "string[]?"}}}
            events: {OrderCreated: {fields: {total: Money, notes: "string[]?"}}}
            commands: {CreateOrder: {fields: {total: Money, notes: "string[]?"}, emits: OrderCreated}}
            scenarios:
              - {name: an order, when: {CreateOrder: {total: {currency: "{x: 1}", amount: 1.5}, notes: ["a, b", "true", ""]}}, then: [{OrderCreated: {notes: ["a, b", "true", ""]}}]}
              - {name: another, when: {CreateOrder: {total: {}, notes: }}, then: [{OrderCreated: {notes: }}]}
            """;

    private static final String COMPUTED =
            """
            context: Stock
            aggregates:
              Item: {fields: {available: "int >= 0", note: "text?"}, invariants: {fewItems: "available < 10"}}
            events:
              ItemAdded: {fields: {available: int}}
              ItemTaken: {fields: {left: int}, sets: {available: "event.left"}}
              ItemNoted: {fields: {note: text}}
              ItemCounted: {}
              ItemLost: {}
            commands:
              CountItem: {fields: {again: boolean}, emits: {oneOf: [{ItemCounted: "command.again && 1 < 2"}, ItemLost]}}
              AddItem: {fields: {available: int}, guards: {Many: "command.available > 1", Odd: "command.available != 7"}}
              TakeItem:
                fields: {quantity: int, note: "text?"}
                guards: {TooFew: "available >= command.quantity"}
                emits:
                  ItemTaken: {with: {left: "available - command.quantity"}}
                  ItemNoted: {with: {note: "has(command.note) ? command.note : 'was \\"taken\\", # all'"}}
            """;

    private static final String INSIDE =
            """
            context: Order
            types:
              Money: {amount: "decimal(12,2) >= 0", currency: "string(3)"}
            aggregates:
              Order:
                fields: {gifts: "Gift[..3]", codes: "string(5)[2..]?"}
                entities:
                  OrderItem: {description: "A line: what is ordered", fields: {price: Money, notes: "Note[1..9]"}}
                  Note: {id: NoteKey, fields: {id: NoteKey, text: text, instead: "NoteKey?"}}
                  Gift:
            events:
              OrderCreated: {fields: {orderItems: "OrderItem[1..50]", gifts: "Gift[..3]"}}
            commands:
              CreateOrder: {fields: {orderItems: "OrderItem[1..50]", gifts: "Gift[..3]"}}
            """;

    static Stream<String> specs() {
        return Stream.of(
                Specs.ORDER,
                Specs.INVENTORY,
                Specs.PAYMENT,
                DETAILED,
                VALUES_IN_SCENARIOS,
                COMPUTED,
                INSIDE,
                "context: Switch\naggregates: [Class]\n");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void readingWhatIsPrintedGivesTheSameModel(String yaml) {
        WorkspaceModel model = Specs.model(yaml);

        assertThat(model(SpecPrinter.print(model)))
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(SourceSpan.class)
                .isEqualTo(model);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void nothingIsLeftToInfer(String yaml) {
        Validated<WorkspaceModel> expanded = Specs.validate(SpecPrinter.print(Specs.model(yaml)));

        assertThat(expanded.diagnostics())
                .extracting(Diagnostic::rule)
                .allSatisfy(rule -> assertThat(rule.value()).doesNotStartWith("inference."));
        List<String> before = messages(Specs.validate(yaml));
        assertThat(messages(expanded)).isSubsetOf(before);
        assertThat(before.stream().filter(message -> !message.startsWith("inference.")))
                .containsExactlyInAnyOrderElementsOf(messages(expanded));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void printingTwiceChangesNothing(String yaml) {
        String once = SpecPrinter.print(Specs.model(yaml));

        assertThat(SpecPrinter.print(Specs.model(once))).isEqualTo(once);
    }

    @Test
    void writesEveryInferenceOfTheOrderContext() {
        assertThat(SpecPrinter.print(Specs.model(Specs.ORDER)))
                .isEqualTo(
                        """
                        context: Order
                        package: com.example.order
                        java: 17
                        target: spring-boot
                        database: postgresql
                        generated: source

                        types:
                          OrderStatus: [CREATED, SHIPPED, CANCELLED]

                        aggregates:
                          Order: {id: OrderId, fields: {status: OrderStatus}, lifecycle: {field: status, initial: CREATED}}
                          OrderItem: {id: OrderItemId, fields: {}}

                        events:
                          OrderCreated: {fields: {order: OrderId}, to: CREATED}
                          OrderShipped: {fields: {order: OrderId}, to: SHIPPED}
                          OrderCancelled: {fields: {order: OrderId}, to: CANCELLED}

                        commands:
                          CreateOrder: {aggregate: Order, creates: always, emits: OrderCreated}
                          CancelOrder: {aggregate: Order, creates: never, emits: OrderCancelled}
                          UpdateOrderStatus: {aggregate: Order, creates: never, emits: OrderShipped}

                        readModels:
                          OrderSummary: {key: order, fields: {order: OrderId, status: OrderStatus}, projects: [OrderCreated, OrderShipped, OrderCancelled]}
                          OrderItemSummary: {key: orderItem, fields: {orderItem: OrderItemId}, projects: []}

                        queries:
                          GetOrder: {by: order, returns: OrderSummary}
                          ListOrders: {returns: "OrderSummary[]", sort: order, page: 50}
                          GetOrderItem: {by: orderItem, returns: OrderItemSummary}
                          ListOrderItems: {returns: "OrderItemSummary[]", sort: orderItem, page: 50}
                        """);
    }

    @Test
    void writesWhatGoesWhereItStood() {
        String spec =
                """
                context: Order
                aggregates:
                  Order: {fields: {number: string, carrier: {drop: true}}}
                  Basket: {drop: true, persistence: state}
                events: {OrderCreated: {fields: {number: string}}}
                commands: {CreateOrder: {fields: {number: string}}}
                readModels:
                  OrderRow: {fields: {order: OrderId, number: string, weight: {drop: true}}}
                  BasketRow: {drop: true}
                """;

        String printed = SpecPrinter.print(Specs.model(spec));

        assertThat(printed)
                .contains(
                        "number: \"string(255)\", carrier: {drop: true}}",
                        "\n  Basket: {drop: true}\n",
                        "weight: {drop: true}}",
                        "\n  BasketRow: {drop: true}\n");
        assertThat(SpecPrinter.print(Specs.model(printed))).isEqualTo(printed);
    }

    @Test
    void writesAWorkspaceWithItsContextsInIt() {
        assertThat(SpecPrinter.print(Specs.model(Specs.SHOP)))
                .startsWith(
                        """
                        workspace: shop
                        package: com.example.shop
                        java: 17
                        target: spring-boot
                        database: postgresql
                        generated: source

                        contexts:
                          Order:

                            types:
                              OrderStatus: [CREATED, SHIPPED, CANCELLED]

                            aggregates:
                        """)
                .contains(
                        "      OrderCreated: {fields: {order: OrderId}, to: CREATED, visibility: public}\n",
                        "\n  Payment:\n");
    }

    private static WorkspaceModel model(String yaml) {
        return Specs.model(yaml);
    }

    private static List<String> messages(Validated<?> validated) {
        return validated.diagnostics().stream()
                .map(finding -> finding.rule() + " " + finding.message())
                .toList();
    }
}
