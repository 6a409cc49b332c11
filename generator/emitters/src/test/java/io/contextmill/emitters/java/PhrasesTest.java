package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** English made of names. */
class PhrasesTest {
    @ParameterizedTest
    @CsvSource({
        "CancelOrder, Order, cancels an order",
        "UpdateOrderStatus, Order, updates an order's status",
        "ReserveStock, StockItem, reserves stock",
        "MarkOrderAsPaid, Order, marks an order as paid",
        "AddLineToOrder, Order, adds a line to an order",
        "Ship, Order, ships an order",
        "CopySKU, Item, copies an SKU",
        "AddItems, Cart, adds items",
        "CheckInGuest, Guest, checks in a guest",
        "OpenHTTPSession, Session, opens an HTTP session",
        "PushUnit, Unit, pushes a unit"
    })
    void activitiesOfCommands(String command, String aggregate, String activity) {
        assertThat(Phrases.activity(command, aggregate)).isEqualTo(activity);
    }

    @ParameterizedTest
    @CsvSource({
        "OrderCancelled, Order, an order was cancelled",
        "LowStockAlert, StockItem, there was a low stock alert",
        "PaymentFailed, Payment, a payment failed",
        "OrderStatusChanged, Order, an order's status was changed",
        "StockReserved, StockItem, stock was reserved",
        "ItemsAdded, Cart, items were added",
        "Shipped, Order, an order was shipped",
        "StockReservationFailed, StockItem, a stock reservation failed",
        "VoyageBegun, Voyage, a voyage has begun"
    })
    void meaningsOfEvents(String event, String aggregate, String meaning) {
        assertThat(Phrases.happening(event, aggregate)).isEqualTo(meaning);
    }

    @Test
    void requestsAndNouns() {
        assertThat(Phrases.request("CancelOrder", "Order")).isEqualTo("cancel an order");
        assertThat(Phrases.aNoun("OrderItem")).isEqualTo("an order item");
        assertThat(Phrases.nouns("OrderItem")).isEqualTo("order items");
        assertThat(Phrases.and(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(Phrases.or(List.of("a", "b"))).isEqualTo("a or b");
        assertThat(Phrases.and(List.of())).isEmpty();
    }

    @Test
    void sentencesEndWithAFullStopWhereTheyHaveNoOtherEnd() {
        assertThat(Phrases.sentence("Follows parcels")).isEqualTo("Follows parcels.");
        assertThat(Phrases.sentence("Really?")).isEqualTo("Really?");
    }
}
