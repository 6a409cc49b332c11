package io.contextmill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratorVersion;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Rules;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.OutputFolder;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code contextmill new}, with and without somebody at the terminal. */
class NewCommandTest {
    @TempDir private Path temp;

    /** What is typed; nobody is there where it is absent. */
    private @Nullable String typed;

    @Test
    void makes_the_files_that_a_first_build_needs() throws IOException {
        Path project = temp.resolve("cargo's project");

        Run run = run("new", "CargoShipping", "--group", "org.acme", "--out", project.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("made .gitignore, README.md, contextmill.yaml, pom.xml in " + project)
                .endsWith("cargo'\\''s project' && mvn verify\n");
        assertThat(names(project))
                .containsExactly(".gitignore", "README.md", "contextmill.yaml", "pom.xml");
        assertThat(project.resolve("contextmill.yaml"))
                .content()
                .contains(
                        "\ncontext: CargoShipping\n",
                        "\npackage: org.acme.cargoshipping\n",
                        "\ngenerated: build ");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains(
                        "<groupId>org.acme</groupId>\n    <artifactId>cargo-shipping</artifactId>",
                        "<artifactId>contextmill-maven-plugin</artifactId>\n                <version>"
                                + GeneratorVersion.CURRENT);
        assertThat(project.resolve("README.md")).content().startsWith("# Cargo shipping service\n");
    }

    /** Even the file into which an answer went that the spec knows nothing of. */
    @Test
    void makes_files_that_the_generator_takes_for_a_beginning() {
        Path project = temp.resolve("tasks");
        run("new", "Tasks", "--group", "org.acme", "--package", "a.b", "--out", project.toString());

        Outcome outcome =
                new Pipeline(Steps.standard(), emitters())
                        .run(project, new Goal.Plan(new OutputFolder(project), false));

        assertThat(outcome.diagnostics())
                .allMatch(finding -> finding.rule().value().startsWith("inference."));
        assertThat(outcome.plan().orElseThrow().actions())
                .filteredOn(action -> !action.path().value().contains("/"))
                .hasSize(3)
                .allMatch(action -> action instanceof FileAction.Keep);
    }

    @Test
    void asks_on_a_terminal_for_what_is_not_given_until_it_can_be_used() {
        Path project = temp.resolve("asked for");
        typed = "my shop\nMyShop\n\norg..shop\n org.shop \n" + project + "\n";

        Run run = run("new");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "Name of the context [Tasks]: error: `my shop` cannot be the name of a context;"
                                + " write `MyShop`\n"
                                + "Name of the context [Tasks]: "
                                + "Group of its Maven artifact [com.example]: "
                                + "Package of its code [com.example.myshop]: error: `package` cannot be"
                                + " `org..shop`; it should be a Java package in small letters, as in"
                                + " `com.example.shop`\n"
                                + "Package of its code [com.example.myshop]: "
                                + "Folder of the project [my-shop]: ");
        assertThat(project.resolve("contextmill.yaml"))
                .content()
                .contains("context: MyShop\npackage: org.shop\n");
    }

    @Test
    void does_not_ask_for_what_is_given() {
        typed = "";

        Run run =
                run(
                        "new",
                        "Tasks",
                        "--group=a.b",
                        "--package=a.b.c",
                        "--out=" + temp.resolve("tasks"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void ends_with_2_when_nobody_answers() {
        typed = "Tasks\n";

        Run run = run("new");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("error: missing --group\nsee `contextmill new --help`\n");
    }

    @Test
    void ends_with_2_and_says_what_is_missing_where_there_is_no_terminal() {
        Run run = run("new");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("error: missing NAME\nsee `contextmill new --help`\n");
    }

    @ParameterizedTest
    @CsvSource({
        "9lives, com.example, com.example, NAME",
        "'Tasks: {', com.example, com.example, NAME",
        "Τasks, com.example, com.example, NAME",
        "Tasks, 'com</groupId>', com.example, --group",
        "Tasks, 'com.${user.home}', com.example, --group",
        "Tasks, com.example, class.of.its.own, --package",
        "Tasks, com.example, 'a.b # c', --package",
    })
    void ends_with_2_when_an_answer_cannot_be_used(
            String name, String group, String packageName, String wrong) throws IOException {
        Run run =
                run(
                        "new",
                        name,
                        "--group",
                        group,
                        "--package",
                        packageName,
                        "--out",
                        temp.resolve("new").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: " + wrong + ": ").hasLineCount(2);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void ends_with_4_where_there_are_files() throws IOException {
        Files.writeString(temp.resolve("mine"), "mine");

        Run run = run("new", "Tasks", "--out", temp.toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).startsWith("error[new.folder-not-empty]: ").contains("--> " + temp);
        assertThat(names(temp)).containsExactly("mine");
    }

    @Test
    void ends_with_3_where_there_is_a_file_in_place_of_the_folder() throws IOException {
        Path file = Files.writeString(temp.resolve("mine"), "mine");

        for (Path out : List.of(file, file.resolve("below"))) {
            Run run = run("new", "Tasks", "--out", out.toString());

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).startsWith("error[output.not-a-folder]: ");
        }
    }

    @Test
    void tells_programs_what_it_made_and_why_not() throws IOException {
        Path project = Files.createDirectory(temp.resolve("tasks"));

        Run made = run("new", "Tasks", "--out", project.toString(), "--format", "json");
        Run refused = run("new", "Tasks", "--out", project.toString(), "--format", "json");

        JsonNode document = JsonMapper.shared().readTree(made.out());
        assertThat(document.get("exitCode").asInt()).isZero();
        assertThat(document.get("files")).hasSize(4);
        assertThat(JsonMapper.shared().readTree(refused.out()).at("/findings/0/rule").asString())
                .isEqualTo("new.folder-not-empty");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams =
                new Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        () ->
                                Optional.ofNullable(typed)
                                        .map(StringReader::new)
                                        .map(BufferedReader::new));
        int exitCode =
                new Contextmill(
                                streams,
                                Map.of(),
                                () -> new Pipeline(Steps.standard(), emitters()),
                                Rules::all)
                        .run(arguments);
        return new Run(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    private static Emitters emitters() {
        return Emitters.load(NewCommandTest.class.getClassLoader());
    }

    private record Run(int exitCode, String out, String err) {}
}
