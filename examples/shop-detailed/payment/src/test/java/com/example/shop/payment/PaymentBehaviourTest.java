package com.example.shop.payment;

/** The team's decisions about payments: as the spec says, save for the cases that are overridden here. */
class PaymentBehaviourTest extends PaymentDeciderContract {
    @Override
    PaymentDecider decider() {
        return new PaymentBehaviour();
    }
}
