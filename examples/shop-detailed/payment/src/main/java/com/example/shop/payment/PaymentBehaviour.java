package com.example.shop.payment;

/** What the team decides about payments; everything not said here is as the spec says. */
public final class PaymentBehaviour implements PaymentDecider {}
