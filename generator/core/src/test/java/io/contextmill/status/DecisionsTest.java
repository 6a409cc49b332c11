package io.contextmill.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<OrderEvent> decide(Order order, CheckOrder command) {",
                "List<OrderEvent> decide(CheckOrder command) {",
                "List<OrderEvent> decide (final Order order, final com.example.CheckOrder x) {",
                "List<OrderEvent> decide(\n    Order order, /* which */ CheckOrder command) {"
            })
    void aMethodForTheCommandIsADecision(String method) {
        assertThat(Decisions.in(file(method)).about("CheckOrder"))
                .singleElement()
                .satisfies(place -> assertThat(place).hasToString("OrderBehaviour.java:4:1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// decide(Order order, CheckOrder command)",
                "/* decide(Order order, CheckOrder command) */",
                "String s = \"decide(Order order, CheckOrder command)\";",
                "List<OrderEvent> decide(Order order, CheckOrders command) {",
                "List<OrderEvent> decide(CheckOrder command, Order order) {",
                "return decide(order, checkOrder);",
                "void decided(CheckOrder command) {",
                "decide(",
                "decide()"
            })
    void nothingElseIs(String line) {
        assertThat(Decisions.in(file(line)).about("CheckOrder")).isEmpty();
    }

    @Test
    void whatIsMadeWhereAbsentIsDecidedTwice() {
        SourceFile file =
                file(
                        """
                        List<OrderEvent> decide(CheckOrder command) { return List.of(); }
                        List<OrderEvent> decide(Order order, CheckOrder command) { return List.of(); }
                        """);

        assertThat(Decisions.in(file).about("CheckOrder"))
                .extracting(Object::toString)
                .containsExactly("OrderBehaviour.java:4:1", "OrderBehaviour.java:5:1");
    }

    private static SourceFile file(String inside) {
        return new SourceFile(
                "OrderBehaviour.java",
                "package com.example;\n\nfinal class OrderBehaviour {\n" + inside + "\n}\n");
    }
}
