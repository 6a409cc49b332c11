package io.contextmill.plan;

import static io.contextmill.emit.SampleFiles.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Severity;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.SampleFiles;
import io.contextmill.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of generated code breaks in code of people is said, and nothing else is. */
class ChangedTypesTest {
    private static final String SOURCE = "src/generated/java/com/example/order/";
    private static final String BUILT =
            "target/generated-sources/contextmill/java/com/example/order/";
    private static final String OWNED = "src/main/java/com/example/order/Mine.java";
    private static final String EVENT =
            """
            package com.example.order;

            public record Placed(OrderId order) {
                public static Placed of(Order order, Place command) {
                    return null;
                }
            }
            """;
    private static final String EVENT_WITH_MORE =
            EVENT.replace("OrderId order)", "OrderId order, String note)");
    private static final String DECIDER =
            """
            package com.example.order;

            public interface Decider {
                default int decide(Order order, Place command) {
                    return 1;
                }

                default int decide(Order order, Cancel command) {
                    return 1;
                }
            }
            """;
    private static final String DECIDER_WITH_NOW =
            DECIDER.replace("Place command", "Place command, java.time.Instant now");

    @TempDir private Path out;

    @Test
    void an_event_that_is_made_by_hand_and_gets_a_field() throws IOException {
        mine(
                "class Mine {\n    Placed a(OrderId id) {\n        return new Placed(id);\n    }\n}\n");

        assertThat(changed("Placed", EVENT, EVENT_WITH_MORE))
                .containsExactly(
                        OWNED
                                + ":5:20: `new Placed(OrderId order)` becomes `new Placed(OrderId order,"
                                + " String note)`, and this file of yours uses it; make it with"
                                + " `Placed.of`, which fills it by name");
    }

    @Test
    void what_is_filled_by_name_or_not_mentioned_does_not_break() throws IOException {
        mine(
                """
                /** new Placed(id) */
                class Mine {
                    String text = "new Placed(id)";
                    Placed a(Order order, Place command) {
                        return Placed.of(order, command);
                    }
                    OrderId b(Placed placed) {
                        return placed.order();
                    }
                }
                """);
        edit("src/main/java/com/example/order/Behaviour.java", pack("class Behaviour {}\n"));
        edit(
                "src/main/java/com/example/other/Other.java",
                "package com.example.other;\n\nclass Other { Object a = new Placed(1); }\n");
        edit(
                "src/main/java/com/example/order/Hiding.java",
                pack(
                        "import com.example.other.Placed;\nclass Hiding { Object a = new Placed(1); }\n"));

        assertThat(changed("Placed", EVENT, EVENT_WITH_MORE)).isEmpty();
    }

    @Test
    void a_constructor_as_a_value_and_a_component_that_goes() throws IOException {
        mine(
                """
                class Mine {
                    Object a = Placed::new;
                    Object b = Placed::order;
                    Object c(Placed placed) {
                        return placed.order() + this.d.order();
                    }
                    Placed d;
                }
                """);

        assertThat(changed("Placed", EVENT, EVENT.replace("OrderId order)", "OrderId id)")))
                .extracting(found -> found.substring(OWNED.length() + 1, found.indexOf(", and")))
                .containsExactly(
                        "5:24: `order()` of `Placed` goes",
                        "7:23: `order()` of `Placed` goes",
                        "7:40: `order()` of `Placed` goes");
        assertThat(changed("Placed", EVENT, EVENT_WITH_MORE))
                .singleElement()
                .asString()
                .startsWith(OWNED + ":4:16: `new Placed(OrderId order)` becomes");
    }

    @Test
    void a_decision_that_is_overridden_and_gets_a_moment() throws IOException {
        mine(
                """
                class Mine implements Decider {
                    @Override
                    public int decide(Order order, Place command) {
                        return Decider.super.decide(order, command);
                    }

                    @Override
                    public int decide(Order order, Cancel command) {
                        return Decider.super.decide(order, command) + decide(order, command);
                    }
                }
                """);

        assertThat(changed("Decider", DECIDER, DECIDER_WITH_NOW))
                .singleElement()
                .asString()
                .startsWith(
                        OWNED
                                + ":5:16: `decide(Order order, Place command)` of `Decider` becomes"
                                + " `decide(Order order, Place command, Instant now)`");
    }

    @Test
    void a_method_that_is_called_where_it_goes() throws IOException {
        mine(
                """
                class Mine implements Decider {
                    int a(Order order, Place command) {
                        return Decider.super.decide(order, command) + decide(order, command);
                    }
                    int b(Decider decider, Other other, Order order, Place command) {
                        return other.decide(order, command) + decider.decide(order, command);
                    }
                }
                """);

        assertThat(
                        changed(
                                "Decider",
                                DECIDER,
                                "package com.example.order;\ninterface Decider {}\n"))
                .extracting(found -> found.substring(OWNED.length() + 1, found.indexOf(": ")))
                .containsExactly("5:30", "5:55", "8:55");
    }

    @Test
    void what_an_interface_asks_for_from_now_on() throws IOException {
        mine(
                """
                class Mine implements Decider {
                    Object a = new Decider() {};
                    Object b = new Decider() {
                        public int price(int amount) { return 1; }
                    };
                    abstract static class Part implements Decider {}
                    interface Wider extends Decider {}
                }
                """);

        assertThat(
                        changed(
                                "Decider",
                                DECIDER,
                                DECIDER.replace("Decider {\n", "Decider {\n  int price(int a);\n")))
                .extracting(found -> found.substring(OWNED.length() + 1, found.indexOf(", and")))
                .containsExactly(
                        "3:23: `Decider` asks for `price(int a)` from now on",
                        "4:20: `Decider` asks for `price(int a)` from now on");
    }

    @Test
    void a_constant_that_goes() throws IOException {
        mine("class Mine {\n    Status a = Status.NEW;\n    Status b = Status.OLD;\n}\n");

        assertThat(
                        changed(
                                "Status",
                                "package com.example.order;\nenum Status { NEW, OLD }\n",
                                "package com.example.order;\nenum Status { NEW, LATER }\n"))
                .singleElement()
                .asString()
                .startsWith(OWNED + ":5:23: `OLD` of `Status` goes");
    }

    @Test
    void what_builds_make_is_compared_as_long_as_it_is_there() throws IOException {
        mine("class Mine {\n    Object a = new Placed(null);\n}\n");
        generate(file("domain", Ownership.BUILT, BUILT + "Placed.java", EVENT));
        GeneratedFile next =
                file("domain", Ownership.BUILT, BUILT + "Placed.java", EVENT_WITH_MORE);

        assertThat(findings(next)).hasSize(1);

        Files.delete(out.resolve(BUILT + "Placed.java"));
        assertThat(findings(next)).isEmpty();
    }

    @Test
    void a_file_that_is_no_whole_java_is_read_as_far_as_it_goes() throws IOException {
        mine("class Mine {\n    Object a = new Placed(null);\n    Object b = (;\n");

        assertThat(changed("Placed", EVENT, EVENT_WITH_MORE)).hasSize(1);
    }

    private List<String> changed(String type, String before, String after) {
        generate(SampleFiles.generated(SOURCE + type + ".java", before));
        return findings(SampleFiles.generated(SOURCE + type + ".java", after)).stream()
                .map(
                        finding ->
                                finding.span().toString().substring(out.toString().length() + 1)
                                        + ": "
                                        + finding.message()
                                        + "; "
                                        + finding.hint().orElse(""))
                .toList();
    }

    private List<Diagnostic> findings(GeneratedFile... files) {
        GenerationPlan plan = plan(files);
        assertThat(plan.isRefused()).isFalse();
        assertThat(plan.diagnostics())
                .allSatisfy(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(PlanRules.BREAKS_OWNED.id());
                            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                        });
        return plan.diagnostics();
    }

    private void generate(GeneratedFile... files) {
        new Workspace(new OutputFolder(out)).apply(plan(files));
    }

    private GenerationPlan plan(GeneratedFile... files) {
        return new Planner(new OutputFolder(out), "9.9", Scope.all(false))
                .plan(SampleFiles.of(files));
    }

    private void mine(String text) throws IOException {
        edit(OWNED, pack(text));
    }

    private static String pack(String text) {
        return "package com.example.order;\n\n" + text;
    }

    private void edit(String path, String text) throws IOException {
        Files.createDirectories(out.resolve(path).getParent());
        Files.writeString(out.resolve(path), text);
    }
}
