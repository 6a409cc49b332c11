package com.example.shop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** The team's decisions about payments: as the spec says, save for the cases that are overridden here. */
class PaymentBehaviourTest extends PaymentDeciderContract {
    @Override
    PaymentDecider decider() {
        return new PaymentBehaviour();
    }

    /** It fails: the money was given back. */
    @Override
    @Test
    void processPaymentIsAcceptedWhenIssued() {
        assertThat(decider().decide(payment(PaymentStatus.ISSUED), new ProcessPayment(ID)))
                .containsExactly(new PaymentFailed(ID));
    }

    /** It is not: no money came in. */
    @Override
    @Test
    void refundPaymentIsAcceptedWhenFailed() {
        assertNothingIsRefundedOf(payment(PaymentStatus.FAILED));
    }

    /** It is not: the money was given back before. */
    @Override
    @Test
    void refundPaymentIsAcceptedWhenIssued() {
        assertNothingIsRefundedOf(payment(PaymentStatus.ISSUED));
    }

    private void assertNothingIsRefundedOf(Payment payment) {
        assertThatExceptionOfType(NothingToRefund.class)
                .isThrownBy(() -> decider().decide(payment, new RefundPayment(ID)))
                .withMessageEndingWith("which is " + payment.status() + ".");
    }
}
