package com.example.order;

import com.example.order.platform.Rejection;
import java.io.Serial;

/** The order is on its way: it can come back, but it is not cancelled any more. */
public final class AlreadyShipped extends Rejection {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Names the order. */
    public AlreadyShipped(OrderId id) {
        super(Reason.CONFLICT, "The order " + id + " is shipped already.");
    }
}
