package com.example.shop.order;

/** The team's decisions about orders: as the spec says, save for the cases that are overridden here. */
class OrderBehaviourTest extends OrderDeciderContract {
    @Override
    OrderDecider decider() {
        return new OrderBehaviour();
    }
}
