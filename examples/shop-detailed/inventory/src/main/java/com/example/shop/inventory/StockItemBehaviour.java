package com.example.shop.inventory;

/** What the team decides about stock items; everything not said here is as the spec says. */
public final class StockItemBehaviour implements StockItemDecider {}
