package com.example.order.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.order.config.ServiceTest;
import com.example.order.testing.ServiceClient;
import com.example.order.testing.ServiceClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How callers are told that an order is not cancelled any more. */
@ServiceTest
class AlreadyShippedHttpTest {

    @Test
    void cancelOrderIsRejectedByNameWhenShipped(@Autowired RestTestClient http) {
        ServiceClient service = new ServiceClient(http);
        String order = "/orders/" + service.post("/orders", "{}", headers -> {}).member("id");
        service.post(order + "/update-order-status", headers -> {});

        Answer rejected = service.post(order + "/cancel-order", headers -> {});

        assertThat(rejected.status()).isEqualTo(409);
        assertThat(rejected.member("name")).isEqualTo("AlreadyShipped");
        assertThat(service.getWhen(order, "\"2\"").member("status")).isEqualTo("SHIPPED");
    }
}
