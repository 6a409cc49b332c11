package com.example.shop.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The team's decisions about orders: as the spec says, save for the cases that are overridden here. */
class OrderBehaviourTest extends OrderDeciderContract {
    private static final UUID CUSTOMER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID TEA = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID MILK = UUID.fromString("00000000-0000-4000-8000-000000000003");

    @Override
    OrderDecider decider() {
        return new OrderBehaviour();
    }

    @Test
    void createOrderJoinsLinesOfOneProductAtOnePrice() {
        assertThat(created(line(TEA, 2, "5.00"), line(MILK, 1, "0.99"), line(TEA, 1, "5")))
                .containsExactly(line(TEA, 3, "5.00"), line(MILK, 1, "0.99"));
    }

    @Test
    void createOrderLeavesLinesApartThatDifferInPrice() {
        assertThat(created(line(TEA, 2, "5.00"), line(TEA, 1, "4.50")))
                .containsExactly(line(TEA, 2, "5.00"), line(TEA, 1, "4.50"));
    }

    @Test
    void createOrderIsRejectedForTooManyOfOneProduct() {
        assertThat(created(line(TEA, Integer.MAX_VALUE - 1, "5.00"), line(TEA, 1, "5.00")))
                .containsExactly(line(TEA, Integer.MAX_VALUE, "5.00"));
        assertThatExceptionOfType(TooManyOfOneProduct.class)
                .isThrownBy(() -> created(line(TEA, Integer.MAX_VALUE, "5.00"), line(TEA, 1, "5.00")))
                .withMessageContaining("2147483648");
    }

    /** The lines of the order that comes of a command with these. */
    private List<OrderLine> created(OrderLine... lines) {
        List<OrderEvent> events = decider().decide(new CreateOrder(ID, CUSTOMER, List.of(lines), euros("15.99")));
        return decider().evolve(events).lines();
    }

    private static OrderLine line(UUID product, int quantity, String price) {
        return new OrderLine(product, quantity, euros(price));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
