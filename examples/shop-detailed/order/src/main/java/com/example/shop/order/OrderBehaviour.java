package com.example.shop.order;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the team decides about orders; everything not said here is as the spec says. */
public final class OrderBehaviour implements OrderDecider {

    /**
     * Creates an order in which each product stands once for each price that it has.
     *
     * @throws TooManyOfOneProduct if it is more than a line can hold
     */
    @Override
    public List<OrderEvent> decide(CreateOrder command) {
        return OrderDecider.super.decide(
                new CreateOrder(command.order(), command.customer(), joined(command.lines()), command.total()));
    }

    private static List<OrderLine> joined(List<OrderLine> lines) {
        Map<Offer, OrderLine> joined = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            joined.merge(Offer.of(line), line, OrderBehaviour::join);
        }
        return List.copyOf(joined.values());
    }

    private static OrderLine join(OrderLine line, OrderLine more) {
        long quantity = (long) line.quantity() + more.quantity();
        if (quantity > Integer.MAX_VALUE) {
            throw new TooManyOfOneProduct(line.product(), quantity);
        }
        return new OrderLine(line.product(), (int) quantity, line.price());
    }

    /** What the customer was offered; 5 and 5.00 are the same price. */
    private record Offer(UUID product, BigDecimal amount, String currency) {

        static Offer of(OrderLine line) {
            return new Offer(line.product(), line.price().amount().stripTrailingZeros(), line.price().currency());
        }
    }
}
