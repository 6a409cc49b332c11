package io.contextmill.status;

import static io.contextmill.emit.SampleFiles.appendOnce;
import static io.contextmill.emit.SampleFiles.file;
import static io.contextmill.emit.SampleFiles.generated;
import static io.contextmill.emit.SampleFiles.scaffolded;
import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.SampleFiles;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.Planner;
import io.contextmill.plan.Scope;
import io.contextmill.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a file can stand otherwise than it was written is said, and no other. */
class FileStatusesTest {
    private static final String ROOT = "src/main/java/com/example/order/";
    private static final String DECIDER = "src/generated/java/com/example/order/OrderDecider.java";
    private static final String BUILT =
            "target/generated-sources/contextmill/java/com/example/order/OrderDecider.java";
    private static final String REFUND = "src/generated/java/com/example/order/Refund.java";
    private static final String BEHAVIOUR = ROOT + "OrderBehaviour.java";
    private static final String BEHAVIOUR_TEXT =
            "package com.example.order;\n\nclass OrderBehaviour implements OrderDecider {}\n";
    private static final String POM = "pom.xml";
    private static final String POM_TEXT = "<project>\n  <a/>\n  <b/>\n  <c/>\n</project>\n";
    private static final String MIGRATION = "db/migration/order/V1__order.sql";
    private static final List<GeneratedFile> FILES =
            List.of(
                    generated(DECIDER, "interface OrderDecider {}\n"),
                    scaffolded(BEHAVIOUR, BEHAVIOUR_TEXT),
                    scaffolded(POM, POM_TEXT),
                    appendOnce(MIGRATION, "create table 1;\n"));

    @TempDir private Path out;

    @BeforeEach
    void everything_is_generated() {
        generate(FILES);
    }

    @Test
    void nothing_is_said_of_what_is_as_it_was_written() throws IOException {
        assertThat(statuses(FILES)).isEmpty();
    }

    @Test
    void what_a_person_changed_is_edited() throws IOException {
        edit(BEHAVIOUR, BEHAVIOUR_TEXT + "// mine\n");
        edit(POM, POM_TEXT.replace("<a/>", "<mine/>"));
        edit(MIGRATION, "create table mine;\n");
        edit(DECIDER, "interface OrderDecider { int MINE = 1; }\n");

        assertThat(statuses(FILES))
                .containsExactlyInAnyOrder(
                        "edited " + BEHAVIOUR + ": changed since it was written",
                        "edited " + POM + ": changed since it was written",
                        "edited " + MIGRATION + ": changed since it was written",
                        "edited "
                                + DECIDER
                                + ": generated, and changed since; `generate` stops before it");
    }

    @Test
    void a_file_of_a_person_where_a_generated_one_belongs_is_edited() throws IOException {
        edit(REFUND, "mine\n");

        assertThat(statuses(with(generated(REFUND, "record Refund() {}\n"))))
                .containsExactly(
                        "edited "
                                + REFUND
                                + ": in the way of a generated file, and not written by the generator");
    }

    @Test
    void what_the_generator_would_write_otherwise_is_drifted() throws IOException {
        List<GeneratedFile> next =
                List.of(
                        generated(DECIDER, "interface OrderDecider { int NEW = 1; }\n"),
                        generated(REFUND, "record Refund() {}\n"),
                        scaffolded(BEHAVIOUR, BEHAVIOUR_TEXT + "// new\n"),
                        scaffolded(POM, POM_TEXT.replace("<c/>", "<d/>")),
                        appendOnce(MIGRATION, "create table 2;\n"));

        assertThat(statuses(next))
                .containsExactlyInAnyOrder(
                        "drifted " + DECIDER + ": the spec gives something else now",
                        "drifted " + REFUND + ": not generated yet",
                        "drifted "
                                + BEHAVIOUR
                                + ": the generator would write something else now; yours stays",
                        "drifted " + POM + ": the spec gives something else now",
                        "drifted "
                                + MIGRATION
                                + ": written for an earlier state of the spec, and never changed");
    }

    @Test
    void what_is_looked_at_again_after_it_was_generated_is_drifted_still() throws IOException {
        List<GeneratedFile> next = with(scaffolded(BEHAVIOUR, BEHAVIOUR_TEXT + "// new\n"));
        generate(next);

        assertThat(statuses(next)).singleElement().asString().startsWith("drifted " + BEHAVIOUR);
    }

    @Test
    void an_edited_file_into_which_something_is_merged_is_both() throws IOException {
        edit(POM, POM_TEXT.replace("<a/>", "<mine/>"));

        assertThat(statuses(with(scaffolded(POM, POM_TEXT.replace("<c/>", "<d/>")))))
                .containsExactly(
                        "edited " + POM + ": changed since it was written",
                        "drifted " + POM + ": `generate` merges into it what is new");
        assertThat(statuses(with(scaffolded(POM, POM_TEXT.replace("<a/>", "<d/>")))))
                .contains(
                        "drifted "
                                + POM
                                + ": `generate` merges into it what is new, and marks conflicts");
    }

    @Test
    void a_generated_file_that_is_missing_is_drifted_and_an_owned_one_deleted() throws IOException {
        Files.delete(out.resolve(DECIDER));
        Files.delete(out.resolve(BEHAVIOUR));
        Files.delete(out.resolve(POM));

        assertThat(statuses(FILES))
                .containsExactly(
                        "drifted " + DECIDER + ": generated, and missing",
                        "deleted " + POM + ": deleted by its owner; it is not made again",
                        "deleted " + BEHAVIOUR + ": deleted by its owner; it is not made again");
    }

    @Test
    void what_is_asked_for_no_more_is_orphaned_where_it_is_a_persons() throws IOException {
        edit(BEHAVIOUR, BEHAVIOUR_TEXT + "// mine\n");

        assertThat(statuses(List.of(FILES.get(2), FILES.get(3))))
                .containsExactly(
                        "drifted " + DECIDER + ": asked for no more; `generate` deletes it",
                        "orphaned " + BEHAVIOUR + ": asked for no more, and yours");
    }

    @Test
    void what_was_left_behind_is_orphaned_after_the_generator_forgot_it() throws IOException {
        edit(BEHAVIOUR, BEHAVIOUR_TEXT + "// mine\n");
        edit(
                "src/main/java/com/example/report/Report.java",
                "package com.example.report;\n\nimport com.example.order.Refund;\n\nclass Report {}\n");
        List<GeneratedFile> next =
                List.of(
                        generated("src/generated/java/com/example/order/OrderId.java", "id\n"),
                        FILES.get(2),
                        FILES.get(3));
        GenerationPlan plan = plan(next);
        new Workspace(new OutputFolder(out)).apply(plan);

        assertThat(statuses(next))
                .containsExactly(
                        "orphaned "
                                + BEHAVIOUR
                                + ":3:33: no `OrderDecider` is generated, and this file of yours needs it",
                        "orphaned src/main/java/com/example/report/Report.java:3:8: no"
                                + " `com.example.order.Refund` is generated, and this file of yours needs it");
    }

    @Test
    void what_people_have_themselves_or_java_has_is_not_missed() throws IOException {
        edit(
                ROOT + "Mine.java",
                """
                package com.example.order;

                import com.example.order.OrderDecider;
                import com.example.order.Theirs.Inner;
                import static com.example.order.Theirs.Inner.CONSTANT;
                import com.example.order.helpers.Other;
                import java.util.function.Supplier;

                class Mine<T extends Comparable<T>> extends Theirs
                        implements Supplier<T>, Runnable, Theirs.Inner {}
                """);
        edit(ROOT + "Theirs.java", "package com.example.order;\n\nclass Theirs {}\n");

        assertThat(statuses(FILES)).isEmpty();
    }

    @Test
    void what_builds_make_is_theirs_to_mend() throws IOException {
        List<GeneratedFile> built =
                List.of(
                        file("domain", Ownership.BUILT, BUILT, "a\n"),
                        FILES.get(1),
                        FILES.get(2),
                        FILES.get(3));
        generate(built);
        edit(BUILT, "b\n");

        assertThat(statuses(built)).isEmpty();
    }

    private static List<GeneratedFile> with(GeneratedFile one) {
        Map<String, GeneratedFile> files =
                FILES.stream().collect(Collectors.toMap(file -> file.path().value(), f -> f));
        return Stream.concat(
                        files.values().stream().filter(file -> !file.path().equals(one.path())),
                        Stream.of(one))
                .toList();
    }

    private List<String> statuses(List<GeneratedFile> files) throws IOException {
        return FileStatuses.of(new OutputFolder(out), plan(files)).stream()
                .map(
                        file ->
                                file.standing().word()
                                        + " "
                                        + file.path()
                                        + file.place()
                                                .map(
                                                        place ->
                                                                ":"
                                                                        + place.start().line()
                                                                        + ":"
                                                                        + place.start().column())
                                                .orElse("")
                                        + ": "
                                        + file.reason())
                .toList();
    }

    private GenerationPlan plan(List<GeneratedFile> files) {
        return new Planner(new OutputFolder(out), "9.9", Scope.all(false))
                .plan(SampleFiles.of(files.toArray(GeneratedFile[]::new)));
    }

    private void generate(List<GeneratedFile> files) {
        new Workspace(new OutputFolder(out)).apply(plan(files));
    }

    private void edit(String path, String text) throws IOException {
        Files.createDirectories(out.resolve(path).getParent());
        Files.writeString(out.resolve(path), text);
    }
}
