package com.example.order;

import java.util.List;

/** What the team decides about orders; everything not said here is as the spec says. */
public final class OrderBehaviour implements OrderDecider {

    /**
     * Cancels an order that is still here.
     *
     * @throws AlreadyShipped if it is on its way
     */
    @Override
    public List<OrderEvent> decide(Order order, CancelOrder command) {
        if (order.status() == OrderStatus.SHIPPED) {
            throw new AlreadyShipped(order.id());
        }
        return OrderDecider.super.decide(order, command);
    }
}
