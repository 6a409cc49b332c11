package io.contextmill.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.expand.SpecPrinter;
import org.junit.jupiter.api.Test;

/** What a spec was before things in it were renamed. */
class RenamesTest {
    private static WorkspaceModel model(String spec) {
        Validated<WorkspaceModel> model = Specs.link(spec);
        assertThat(model.diagnostics()).noneMatch(Diagnostic::isError);
        return model.value().orElseThrow();
    }

    /** The expanded spec as it was, and the one that is really that. */
    private static void assertFormer(String now, String then) {
        WorkspaceModel former = model(now).former().orElseThrow();
        assertThat(SpecPrinter.print(former)).isEqualTo(SpecPrinter.print(model(then)));
    }

    private static final String SMALL =
            """
            context: Order
            aggregates: [Order, OrderItem]
            events: [OrderCreated, OrderShipped, OrderCancelled]
            commands: [CreateOrder, CancelOrder, UpdateOrderStatus]
            """;

    @Test
    void everythingThatIsNamedAfterAThingWasNamedAfterItsFormerName() {
        assertFormer(
                """
                context: Order
                aggregates: {Purchase: {renamedFrom: Order}, OrderItem: }
                events: {PurchaseMade: {renamedFrom: OrderCreated}, OrderShipped: , OrderCancelled: }
                commands:
                  CreatePurchase: {renamedFrom: CreateOrder, aggregate: Purchase, creates: always, emits: PurchaseMade}
                  CancelOrder: {aggregate: Purchase, emits: OrderCancelled}
                  UpdateOrderStatus: {aggregate: Purchase, emits: OrderShipped}
                """,
                """
                context: Order
                aggregates: [Order, OrderItem]
                events: [OrderCreated, OrderShipped, OrderCancelled]
                commands:
                  CreateOrder: {aggregate: Order, creates: always, emits: OrderCreated}
                  CancelOrder: {aggregate: Order, emits: OrderCancelled}
                  UpdateOrderStatus: {aggregate: Order, emits: OrderShipped}
                """);
    }

    private static final String DETAILED =
            """
            context: Billing
            package: com.example.invoice
            types: {InvoiceStatus: [OPEN, PAID]}
            aggregates:
              Invoice: {renamedFrom: Bill, id: InvoiceId, description: An Invoice., entities: {Line: {renamedFrom: Position, id: LineId, fields: {amount: int}}}, fields: {lines: "Line[]", status: InvoiceStatus}, lifecycle: {field: status, initial: OPEN}, invariants: {notEmpty: "lines.all(l, l.amount > 0)"}}
              Payment: {fields: {invoice: InvoiceId}}
            events:
              InvoiceSent: {renamedFrom: BillSent, fields: {invoice: InvoiceId, lines: "Line[]"}}
              InvoicePaid: {to: PAID, fields: {invoice: InvoiceId}}
            commands:
              SendInvoice: {renamedFrom: SendBill, aggregate: Invoice, creates: always, fields: {lines: "Line[]"}, emits: {InvoiceSent: {with: {lines: "command.lines"}}}}
              PayInvoice: {aggregate: Invoice, creates: never, from: OPEN, emits: {oneOf: [InvoicePaid]}}
            readModels:
              InvoiceView: {renamedFrom: BillView, key: bill, fields: {bill: InvoiceId, lines: "Line[]"}, projects: {InvoiceSent: }}
            queries:
              GetInvoice: {renamedFrom: GetBill, by: bill, returns: InvoiceView}
            scenarios:
              - {name: paid once, given: [InvoiceSent, InvoicePaid], when: PayInvoice, then: {rejected: IllegalTransition}}
            """;

    @Test
    void aNameIsUndoneWhereverItStands() {
        String then =
                DETAILED.replaceAll("renamedFrom: [A-Za-z]+, ", "")
                        .replace("An Invoice.", "An Bill.")
                        .replaceAll("\\bInvoice\\b", "Bill")
                        .replaceAll("\\bInvoice(Id|Status)\\b", "Bill$1")
                        .replace("InvoiceSent", "BillSent")
                        .replace("SendInvoice", "SendBill")
                        .replace("InvoiceView", "BillView")
                        .replace("GetInvoice", "GetBill")
                        .replaceAll("\\bLine(Id)?\\b", "Position$1");
        assertFormer(DETAILED, then);
    }

    @Test
    void theFieldOfTheIdentityFollowsUnlessItIsSomethingElse() {
        String spec =
                """
                context: Billing
                aggregates:
                  Invoice: {renamedFrom: Bill}
                  Payment: {fields: {%s}}
                events:
                  InvoiceSent: {fields: {invoice: InvoiceId}}
                  PaymentMade: {fields: {payment: PaymentId, %s}}
                commands:
                  SendInvoice: {aggregate: Invoice, creates: always, emits: InvoiceSent}
                  MakePayment: {aggregate: Payment, creates: always, fields: {%s}, emits: PaymentMade}
                readModels:
                  InvoiceView: {key: invoice, fields: {invoice: InvoiceId}, projects: [InvoiceSent]}
                queries:
                  GetInvoice: {by: invoice, returns: InvoiceView}
                """;
        WorkspaceModel free = model(spec.replace("%s", "amount: int")).former().orElseThrow();
        assertThat(free.contexts().get(0).readModel("InvoiceView").key()).isEqualTo("bill");
        WorkspaceModel taken = model(spec.replace("%s", "bill: int")).former().orElseThrow();
        assertThat(taken.contexts().get(0).readModel("InvoiceView").key()).isEqualTo("invoice");
    }

    @Test
    void theExpandedSpecSaysEveryFormerName() {
        WorkspaceModel model =
                model(
                        SMALL.replace("[Order, OrderItem]", "{Purchase: {renamedFrom: Order}}")
                                .replace(
                                        "[CreateOrder, CancelOrder, UpdateOrderStatus]",
                                        "{CreatePurchase: {renamedFrom: CreateOrder, aggregate: Purchase, creates: always, emits: OrderCreated}, CancelOrder: {aggregate: Purchase, emits: OrderCancelled}, ShipIt: {aggregate: Purchase, emits: OrderShipped}}"));
        String expanded = SpecPrinter.print(model);
        assertThat(expanded)
                .contains("Purchase: {renamedFrom: Order, ")
                .contains("CreatePurchase: {renamedFrom: CreateOrder, ")
                .contains("PurchaseSummary: {renamedFrom: OrderSummary, ")
                .contains("GetPurchase: {renamedFrom: GetOrder, ");
        WorkspaceModel again = model(expanded);
        assertThat(SpecPrinter.print(again)).isEqualTo(expanded);
        assertThat(SpecPrinter.print(again.former().orElseThrow()))
                .isEqualTo(SpecPrinter.print(model.former().orElseThrow()));
    }

    @Test
    void aContextOfAWorkspaceKnowsItsOwn() {
        WorkspaceModel model =
                model(
                        """
                        workspace: shop
                        contexts:
                          Billing: {aggregates: {Invoice: {renamedFrom: Bill}}}
                          Order: {aggregates: [Order]}
                        """);
        assertThat(model.former(model.contexts().get(0)).orElseThrow().aggregates().get(0).name())
                .isEqualTo("Bill");
        assertThat(model.former(model.contexts().get(1))).isEmpty();
    }
}
