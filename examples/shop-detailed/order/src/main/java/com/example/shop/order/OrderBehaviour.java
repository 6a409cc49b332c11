package com.example.shop.order;

/** What the team decides about orders; everything not said here is as the spec says. */
public final class OrderBehaviour implements OrderDecider {}
