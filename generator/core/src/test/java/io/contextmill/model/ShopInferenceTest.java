package io.contextmill.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.model.CommandModel.EmittedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The results of inference that the language states for the shop, names only. */
class ShopInferenceTest {
    @Test
    void order() {
        ContextModel context = Specs.context(Specs.ORDER);
        AggregateModel order = context.aggregate("Order");

        assertThat(commands(order))
                .containsExactly(
                        "CreateOrder ALWAYS [OrderCreated]",
                        "CancelOrder NEVER [OrderCancelled]",
                        "UpdateOrderStatus NEVER [OrderShipped]");
        assertThat(context.types())
                .singleElement()
                .satisfies(
                        type -> {
                            assertThat(type.name()).isEqualTo("OrderStatus");
                            assertThat(type.values())
                                    .containsExactly("CREATED", "SHIPPED", "CANCELLED");
                        });
        assertThat(order.lifecycle())
                .hasValueSatisfying(
                        lifecycle -> {
                            assertThat(lifecycle.field()).isEqualTo("status");
                            assertThat(lifecycle.initial()).isEqualTo("CREATED");
                        });
        assertThat(order.events())
                .extracting(
                        event ->
                                event.name()
                                        + " "
                                        + event.to().orElse("")
                                        + " "
                                        + event.creates()
                                        + " "
                                        + event.changes())
                .containsExactly(
                        "OrderCreated CREATED true false",
                        "OrderShipped SHIPPED false true",
                        "OrderCancelled CANCELLED false true");
        assertThat(context.aggregate("OrderItem").lifecycle()).isEmpty();
        assertThat(context.aggregate("OrderItem").commands()).isEmpty();
        assertThat(context.aggregate("OrderItem").id().name()).isEqualTo("OrderItemId");
    }

    @Test
    void readSideOfOrder() {
        ContextModel context = Specs.context(Specs.ORDER);

        assertThat(context.readModels())
                .extracting(
                        readModel ->
                                readModel.name()
                                        + " "
                                        + readModel.key()
                                        + " "
                                        + readModel.fields().stream().map(FieldModel::name).toList()
                                        + " "
                                        + readModel.projects())
                .containsExactly(
                        "OrderSummary order [status] [OrderCreated, OrderShipped, OrderCancelled]",
                        "OrderItemSummary orderItem [] []");
        assertThat(context.queries())
                .extracting(QueryModel::name)
                .containsExactly("GetOrder", "ListOrders", "GetOrderItem", "ListOrderItems");
        assertThat(context.queries().get(0)).isInstanceOf(QueryModel.ByKey.class);
        assertThat(context.queries().get(1))
                .isInstanceOfSatisfying(
                        QueryModel.Listing.class,
                        listing -> {
                            assertThat(listing.sort()).isEqualTo("order");
                            assertThat(listing.descending()).isFalse();
                            assertThat(listing.pageSize()).isEqualTo(50);
                        });
    }

    @Test
    void inventory() {
        ContextModel context = Specs.context(Specs.INVENTORY);

        assertThat(commands(context.aggregate("StockItem")))
                .containsExactly(
                        "ReserveStock IF_ABSENT [StockReserved]",
                        "ReleaseStock NEVER [StockReleased]",
                        "UpdateStock NEVER [LowStockAlert]");
        assertThat(context.aggregate("StockItem").lifecycle())
                .hasValueSatisfying(
                        lifecycle ->
                                assertThat(lifecycle.states().values())
                                        .containsExactly(
                                                "RESERVED", "RELEASED", "LOW_STOCK_ALERT"));
        assertThat(context.aggregate("Product").commands()).isEmpty();
        assertThat(context.aggregate("Reservation").commands()).isEmpty();
        assertThat(context.queries()).hasSize(6);
    }

    @Test
    void payment() {
        ContextModel context = Specs.context(Specs.PAYMENT);

        assertThat(commands(context.aggregate("Payment")))
                .containsExactly(
                        "ProcessPayment IF_ABSENT oneOf [PaymentProcessed, PaymentFailed]",
                        "RefundPayment NEVER [RefundIssued]");
        assertThat(context.aggregate("Refund").commands()).isEmpty();
    }

    @Test
    void guessesAreWarningsWithAHintAndTheRestAreNotes() {
        assertThat(findings(Specs.ORDER, "WARNING"))
                .containsExactly(
                        "WARNING model.aggregate-without-command 2:21 no command goes to `OrderItem`"
                                + " | say `aggregate: OrderItem` on a command",
                        "WARNING inference.guessed-event 4:38 `UpdateOrderStatus` emits `OrderShipped`, which no other"
                                + " command emits; that is a guess | say `emits: OrderShipped` on the command, or what"
                                + " else it emits");
        assertThat(rules(Specs.INVENTORY, "WARNING"))
                .containsExactly(
                        "model.aggregate-without-command 2:14",
                        "model.aggregate-without-command 2:34",
                        "inference.guessed-aggregate 4:12",
                        "inference.guessed-aggregate 4:26",
                        "inference.guessed-aggregate 4:40",
                        "inference.guessed-event 4:40");
        assertThat(rules(Specs.PAYMENT, "WARNING"))
                .containsExactly(
                        "model.aggregate-without-command 2:23",
                        "inference.guessed-event 4:12",
                        "inference.guessed-event 4:28");
        assertThat(rules(Specs.PAYMENT, "NOTE")).contains("model.alternatives-undecided 4:12");
    }

    static List<String> commands(AggregateModel aggregate) {
        return aggregate.commands().stream()
                .map(
                        command ->
                                command.name()
                                        + " "
                                        + command.creation()
                                        + (command.emission().alternatives() ? " oneOf " : " ")
                                        + command.emission().events().stream()
                                                .map(EmittedEvent::event)
                                                .toList())
                .toList();
    }

    private static List<String> findings(String yaml, String severity) {
        return Specs.described(Specs.validate(yaml).diagnostics()).stream()
                .filter(line -> line.startsWith(severity + " "))
                .toList();
    }

    private static List<String> rules(String yaml, String severity) {
        return findings(yaml, severity).stream()
                .map(line -> line.split(" ", -1))
                .map(words -> words[1] + " " + words[2])
                .toList();
    }
}
