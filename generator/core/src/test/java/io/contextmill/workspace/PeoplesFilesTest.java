package io.contextmill.workspace;

import static io.contextmill.emit.SampleFiles.appendOnce;
import static io.contextmill.emit.SampleFiles.generated;
import static io.contextmill.emit.SampleFiles.scaffolded;
import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.SampleFiles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people made of files that the generator began stays, and what is new comes into it. */
class PeoplesFilesTest {
    private static final String POM = "pom.xml";
    private static final String ORIGINAL = ".contextmill/original/pom.xml";
    private static final String FIRST = "<project>\n  <a/>\n  <b/>\n  <c/>\n  <d/>\n</project>\n";
    private static final String BEHAVIOUR = "src/main/java/com/example/order/PaymentBehaviour.java";
    private static final String DECIDER =
            "src/generated/java/com/example/order/PaymentDecider.java";

    @TempDir private Path out;

    @Test
    void an_untouched_file_becomes_what_the_spec_wants_now() throws IOException {
        generate(scaffolded(POM, FIRST));

        GenerationPlan plan = plan(scaffolded(POM, FIRST.replace("<c/>", "<c2/>")));

        assertThat(plan.diagnostics()).isEmpty();
        assertThat(plan.count(Kind.CHANGED)).isEqualTo(1);
        apply(plan);
        assertThat(read(POM)).isEqualTo(FIRST.replace("<c/>", "<c2/>"));
    }

    @Test
    void what_is_new_comes_into_an_edited_file() throws IOException {
        generate(scaffolded(POM, FIRST));
        edit(POM, FIRST.replace("<a/>", "<mine/>"));

        GenerationPlan plan = plan(scaffolded(POM, FIRST.replace("<d/>", "<d/>\n  <e/>")));

        assertThat(plan.diagnostics()).isEmpty();
        assertThat(plan.count(Kind.MERGED)).isEqualTo(1);
        apply(plan);
        assertThat(read(POM))
                .isEqualTo("<project>\n  <mine/>\n  <b/>\n  <c/>\n  <d/>\n  <e/>\n</project>\n");
        assertThat(plan(scaffolded(POM, FIRST.replace("<d/>", "<d/>\n  <e/>"))).changesAnything())
                .isFalse();
    }

    @Test
    void what_both_changed_is_marked_and_nothing_goes_on_before_it_is_decided() throws IOException {
        generate(scaffolded(POM, FIRST));
        edit(POM, FIRST.replace("<b/>", "<mine/>"));
        GeneratedFile second = scaffolded(POM, FIRST.replace("<b/>", "<new/>"));

        GenerationPlan plan = plan(second);
        assertThat(rules(plan)).containsExactly(PlanRules.MERGE_CONFLICT.id());
        assertThat(plan.count(Kind.CONFLICT)).isEqualTo(1);
        apply(plan);

        assertThat(read(POM))
                .isEqualTo(
                        """
                        <project>
                          <a/>
                        <<<<<<< yours
                          <mine/>
                        =======
                          <new/>
                        >>>>>>> generated
                          <c/>
                          <d/>
                        </project>
                        """);
        GenerationPlan refused = plan(second);
        assertThat(rules(refused)).containsExactly(PlanRules.UNRESOLVED.id());
        assertThat(refused.isRefused()).isTrue();

        edit(POM, FIRST.replace("<b/>", "<mine/>"));
        assertThat(plan(second).diagnostics()).isEmpty();
        assertThat(plan(second).changesAnything()).isFalse();
    }

    @Test
    void line_ends_stay_those_of_the_file() throws IOException {
        generate(scaffolded(POM, FIRST));
        edit(POM, FIRST.replace("<a/>", "<mine/>").replace("\n", "\r\n"));

        apply(plan(scaffolded(POM, FIRST.replace("<d/>", "<d2/>"))));

        assertThat(read(POM))
                .isEqualTo(
                        FIRST.replace("<a/>", "<mine/>")
                                .replace("<d/>", "<d2/>")
                                .replace("\n", "\r\n"));
    }

    @Test
    void a_file_that_its_owner_deleted_stays_deleted() throws IOException {
        generate(scaffolded(POM, FIRST), generated("a", "a\n"));
        Files.delete(out.resolve(POM));

        generate(scaffolded(POM, FIRST.replace("<b/>", "<new/>")), generated("a", "a\n"));

        assertThat(out.resolve(POM)).doesNotExist();
    }

    @Test
    void an_edited_file_of_which_nothing_is_remembered_stays_and_is_named() throws IOException {
        generate(scaffolded(POM, FIRST));
        edit(POM, FIRST.replace("<a/>", "<mine/>"));
        Files.delete(out.resolve(ORIGINAL));

        // The same as last time: there is nothing to bring in, and now it is remembered again.
        generate(scaffolded(POM, FIRST));
        assertThat(read(ORIGINAL)).isEqualTo(FIRST);

        Files.delete(out.resolve(ORIGINAL));
        GenerationPlan plan = plan(scaffolded(POM, FIRST.replace("<d/>", "<new/>")));
        assertThat(rules(plan)).containsExactly(PlanRules.NOT_MERGED.id());
        apply(plan);
        assertThat(read(POM)).isEqualTo(FIRST.replace("<a/>", "<mine/>"));
    }

    @Test
    void bytes_that_are_no_text_stay_as_they_are() throws IOException {
        generate(scaffolded(POM, FIRST));
        byte[] bytes =
                FIRST.replace("<a/>", "<!-- \u00e9 -->").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(out.resolve(POM), bytes);

        GenerationPlan plan = plan(scaffolded(POM, FIRST.replace("<d/>", "<new/>")));
        assertThat(rules(plan)).containsExactly(PlanRules.NOT_MERGED.id());
        apply(plan);

        assertThat(Files.readAllBytes(out.resolve(POM))).isEqualTo(bytes);
    }

    @Test
    void a_file_that_was_there_before_the_generator_is_not_overwritten() throws IOException {
        edit(POM, "<mine/>\n");

        generate(scaffolded(POM, FIRST));

        assertThat(read(POM)).isEqualTo("<mine/>\n");
    }

    @Test
    void what_is_asked_for_no_more_goes_if_nobody_edited_it() throws IOException {
        generate(scaffolded(POM, FIRST), scaffolded(BEHAVIOUR, "b\n"), generated("a", "a\n"));

        generate(generated("a", "a\n"));

        assertThat(out.resolve("src")).doesNotExist();
        assertThat(out.resolve(POM)).doesNotExist();
        assertThat(out.resolve(ORIGINAL)).doesNotExist();
    }

    @Test
    void what_is_asked_for_no_more_stays_if_somebody_edited_it_and_is_named_once()
            throws IOException {
        generate(scaffolded(BEHAVIOUR, "b\n"), generated("a", "a\n"));
        edit(BEHAVIOUR, "b, edited\n");

        GenerationPlan plan = plan(generated("a", "a\n"));
        assertThat(rules(plan)).containsExactly(PlanRules.LEFT_BEHIND.id());
        apply(plan);

        assertThat(read(BEHAVIOUR)).isEqualTo("b, edited\n");
        assertThat(plan(generated("a", "a\n")).diagnostics()).isEmpty();
    }

    @Test
    void what_names_a_type_that_goes_is_found_where_it_does() throws IOException {
        generate(generated(DECIDER, "d\n"), generated("a", "a\n"));
        String report = "src/main/java/com/example/report/Report.java";
        edit(
                report,
                "package com.example.report;\n\nimport com.example.order.PaymentDecider;\n\nclass Report {}\n");
        edit(
                "src/main/java/com/example/other/PaymentDecider.java",
                "package com.example.other;\n\nclass PaymentDecider {}\n");

        GenerationPlan plan = plan(generated("a", "a\n"));

        assertThat(plan.diagnostics())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(PlanRules.REFERS_TO_REMOVED.id());
                            assertThat(finding.span().toString()).endsWith(report + ":3:26");
                        });
    }

    @Test
    void a_type_that_moves_to_another_folder_does_not_go() throws IOException {
        generate(generated(DECIDER, "d\n"), generated("a", "a\n"));
        edit(
                "src/main/java/com/example/order/Report.java",
                "package com.example.order;\n\nclass Report { PaymentDecider decider; }\n");

        GenerationPlan plan =
                plan(
                        generated("a", "a\n"),
                        generated(DECIDER.replace("src/", "module/src/"), "d\n"));

        assertThat(plan.count(Kind.DELETED)).isEqualTo(1);
        assertThat(plan.diagnostics()).isEmpty();
    }

    @Test
    void a_context_that_is_taken_out_of_the_workspace_leaves_only_what_people_wrote()
            throws IOException {
        apply(workspace("Order", "Payment"));
        edit("Payment/config.yaml", "mine\n");

        GenerationPlan plan = workspace("Order");
        assertThat(rules(plan))
                .containsExactly(PlanRules.LEFT_BEHIND.id(), PlanRules.LEFT_BEHIND.id());
        apply(plan);

        assertThat(tree())
                .containsExactly(
                        ".contextmill/.gitignore",
                        ".contextmill/_workspace.manifest",
                        ".contextmill/lock",
                        ".contextmill/order.manifest",
                        ".contextmill/original/Order/config.yaml",
                        "Order/V1.sql",
                        "Order/a",
                        "Order/config.yaml",
                        "Payment/V1.sql",
                        "Payment/config.yaml");
        assertThat(workspace("Order").changesAnything()).isFalse();
    }

    private GenerationPlan workspace(String... contexts) {
        List<PartFiles> parts = new ArrayList<>();
        parts.add(new PartFiles(Optional.empty(), Stream.of()));
        for (String context : contexts) {
            parts.add(
                    new PartFiles(
                            Optional.of(SampleFiles.context(context)),
                            Stream.of(
                                    generated(context + "/a", "a\n"),
                                    scaffolded(context + "/config.yaml", "c\n"),
                                    appendOnce(context + "/V1.sql", "v\n"))));
        }
        return new Planner(new OutputFolder(out), "9.9", Scope.all(false)).plan(parts);
    }

    private GenerationPlan plan(GeneratedFile... files) {
        return new Planner(new OutputFolder(out), "9.9", Scope.all(false))
                .plan(SampleFiles.of(files));
    }

    private void generate(GeneratedFile... files) {
        GenerationPlan plan = plan(files);
        assertThat(plan.diagnostics()).isEmpty();
        apply(plan);
    }

    private void apply(GenerationPlan plan) {
        assertThat(new Workspace(new OutputFolder(out)).apply(plan).diagnostics()).isEmpty();
    }

    private static List<RuleId> rules(GenerationPlan plan) {
        return plan.diagnostics().stream().map(Diagnostic::rule).toList();
    }

    private String read(String path) throws IOException {
        return Files.readString(out.resolve(path));
    }

    private void edit(String path, String text) throws IOException {
        Files.createDirectories(out.resolve(path).getParent());
        Files.writeString(out.resolve(path), text);
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
