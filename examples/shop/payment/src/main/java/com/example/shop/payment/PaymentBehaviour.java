package com.example.shop.payment;

import java.util.List;

/** What the team decides about payments; everything not said here is as the spec says. */
public final class PaymentBehaviour implements PaymentDecider {

    /** Processes a payment; it fails when its money was given back, since nobody is to be charged again by accident. */
    @Override
    public List<PaymentEvent> decide(Payment payment, ProcessPayment command) {
        if (payment.status() == PaymentStatus.ISSUED) {
            return List.of(PaymentFailed.of(payment, command));
        }
        return PaymentDecider.super.decide(payment, command);
    }

    /**
     * Refunds a payment, once.
     *
     * @throws NothingToRefund if it failed, or was refunded before
     */
    @Override
    public List<PaymentEvent> decide(Payment payment, RefundPayment command) {
        if (payment.status() != PaymentStatus.PROCESSED) {
            throw new NothingToRefund(payment.id(), payment.status());
        }
        return PaymentDecider.super.decide(payment, command);
    }
}
