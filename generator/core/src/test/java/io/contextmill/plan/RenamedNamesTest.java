package io.contextmill.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.SampleFiles;
import io.contextmill.plan.RenamedNames.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamedNamesTest {
    private static final String ROOT = "src/generated/java/com/example/order/";

    private static GeneratedFile file(String name, String body) {
        return SampleFiles.generated(
                ROOT + name + ".java", "package com.example.order;\n\n" + body + "\n");
    }

    private static Pair pair(String name, String body, String newName, String newBody) {
        return new Pair(file(name, body), file(newName, newBody));
    }

    private static final Pair STATE =
            pair(
                    "Order",
                    "import a.Z;\n\n/** An order. */\nrecord Order(OrderId id) {}",
                    "Purchase",
                    "/** A purchase. */\nrecord Purchase(PurchaseId id) {}");
    private static final Pair EVENT =
            pair(
                    "OrderMade",
                    "record OrderMade(OrderId order) { String path() { return \"/orders\" + \"/made\"; } }",
                    "PurchaseMade",
                    "record PurchaseMade(PurchaseId purchase) { String path() { return \"/purchases/made\"; } }");

    private static String follow(String text, Pair... pairs) {
        return RenamedNames.of(List.of(pairs)).follow(text).orElseThrow().text();
    }

    @Test
    void typesMembersAndAddressesFollowAndNothingElse() {
        String before =
                """
                                package com.example.order;

                                import com.example.order.Order;

                                /** Of an order, see {@link Order#id()}. */
                                class Mine {\r
                                    String s = made.order() + "order" + "/orders/made" + com.example.order.Order.X;
                                    String t = "Order" + "my Order"; OrderMadeByMe Orders;
                                }
                                """;
        String after =
                """
                                package com.example.order;

                                import com.example.order.Purchase;

                                /** Of an order, see {@link Purchase#id()}. */
                                class Mine {\r
                                    String s = made.purchase() + "order" + "/purchases/made" + com.example.order.Purchase.X;
                                    String t = "Order" + "my Order"; OrderMadeByMe Orders;
                                }
                                """;
        assertThat(follow(before, STATE, EVENT)).isEqualTo(after);
    }

    @Test
    void aNameThatStaysSomewhereIsInDoubt() {
        Pair sorting =
                pair(
                        "Sorting",
                        "record Sorting(int order, Order of) {}",
                        "Sorting",
                        "record Sorting(int order, Purchase of) {}");
        RenamedNames names = RenamedNames.of(List.of(STATE, EVENT, sorting));

        RenamedNames.Followed followed =
                names.follow("class Mine { int i = made.order(); int order; Order o; }")
                        .orElseThrow();

        assertThat(followed.text())
                .isEqualTo("class Mine { int i = made.order(); int order; Purchase o; }");
        assertThat(followed.doubtful()).containsExactly("order");
        assertThat(names.follow("class Mine { int order = 1; }").orElseThrow().doubtful())
                .isEmpty();
    }

    @Test
    void filesOfAnotherShapeTeachNothing() {
        Pair more =
                pair("Rules", "class Rules { int a; }", "Rules", "class Rules { int b; int c; }");
        Pair sorted =
                pair(
                        "All",
                        "class All { Order a; Line b; }",
                        "All",
                        "class All { Line b; Purchase a; }");
        RenamedNames names = RenamedNames.of(List.of(STATE, more, sorted));

        assertThat(names.now("a")).isEmpty();
        assertThat(names.now("Line")).isEmpty();
        assertThat(names.now("Order")).contains("Purchase");
        assertThat(names.now("OrderId")).contains("PurchaseId");
    }

    @Test
    void whatIsDoneStaysDone() {
        String once = follow("class Mine { Order o; OrderMade m = m.order(); }", STATE, EVENT);
        assertThat(follow(once, STATE, EVENT)).isEqualTo(once);
        Pair chain = pair("Purchase", "class Purchase {}", "Sale", "class Sale {}");
        assertThat(RenamedNames.of(List.of(STATE, chain)).now("Purchase")).isEmpty();
    }

    @Test
    void onlyWhatUsesThePackagesIsAboutThem() {
        RenamedNames names = RenamedNames.of(List.of(STATE));
        assertThat(names.isAbout("package com.example.order;\nclass A {}")).isTrue();
        assertThat(names.isAbout("package x;\nimport com.example.order.Order;")).isTrue();
        assertThat(names.isAbout("package com.example;\nimport com.example.orders.Order;"))
                .isFalse();
    }
}
