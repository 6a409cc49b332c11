package io.contextmill.workspace;

import static io.contextmill.emit.SampleFiles.file;
import static io.contextmill.emit.SampleFiles.generated;
import static io.contextmill.emit.SampleFiles.scaffolded;
import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.SampleFiles;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.PlanRules;
import io.contextmill.plan.Planner;
import io.contextmill.plan.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds make is theirs alone, each module's its own. */
class BuiltFilesTest {
    private static final String ORDER =
            "order/target/generated-sources/contextmill/java/Order.java";
    private static final String ORDER_TEST =
            "order/target/generated-test-sources/contextmill/java/OrderTest.java";
    private static final String CONTRACT =
            "contracts/target/generated-sources/contextmill/java/OrderPlaced.java";
    private static final String BEHAVIOUR = "order/src/main/java/OrderBehaviour.java";

    @TempDir private Path out;

    @Test
    void nothing_of_it_is_remembered_in_what_is_committed() throws IOException {
        generate(Scope.all(false), all("1"));

        assertThat(out.resolve(ORDER)).hasContent("order 1\n");
        assertThat(text(".contextmill/order.manifest"))
                .contains(BEHAVIOUR)
                .doesNotContain("target/");
        assertThat(text(".contextmill/.gitignore")).contains("/*.built\n");
    }

    @Test
    void an_edit_is_replaced_and_what_nobody_wants_goes() throws IOException {
        generate(Scope.all(false), all("1"));
        Files.writeString(out.resolve(ORDER), "edited\n");
        Path stale = out.resolve(ORDER).resolveSibling("deeper/Stale.java");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "stale\n");
        Path classes = out.resolve("order/target/classes/Order.class");
        Files.createDirectories(classes.getParent());
        Files.writeString(classes, "class\n");

        generate(Scope.all(false), all("1"));

        assertThat(out.resolve(ORDER)).hasContent("order 1\n");
        assertThat(stale.getParent()).doesNotExist();
        assertThat(classes).exists();
    }

    @Test
    void a_second_run_has_nothing_to_do_and_after_a_clean_it_is_all_made_again()
            throws IOException {
        generate(Scope.all(false), all("1"));
        assertThat(plan(Scope.all(false), all("1")).changesAnything()).isFalse();

        Files.delete(out.resolve(ORDER));
        generate(Scope.all(false), all("1"));

        assertThat(out.resolve(ORDER)).hasContent("order 1\n");
    }

    @Test
    void the_build_of_a_module_leaves_those_of_others_alone() throws IOException {
        generate(Scope.all(false), all("1"));
        Files.delete(out.resolve(CONTRACT));
        Path stale = out.resolve(CONTRACT).resolveSibling("Stale.java");
        Files.writeString(stale, "stale\n");

        generate(Scope.build("order/"), all("2"));

        assertThat(out.resolve(ORDER)).hasContent("order 2\n");
        assertThat(out.resolve(ORDER_TEST)).hasContent("test 2\n");
        assertThat(out.resolve(CONTRACT)).doesNotExist();
        assertThat(stale).exists();

        generate(Scope.build("contracts/"), all("2"));

        assertThat(out.resolve(CONTRACT)).hasContent("contract 2\n");
        assertThat(stale).doesNotExist();
        assertThat(plan(Scope.all(false), all("2")).changesAnything()).isFalse();
    }

    @Test
    void it_moves_into_the_project_when_builds_shall_not_make_it_any_more() throws IOException {
        generate(Scope.all(false), all("1"));

        generate(
                Scope.all(false),
                generated("order/src/generated/java/Order.java", "order 1\n"),
                scaffolded(BEHAVIOUR, "behaviour 1\n"));

        assertThat(out.resolve("order/src/generated/java/Order.java")).exists();
        assertThat(out.resolve("order/target")).doesNotExist();
        assertThat(out.resolve("contracts")).doesNotExist();
    }

    @Test
    void a_build_changes_nothing_of_people_and_says_what_is_due() throws IOException {
        generate(Scope.all(false), scaffolded("pom.xml", "pom 1\n"), scaffolded("old.yaml", "1\n"));

        GenerationPlan build =
                plan(
                        Scope.build(""),
                        scaffolded("pom.xml", "pom 2\n"),
                        scaffolded("new.yaml", "1\n"));
        new Workspace(new OutputFolder(out)).apply(build);

        assertThat(build.diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly(PlanRules.MERGE_DUE.id());
        assertThat(out.resolve("pom.xml")).hasContent("pom 1\n");
        assertThat(out.resolve("old.yaml")).exists();
        assertThat(out.resolve("new.yaml")).exists();

        generate(Scope.all(false), scaffolded("pom.xml", "pom 2\n"), scaffolded("new.yaml", "1\n"));

        assertThat(out.resolve("pom.xml")).hasContent("pom 2\n");
        assertThat(out.resolve("old.yaml")).doesNotExist();
    }

    @Test
    void what_is_new_gets_around_the_edits_of_a_file_that_was_there_before_the_first_build()
            throws IOException {
        Path pom = Files.writeString(out.resolve("pom.xml"), "group ours\na\nb\nversion 1\n");
        generate(Scope.build(""), scaffolded("pom.xml", "group theirs\na\nb\nversion 1\n"));
        assertThat(pom).hasContent("group ours\na\nb\nversion 1\n");

        generate(Scope.all(false), scaffolded("pom.xml", "group theirs\na\nb\nversion 2\n"));

        assertThat(pom).hasContent("group ours\na\nb\nversion 2\n");
    }

    private static GeneratedFile[] all(String state) {
        return new GeneratedFile[] {
            built(ORDER, "order " + state + "\n"),
            built(ORDER_TEST, "test " + state + "\n"),
            built(CONTRACT, "contract " + state + "\n"),
            scaffolded(BEHAVIOUR, "behaviour " + state + "\n")
        };
    }

    private static GeneratedFile built(String path, String text) {
        return file("domain", Ownership.BUILT, path, text);
    }

    private String text(String path) throws IOException {
        return Files.readString(out.resolve(path));
    }

    private GenerationPlan plan(Scope scope, GeneratedFile... files) {
        return new Planner(new OutputFolder(out), "9.9", scope).plan(SampleFiles.of(files));
    }

    private void generate(Scope scope, GeneratedFile... files) {
        GenerationPlan plan = plan(scope, files);
        assertThat(plan.diagnostics()).noneMatch(Diagnostic::isError);
        assertThat(new Workspace(new OutputFolder(out)).apply(plan).diagnostics()).isEmpty();
    }
}
