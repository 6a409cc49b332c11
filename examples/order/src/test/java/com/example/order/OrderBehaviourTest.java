package com.example.order;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** The team's decisions about orders: as the spec says, save for the cases that are overridden here. */
class OrderBehaviourTest extends OrderDeciderContract {
    @Override
    OrderDecider decider() {
        return new OrderBehaviour();
    }

    /** It is not: what is on its way is not cancelled. */
    @Override
    @Test
    void cancelOrderIsAcceptedWhenShipped() {
        assertThatExceptionOfType(AlreadyShipped.class)
                .isThrownBy(() -> decider().decide(order(OrderStatus.SHIPPED), new CancelOrder(ID)))
                .withMessage("The order " + ID + " is shipped already.");
    }
}
