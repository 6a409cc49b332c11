package com.example.shop.order;

import com.example.shop.platform.Rejection;
import java.io.Serial;
import java.util.UUID;

/** More of a product was ordered than a line can hold. */
public final class TooManyOfOneProduct extends Rejection {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Names the product, and how many were ordered. */
    public TooManyOfOneProduct(UUID product, long quantity) {
        super(Reason.UNPROCESSABLE, "Nobody orders " + quantity + " of the product " + product + ".");
    }
}
