package com.example.shop.inventory;

/** The team's decisions about stock items: as the spec says, save for the cases that are overridden here. */
class StockItemBehaviourTest extends StockItemDeciderContract {
    @Override
    StockItemDecider decider() {
        return new StockItemBehaviour();
    }
}
