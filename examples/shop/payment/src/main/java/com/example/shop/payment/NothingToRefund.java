package com.example.shop.payment;

import com.example.shop.platform.Rejection;
import java.io.Serial;

/** There is no money of the payment here that could be given back. */
public final class NothingToRefund extends Rejection {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Names the payment, and why there is none. */
    public NothingToRefund(PaymentId id, PaymentStatus status) {
        super(Reason.CONFLICT, "There is nothing to refund of the payment " + id + ", which is " + status + ".");
    }
}
