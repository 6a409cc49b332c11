package io.contextmill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corners of the rules of inference, one by one. */
class InferenceTest {
    private static ContextModel context(String aggregates, String events, String commands) {
        return Specs.context(spec(aggregates, events, commands));
    }

    private static String spec(String aggregates, String events, String commands) {
        return "context: Test\naggregates: [%s]\nevents: [%s]\ncommands: [%s]\n"
                .formatted(aggregates, events, commands);
    }

    private static List<String> commands(ContextModel context) {
        return context.aggregates().stream()
                .flatMap(
                        aggregate ->
                                ShopInferenceTest.commands(aggregate).stream()
                                        .map(command -> aggregate.name() + " " + command))
                .toList();
    }

    private static List<String> rules(String spec) {
        return Specs.validate(spec).diagnostics().stream()
                .map(finding -> finding.rule().value())
                .toList();
    }

    @Nested
    class AggregateOfACommand {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Order, OrderItem | AddOrderItem | OrderItem",
                    "Order, OrderItem | CancelOrder | Order",
                    "Payment, Refund | RefundPayment | Payment",
                    "Transfer, Account | TransferAccount | Account",
                    "OrderItem, Item | OrderItemAgain | Item",
                    "Order, Invoice | CancelOrders | Order",
                    "Person, Team | InvitePeople | Person",
                    "Authorisation, Account | RevokeAuthorization | Authorisation",
                    "Order, Book | OrderNothing | Order",
                    "StockItem, StockLevel | UpdateStockLevels | StockLevel",
                })
        void isHeldAsWholeWords(String aggregates, String command, String expected) {
            assertThat(aggregateOf(aggregates, command)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "StockItem, Product | ReserveStock | StockItem",
                    "Product, StockItem, StockLevel | MoveStock | StockItem",
                    "OrderLine, OrderLineDiscount | ChangeLine | OrderLine",
                    "ReserveAccount, StockItem | ReserveStock | StockItem",
                    "Cart | DoSomething | Cart",
                    "Order, Payment | LinkOrderPayment | Payment",
                })
        void elseIsGuessed(String aggregates, String command, String expected) {
            assertThat(aggregateOf(aggregates, command)).isEqualTo(expected);
            assertThat(rules(spec(aggregates, "", command)))
                    .contains("inference.guessed-aggregate");
        }

        private static String aggregateOf(String aggregates, String command) {
            return context(aggregates, "", command).aggregates().stream()
                    .filter(aggregate -> !aggregate.commands().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .name();
        }

        @Test
        void isAnErrorWhereNothingFits() {
            assertThat(rules(spec("Order, Invoice", "", "DoIt")))
                    .contains("command.without-aggregate");
        }
    }

    @Nested
    class EventsOfACommand {
        @ParameterizedTest
        @CsvSource({
            "CancelOrder, OrderCancelled",
            "CancelOrder, OrderCanceled",
            "PayOrder, OrderPaid",
            "SendOrder, OrderSent",
            "AuthorizeOrder, OrderAuthorised",
            "CheckOutOrder, OrderCheckedOut",
            "CancelOrders, OrdersCancelled",
            "ResendOrder, OrderResent",
            "ApplyOrder, OrderApplied",
            "ShipOrder, ShippedOrder",
        })
        void arePairsOfVerbAndParticiple(String command, String event) {
            String spec = spec("Order", event, command);

            assertThat(commands(Specs.context(spec)))
                    .singleElement()
                    .asString()
                    .endsWith("[" + event + "]");
            assertThat(rules(spec))
                    .contains("inference.emitted-event")
                    .doesNotContain("inference.guessed-event");
        }

        @Test
        void leftOverGoToTheCommandThatFitsBest() {
            assertThat(
                            commands(
                                    context(
                                            "Cart",
                                            "ItemAdded, ItemRemoved",
                                            "TakeItemAway, AddItemToCart")))
                    .containsExactly(
                            "Cart TakeItemAway IF_ABSENT [ItemRemoved]",
                            "Cart AddItemToCart NEVER [ItemAdded]");
        }

        @Test
        void leftOverJoinTheEventsOfACommandWhereNoneIsFree() {
            assertThat(
                            commands(
                                    context(
                                            "Order",
                                            "OrderShipped, OrderLost, OrderDelayed",
                                            "ShipOrder")))
                    .containsExactly(
                            "Order ShipOrder IF_ABSENT oneOf [OrderShipped, OrderLost, OrderDelayed]");
        }

        @Test
        void areLeftAloneWhereTheCommandSaysSo() {
            String spec =
                    """
                    context: Test
                    aggregates: [Order]
                    events: [OrderCreated, OrderShipped]
                    commands:
                      CreateOrder: {emits: OrderCreated}
                      ShipOrder: {emits: []}
                    """;

            assertThat(commands(Specs.context(spec)))
                    .containsExactly(
                            "Order CreateOrder ALWAYS [OrderCreated]", "Order ShipOrder NEVER []");
            assertThat(rules(spec))
                    .contains("model.event-never-emitted", "model.command-emits-nothing");
        }

        @Test
        void areNotTakenFromAnotherAggregate() {
            assertThat(commands(context("Order, Customer", "CustomerBlocked", "ShipOrder")))
                    .containsExactly("Order ShipOrder IF_ABSENT []");
        }
    }

    @Nested
    class Creation {
        @ParameterizedTest
        @CsvSource({
            "CreateOrder, ALWAYS",
            "RegisterNewOrder, ALWAYS",
            "OpenOrder, ALWAYS",
            "PlaceOrder, ALWAYS",
            "SubmitOrders, ALWAYS",
            "StartOrder, ALWAYS",
            "PlaceOrderForCustomer, ALWAYS",
            "RequestOrderCancellation, IF_ABSENT",
            "AddItemToOrder, IF_ABSENT",
            "ShipOrder, IF_ABSENT",
        })
        void isToldByTheVerb(String command, String creation) {
            assertThat(commands(context("Order", "", command)))
                    .containsExactly("Order " + command + " " + creation + " []");
        }

        @Test
        void isTheFirstCommandsThatEmitsWhereNoneCreates() {
            assertThat(commands(context("Order", "OrderShipped", "NoteOrder, ShipOrder")))
                    .containsExactly(
                            "Order NoteOrder NEVER []", "Order ShipOrder IF_ABSENT [OrderShipped]");
        }

        @Test
        void isNoneForACommandThatWaitsForAState() {
            String spec =
                    """
                    context: Test
                    types: {TripState: [BOOKED, RUNNING]}
                    aggregates:
                      Trip: {fields: {who: uuid, state: TripState}, lifecycle: {field: state, initial: BOOKED}}
                    events:
                      TripBooked: {fields: {who: uuid}}
                      TripStarted: {to: RUNNING}
                    commands:
                      StartTrip: {from: BOOKED, emits: TripStarted}
                      ReserveTrip: {aggregate: Trip, fields: {who: uuid}, emits: TripBooked}
                    """;

            assertThat(commands(Specs.context(spec)))
                    .containsExactly(
                            "Trip StartTrip NEVER [TripStarted]",
                            "Trip ReserveTrip IF_ABSENT [TripBooked]");
        }

        @Test
        void isThatOfACommandThatWaitsForAStateWhereAllDo() {
            String spec =
                    """
                    context: Test
                    aggregates: [Trip]
                    events: [TripStarted]
                    commands: {StartTrip: {from: STARTED}, EndTrip: {from: STARTED}}
                    """;

            assertThat(commands(Specs.context(spec)))
                    .containsExactly(
                            "Trip StartTrip IF_ABSENT [TripStarted]", "Trip EndTrip NEVER []");
        }

        @Test
        void isLeftAloneWhereItIsSaid() {
            String spec =
                    """
                    context: Test
                    aggregates: [Order]
                    commands:
                      CreateOrder: {creates: never}
                    """;

            assertThat(commands(Specs.context(spec))).containsExactly("Order CreateOrder NEVER []");
            assertThat(rules(spec)).contains("model.aggregate-never-created");
        }
    }

    @Nested
    class Status {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "OrderCreated | [CREATED]",
                    "OrderCheckedOut | [CHECKED_OUT]",
                    "OrderMarkedAsPaid | [PAID]",
                    "LowOrderAlert | [LOW_ORDER_ALERT]",
                    "OrderRefundIssued, OrderInvoiceIssued | [ISSUED, ORDER_INVOICE_ISSUED]",
                    "OrderShipped, Shipped | [SHIPPED, SHIPPED_2]",
                })
        void hasTheParticiplesOfTheEvents(String events, String states) {
            assertThat(context("Order", events, "CreateOrder").types().get(0).values())
                    .hasToString(states);
        }

        @Test
        void takesADeclaredEnumAsItIs() {
            ContextModel context =
                    Specs.context(
                            """
                            context: Test
                            types: {OrderStatus: [open, shipped]}
                            aggregates: [Order]
                            events: [OrderCreated, OrderShipped]
                            commands: [CreateOrder, ShipOrder]
                            """);

            assertThat(context.types()).hasSize(1);
            assertThat(context.aggregate("Order").events())
                    .extracting(event -> event.to().orElse("-"))
                    .containsExactly("-", "shipped");
            assertThat(context.aggregate("Order").lifecycle().orElseThrow().initial())
                    .isEqualTo("open");
        }

        @Test
        void keepsStatesThatAreSaid() {
            ContextModel context =
                    Specs.context(
                            """
                            context: Test
                            aggregates: [Order]
                            events: {OrderCreated: {to: NEW}, OrderShipped: {}}
                            commands: [CreateOrder, ShipOrder]
                            """);

            assertThat(context.types().get(0).values()).containsExactly("NEW", "SHIPPED");
            assertThat(context.aggregate("Order").lifecycle().orElseThrow().initial())
                    .isEqualTo("NEW");
        }

        @Test
        void givesWayToDeclaredNames() {
            ContextModel context =
                    context("Order, OrderStatus, OrderId", "OrderCreated", "CreateOrder");

            assertThat(context.types().get(0).name()).isEqualTo("OrderState");
            assertThat(context.aggregate("Order").id().name()).isEqualTo("OrderIdentity");
        }

        @Test
        void isNotCalledAsTheAggregateIs() {
            AggregateModel status =
                    context("Status", "StatusCreated", "CreateStatus").aggregate("Status");

            assertThat(status.lifecycle().orElseThrow().field()).isEqualTo("state");
            assertThat(status.id().fieldName()).isEqualTo("status");
        }

        @Test
        void isNotCalledAsAFieldOfAnotherType() {
            ContextModel context =
                    Specs.context(
                            """
                            context: Test
                            aggregates: [Order]
                            events: {OrderStatusUpdated: {fields: {status: string}}}
                            commands: {UpdateOrderStatus: {fields: {status: string}}}
                            """);

            assertThat(context.aggregate("Order").lifecycle().orElseThrow().field())
                    .isEqualTo("state");
        }
    }

    @Nested
    class ReadSide {
        @Test
        void givesWayToDeclaredNames() {
            ContextModel context = context("Order, OrderSummary", "GetOrder", "ListOrders");

            assertThat(context.readModels())
                    .extracting(ReadModel::name)
                    .containsExactly("OrderOverview", "OrderSummarySummary");
            assertThat(context.queries())
                    .extracting(QueryModel::name)
                    .startsWith("GetOrderById", "ListAllOrders");
        }

        @Test
        void isFilledInWhereOnlyNamesAreSaid() {
            ContextModel context =
                    Specs.context(
                            """
                            context: Test
                            aggregates:
                              Order: {fields: {customer: uuid, note: "string?"}}
                              Invoice: {}
                            events:
                              OrderCreated: {fields: {customer: uuid}}
                            commands:
                              CreateOrder: {fields: {customer: uuid}}
                            readModels: [OrderList]
                            queries: [FindOrder, OrdersOfToday]
                            """);

            assertThat(context.readModel("OrderList").key()).isEqualTo("order");
            assertThat(context.readModel("OrderList").fields())
                    .extracting(FieldModel::name)
                    .containsExactly("customer");
            assertThat(context.readModel("OrderList").projects()).containsExactly("OrderCreated");
            assertThat(context.readModels())
                    .extracting(ReadModel::name)
                    .containsExactly("OrderList", "InvoiceSummary");
            assertThat(context.queries())
                    .extracting(query -> query.getClass().getSimpleName() + " " + query.name())
                    .containsExactly(
                            "ByKey FindOrder",
                            "Listing OrdersOfToday",
                            "ByKey GetInvoice",
                            "Listing ListInvoices");
        }

        @Test
        void isInferredForAnAggregateWithoutEvents() {
            ContextModel context = context("Order", "", "");

            assertThat(context.readModels())
                    .singleElement()
                    .satisfies(
                            summary -> {
                                assertThat(summary.fields()).isEmpty();
                                assertThat(summary.projects()).isEmpty();
                            });
            assertThat(context.queries()).hasSize(2);
            assertThat(context.types()).isEmpty();
        }
    }

    @Test
    void longNamesStayReadable() {
        String longest = "O" + "r".repeat(59);
        WorkspaceModel model =
                Specs.model(
                        spec(
                                longest,
                                longest.substring(0, 58) + "ed",
                                "Create" + longest.substring(6)));

        assertThat(model.contexts().get(0).readModels().get(0).name()).hasSize(60);
        assertThat(Specs.model(io.contextmill.expand.SpecPrinter.print(model)).contexts())
                .hasSize(1);
    }

    @Test
    void packagesAvoidKeywords() {
        assertThat(Specs.model("context: Switch\naggregates: [Order]\n").options().packageName())
                .isEqualTo("com.example.switch_");
        assertThat(Specs.model("context: Aux\naggregates: [Order]\n").options().packageName())
                .isEqualTo("com.example.aux_");
    }
}
