package io.contextmill.workspace;

import static io.contextmill.emit.SampleFiles.generated;
import static io.contextmill.emit.SampleFiles.scaffolded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.SampleFiles;
import io.contextmill.model.RenameRules;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.FileAction.Kind;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.PlanRules;
import io.contextmill.plan.Planner;
import io.contextmill.plan.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people wrote in Java follows a rename, whatever comes between. */
class RenamedFilesTest {
    private static final String MAIN = "src/main/java/com/example/order/";
    private static final String TEST = "src/test/java/com/example/order/";
    private static final String OLD = MAIN + "OrderBehaviour.java";
    private static final String NEW = MAIN + "PurchaseBehaviour.java";
    private static final String OLD_TEST = TEST + "OrderBehaviourTest.java";
    private static final String NEW_TEST = TEST + "PurchaseBehaviourTest.java";
    private static final String EDITED =
            """
            package com.example.order;

            /** Of orders. */
            class OrderBehaviour implements OrderDecider {
                int weight(Order order) { return order.weight() * 2; }
            }
            """;

    @TempDir private Path out;

    /** The files of a context with one aggregate. */
    private static Stream<GeneratedFile> files(String name) {
        String variable = name.toLowerCase(java.util.Locale.ROOT);
        String begin = "package com.example.order;\n\n";
        return Stream.of(
                generated(
                        "src/generated/java/com/example/order/" + name + ".java",
                        begin + "/** A thing. */\nrecord " + name + "(int weight) {}\n"),
                generated(
                        "src/generated/java/com/example/order/" + name + "Decider.java",
                        begin
                                + "interface %1$sDecider { default int weight(%1$s %2$s) { return %2$s.weight(); } }\n"
                                        .formatted(name, variable)),
                scaffolded(
                        MAIN + name + "Behaviour.java",
                        begin + "class %1$sBehaviour implements %1$sDecider {}\n".formatted(name)),
                scaffolded(
                        TEST + name + "BehaviourTest.java",
                        begin + "class %1$sBehaviourTest {}\n".formatted(name)));
    }

    private GenerationPlan plan(Scope scope, String name, String former) {
        PartFiles part =
                new PartFiles(
                        Optional.of(SampleFiles.context("Order")),
                        files(name),
                        name.equals(former)
                                ? Optional.empty()
                                : Optional.of(new PartFiles.Former("", files(former))));
        return new Planner(new OutputFolder(out), "9.9", scope).plan(List.of(part));
    }

    private GenerationPlan renamed() {
        return plan(Scope.all(false), "Purchase", "Order");
    }

    private void generated_as_orders() {
        apply(plan(Scope.all(false), "Order", "Order"));
    }

    private void apply(GenerationPlan plan) {
        assertThat(plan.diagnostics()).noneMatch(Diagnostic::isError);
        assertThat(new Workspace(new OutputFolder(out)).apply(plan).diagnostics()).isEmpty();
    }

    private String read(String path) throws IOException {
        return Files.readString(out.resolve(path));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(out.resolve(path).getParent());
        Files.writeString(out.resolve(path), text);
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = out.relativize(file).toString().replace('\\', '/');
                if (!path.equals(".contextmill/lock")) {
                    tree.put(path, Files.readString(file));
                }
            }
        }
        return tree;
    }

    /** A file of a person's that makes what was renamed, which takes one value more as well. */
    @Test
    void a_file_that_follows_is_named_where_what_it_uses_is_another_as_well() throws IOException {
        generated_as_orders();
        String mine = MAIN + "Mine.java";
        write(
                mine,
                "package com.example.order;\n\nclass Mine { Object o(Order order) { return new Order(2); } }\n");

        Stream<GeneratedFile> more =
                files("Purchase")
                        .map(
                                file ->
                                        file.path().value().endsWith("/Purchase.java")
                                                ? generated(
                                                        file.path().value(),
                                                        file.text()
                                                                .replace(
                                                                        "int weight",
                                                                        "int weight, int size"))
                                                : file);
        GenerationPlan plan =
                new Planner(new OutputFolder(out), "9.9", Scope.all(false))
                        .plan(
                                List.of(
                                        new PartFiles(
                                                Optional.of(SampleFiles.context("Order")),
                                                more,
                                                Optional.of(
                                                        new PartFiles.Former(
                                                                "", files("Order"))))));

        assertThat(plan.diagnostics())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(PlanRules.BREAKS_OWNED.id());
                            assertThat(finding.span().file().name()).endsWith(mine);
                            assertThat(finding.message()).contains("new Purchase(int weight)");
                        });
        apply(renamed());
        assertThat(read(mine)).contains("o(Purchase purchase) { return new Purchase(2); }");
    }

    @Test
    void an_edited_file_moves_with_its_edits_and_its_test_with_it() throws IOException {
        generated_as_orders();
        write(OLD, EDITED);

        GenerationPlan plan = renamed();
        assertThat(plan.diagnostics()).isEmpty();
        assertThat(plan.count(Kind.RENAMED)).isEqualTo(2);
        apply(plan);

        assertThat(read(NEW))
                .isEqualTo(
                        """
                        package com.example.order;

                        /** Of orders. */
                        class PurchaseBehaviour implements PurchaseDecider {
                            int weight(Purchase purchase) { return purchase.weight() * 2; }
                        }
                        """);
        assertThat(read(NEW_TEST)).contains("class PurchaseBehaviourTest {}");
        assertThat(out.resolve(OLD)).doesNotExist();
        assertThat(out.resolve(OLD_TEST)).doesNotExist();
        assertThat(renamed().changesAnything()).isFalse();
        assertThat(read(".contextmill/order.manifest")).contains(NEW).doesNotContain(OLD);
    }

    @Test
    void another_file_of_theirs_follows_where_it_is_and_says_so() throws IOException {
        generated_as_orders();
        String mine = TEST + "sub/MineTest.java";
        write(
                mine,
                "package x;\r\n\r\nimport com.example.order.Order;\r\n// Ähnlich\r\nclass MineTest { Order it; }");
        write(MAIN + "Else.java", "package else_;\nclass Else { Order notOurs; }\n");

        GenerationPlan plan = renamed();
        assertThat(plan.actions())
                .filteredOn(FileAction.Followed.class::isInstance)
                .extracting(action -> action.path().value())
                .containsExactly(mine);
        assertThat(plan.diagnostics()).isEmpty();
        apply(plan);

        assertThat(read(mine))
                .isEqualTo(
                        "package x;\r\n\r\nimport com.example.order.Purchase;\r\n// Ähnlich\r\nclass MineTest { Purchase it; }");
        assertThat(read(MAIN + "Else.java")).contains("Order notOurs");
        assertThat(renamed().changesAnything()).isFalse();
    }

    @Test
    void what_its_owner_deleted_stays_deleted() throws IOException {
        generated_as_orders();
        Files.delete(out.resolve(OLD_TEST));

        apply(renamed());

        assertThat(out.resolve(OLD_TEST)).doesNotExist();
        assertThat(out.resolve(NEW_TEST)).doesNotExist();
        assertThat(renamed().changesAnything()).isFalse();
    }

    @Test
    void a_file_that_is_there_already_is_kept_and_so_is_the_former_one() throws IOException {
        generated_as_orders();
        write(OLD, EDITED);
        write(NEW, "// Mine already.\n");

        GenerationPlan plan = renamed();
        assertThat(plan.diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly(PlanRules.LEFT_BEHIND.id(), RenameRules.NOT_FOLLOWED.id());
        apply(plan);

        assertThat(read(NEW)).isEqualTo("// Mine already.\n");
        assertThat(read(OLD)).isEqualTo(EDITED);
    }

    @Test
    void what_is_no_java_is_left_and_named() throws IOException {
        generated_as_orders();
        write(OLD, "class OrderBehaviour { String s = \"open; }\n");
        byte[] latin =
                "package com.example.order; // \u00e4\nclass L { Order o; }"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(out.resolve(MAIN + "L.java"), latin);

        GenerationPlan plan = renamed();
        assertThat(plan.diagnostics())
                .filteredOn(finding -> finding.rule().equals(RenameRules.NOT_FOLLOWED.id()))
                .extracting(finding -> finding.span().file().name())
                .containsExactlyInAnyOrder(
                        new OutputFolder(out)
                                .place(new io.contextmill.emit.RelativePath(OLD))
                                .file()
                                .name(),
                        new OutputFolder(out)
                                .place(new io.contextmill.emit.RelativePath(MAIN + "L.java"))
                                .file()
                                .name());
        apply(plan);

        assertThat(read(OLD)).contains("\"open;");
        assertThat(read(NEW)).contains("class PurchaseBehaviour implements PurchaseDecider {}");
        assertThat(Files.readAllBytes(out.resolve(MAIN + "L.java"))).isEqualTo(latin);
    }

    @Test
    void a_build_follows_too() throws IOException {
        generated_as_orders();
        write(OLD, EDITED);

        apply(plan(Scope.build(""), "Purchase", "Order"));

        assertThat(read(NEW)).contains("return purchase.weight() * 2;");
        assertThat(out.resolve(OLD)).doesNotExist();
    }

    @Test
    void a_former_name_that_nothing_was_generated_for_is_of_no_effect() throws IOException {
        apply(renamed());
        Map<String, String> first = tree();
        write(MAIN + "Order.java", "package com.example.order;\nclass Order {}\n");

        assertThat(renamed().changesAnything()).isFalse();
        assertThat(first).containsKey(NEW);
    }

    /** Stops after each file, as a kill does, and goes on with the next run. */
    @Test
    void a_run_that_is_killed_anywhere_loses_nothing_and_the_next_one_goes_on() throws IOException {
        generated_as_orders();
        write(OLD, EDITED);
        write(OLD_TEST, "package com.example.order;\nclass OrderBehaviourTest { Order mine; }\n");
        write(MAIN + "Mine.java", "package com.example.order;\nclass Mine { Order mine; }\n");
        Map<String, String> before = tree();
        apply(renamed());
        Map<String, String> after = tree();
        int steps = renamed().actions().size() + 4;

        int killed = 0;
        for (int step = 1; step <= steps; step++) {
            restore(before);
            killed += applyUntil(step) ? 1 : 0;
            assertThat(tree().values())
                    .as("after step %d", step)
                    .anyMatch(text -> text.contains(".weight() * 2"))
                    .anyMatch(text -> text.contains("class Mine {"))
                    .anyMatch(text -> text.contains("BehaviourTest { "));

            GenerationPlan next = renamed();
            assertThat(next.diagnostics()).as("after step %d", step).isEmpty();
            apply(next);
            assertThat(tree()).as("after step %d", step).isEqualTo(after);
        }
        assertThat(killed).isGreaterThan(5);
    }

    /** Even a run for another spec than the killed one's deletes no work of a person. */
    @Test
    void a_run_that_is_killed_and_taken_back_loses_nothing() throws IOException {
        generated_as_orders();
        write(OLD, EDITED);
        write(MAIN + "Mine.java", "package com.example.order;\nclass Mine { Order mine; }\n");
        Map<String, String> before = tree();
        for (int step = 1; step <= 10; step++) {
            restore(before);
            applyUntil(step);
            GenerationPlan back = plan(Scope.all(false), "Order", "Order");
            if (!back.isRefused()) {
                apply(back);
            }
            assertThat(tree().values())
                    .as("after step %d", step)
                    .anyMatch(text -> text.contains(".weight() * 2"))
                    .anyMatch(text -> text.contains("class Mine {"));
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Whether the run was killed before its end. */
    private boolean applyUntil(int step) {
        int[] left = {step};
        Workspace workspace = new Workspace(new OutputFolder(out));
        GenerationPlan plan = renamed();
        if (plan.actions().stream()
                        .filter(
                                action ->
                                        action instanceof FileAction.Write
                                                || action instanceof FileAction.Delete)
                        .count()
                < step) {
            workspace.apply(plan);
            return false;
        }
        assertThatThrownBy(
                        () ->
                                workspace.apply(
                                        plan,
                                        path -> {
                                            left[0]--;
                                            if (left[0] == 0) {
                                                throw new Killed();
                                            }
                                        }))
                .isInstanceOf(Killed.class);
        return true;
    }

    private void restore(Map<String, String> tree) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> file : tree.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }
}
