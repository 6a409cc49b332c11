package io.contextmill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.GeneratorVersion;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.model.AggregateModel;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Rules;
import io.contextmill.pipeline.Steps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a user has it: arguments in; streams, exit code and files out. */
class CommandLineTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final String SPEC =
            """
            context: Order
            aggregates: [Order]
            events: [OrderCreated]
            commands: [CreateOrder]
            """;

    private static final String UNDECIDED =
            """
            context: Order
            aggregates: [Order]
            events: [OrderCreated, OrderRefused]
            commands:
              CreateOrder: {emits: {oneOf: [OrderCreated, OrderRefused]}}
              CheckOrder: {emits: []}
            """;

    @TempDir private Path temp;
    private Path spec;
    private Path out;
    private final Map<String, String> environment = new HashMap<>();
    private boolean terminal;
    private Emitters emitters = Emitters.of(List.of(new ClassForEachAggregate()));

    @BeforeEach
    void a_spec_in_a_folder_with_spaces() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("my specs"));
        spec = Files.writeString(folder.resolve("order spec.yaml"), SPEC);
        out = temp.resolve("my project");
    }

    @Test
    void generate_writes_and_says_how_many_files_became_what() {
        Run run = run("generate", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("2 files: 2 created, 0 changed, 0 unchanged, 0 kept\n");
        assertThat(run.err())
                .containsPattern("^[0-9]+ inferences; `contextmill validate .*` lists them\n$");
        assertThat(out.resolve("src/generated/java/Order.java")).hasContent("class Order {}");
    }

    @Test
    void a_second_run_touches_nothing() throws IOException {
        run("generate", spec.toString(), "--out", out.toString());
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }

        Run run = run("generate", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("2 files: 0 created, 0 changed, 1 unchanged, 1 kept\n");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.toList()) {
                assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(LONG_AGO);
            }
        }
    }

    @Test
    void an_edited_generated_file_ends_with_4_and_force_overwrites_it() throws IOException {
        run("generate", spec.toString(), "--out", out.toString());
        Files.writeString(
                out.resolve("src/generated/java/Order.java"), "class Order { int mine; }\n");

        Run refused = run("generate", spec.toString(), "--out", out.toString());
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("error[ownership.edited]", "Order.java", "--force");
        assertThat(refused.out()).contains("1 in conflict; nothing was written");
        assertThat(run("plan", spec.toString(), "--out", out.toString()).exitCode()).isEqualTo(4);

        Run forced = run("generate", spec.toString(), "--out", out.toString(), "--force");
        assertThat(forced.exitCode()).isZero();
        assertThat(out.resolve("src/generated/java/Order.java")).hasContent("class Order {}");
    }

    @Test
    void eject_moves_what_builds_made_and_changes_one_word_of_the_spec() throws IOException {
        String text = "# ours\r\n" + SPEC + "generated: 'build'   # for now\n";
        Files.writeString(spec, text);
        Files.setPosixFilePermissions(spec, PosixFilePermissions.fromString("rw-rw-r--"));
        run("generate", spec.toString(), "--out", out.toString());
        Path built = out.resolve("target/generated-sources/contextmill/java/Order.java");
        assertThat(built).exists();

        Run run = run("eject", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo("3 files: 1 created, 0 changed, 0 unchanged, 1 kept, 1 deleted\n");
        assertThat(Files.readString(spec)).isEqualTo(text.replace("'build'", "'source'"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spec)))
                .isEqualTo("rw-rw-r--");
        assertThat(out.resolve("src/generated/java/Order.java")).exists();
        assertThat(built).doesNotExist();

        Run again = run("eject", spec.toString(), "--out", out.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("error[eject.nothing-to-eject]");
    }

    @Test
    void eject_leaves_the_spec_as_it_was_where_files_are_in_the_way() throws IOException {
        String text = SPEC + "generated: build\n";
        Files.writeString(spec, text);
        run("generate", spec.toString(), "--out", out.toString());
        Path theirs = out.resolve("src/generated/java/Order.java");
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "class Order { int theirs; }\n");

        Run run = run("eject", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(spec).hasContent(text);
        assertThat(out.resolve("target/generated-sources/contextmill/java/Order.java")).exists();
    }

    @Test
    void a_conflict_is_marked_and_resolved() throws IOException {
        emitters = Emitters.of(List.of(new SettingsOfAggregates()));
        run("generate", spec.toString(), "--out", out.toString());
        Path settings = out.resolve("settings.yaml");
        Files.writeString(settings, "aggregates: mine\n");
        Files.writeString(spec, SPEC.replace("[Order]", "[Order, Basket]"));

        assertThat(run("plan", spec.toString(), "--out", out.toString()).exitCode()).isEqualTo(4);
        Run marked = run("generate", spec.toString(), "--out", out.toString());
        assertThat(marked.exitCode()).isEqualTo(4);
        assertThat(marked.err()).contains("warning[merge.conflict]", "settings.yaml");
        assertThat(settings)
                .hasContent(
                        "<<<<<<< yours\naggregates: mine\n=======\naggregates: [Order, Basket]\n>>>>>>> generated");

        Run listed = run("resolve", "--out", out.toString());
        assertThat(listed.exitCode()).isEqualTo(4);
        assertThat(listed.err()).contains("error[merge.unresolved]", "settings.yaml:1:1");
        assertThat(run("generate", spec.toString(), "--out", out.toString()).exitCode())
                .isEqualTo(4);
        assertThat(run("resolve", "--out", out.toString(), "--yours", "pom.xml").exitCode())
                .isEqualTo(2);

        Run resolved = run("resolve", "--out", out.toString(), "--generated", "settings.yaml");
        assertThat(resolved.exitCode()).isZero();
        assertThat(resolved.out()).isEqualTo("1 file decided\n");
        assertThat(settings).hasContent("aggregates: [Order, Basket]");
        assertThat(run("resolve", "--out", out.toString()).out())
                .isEqualTo("no conflict is marked\n");
        assertThat(run("generate", spec.toString(), "--out", out.toString()).exitCode()).isZero();
    }

    @Test
    void plan_writes_nothing() {
        Run run = run("plan", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        create    src/generated/java/Order.java
                        create    src/main/java/com/example/order/OrderBehaviour.java
                        2 files: 2 created, 0 changed, 0 unchanged, 0 kept
                        """);
        assertThat(out).doesNotExist();
    }

    @Test
    void plan_diff_is_nothing_but_a_diff_on_standard_output() throws IOException {
        run("generate", spec.toString(), "--out", out.toString());
        Files.writeString(
                out.resolve("src/generated/java/Order.java"), "class Order { int mine; }");

        Run run = run("plan", spec.toString(), "--out", out.toString(), "--diff", "--force");

        assertThat(run.out())
                .isEqualTo(
                        """
                        --- a/src/generated/java/Order.java
                        +++ b/src/generated/java/Order.java
                        @@ -1,1 +1,1 @@
                        -class Order { int mine; }
                        \\ No newline at end of file
                        +class Order {}
                        """);
        assertThat(run.err()).contains("2 files: 0 created, 1 changed, 0 unchanged, 1 kept");
    }

    @Test
    void an_invalid_spec_ends_with_1_and_writes_nothing() throws IOException {
        Files.writeString(spec, SPEC + "agregates: []\n");

        Run run = run("generate", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error[", "order spec.yaml:5:1", "agregates");
        assertThat(out).doesNotExist();
    }

    @Test
    void an_unreadable_spec_ends_with_3() throws IOException {
        Path shop = temp.resolve("shop.yaml");
        Files.writeString(shop, "workspace: shop\ncontexts: [missing.yaml]\n");
        Map<Path, String> unreadable =
                Map.of(
                        temp.resolve("missing.yaml"),
                        "source.unreadable",
                        temp,
                        "workspace.folder-without-file",
                        shop,
                        "workspace.unreadable-context");
        unreadable.forEach(
                (path, rule) -> {
                    Run run = run("generate", path.toString(), "--out", out.toString());

                    assertThat(run.exitCode()).isEqualTo(3);
                    assertThat(run.err()).contains("error[" + rule + "]").doesNotContain("\tat ");
                    assertThat(out).doesNotExist();
                });
    }

    @Test
    void an_output_folder_that_is_a_file_ends_with_3() throws IOException {
        Files.writeString(out, "notes");

        Run run = run("generate", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("error[output.not-a-folder]");
        assertThat(out).hasContent("notes");
    }

    @Test
    void an_output_folder_that_is_write_protected_ends_with_3_also_for_the_superuser()
            throws IOException {
        Files.createDirectories(out);
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Run run = run("generate", spec.toString(), "--out", out.toString());

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).contains("error[output.not-writable]");
            assertThat(out).isEmptyDirectory();
        } finally {
            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void validate_prints_everything_and_fails_from_the_severity_it_is_told() {
        Run run = run("validate", spec.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("note[");
        assertThat(run.err()).contains("0 errors");
        assertThat(run("validate", spec.toString(), "--fail-on", "note").exitCode()).isEqualTo(1);
        assertThat(
                        run("validate", spec.toString(), temp.resolve("none.yaml").toString())
                                .exitCode())
                .isEqualTo(3);
    }

    @Test
    void expand_prints_a_spec_that_stands_for_itself() throws IOException {
        Run run = run("expand", spec.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("CreateOrder", "GetOrder");

        Files.writeString(spec, run.out());
        assertThat(run("expand", spec.toString()).out()).isEqualTo(run.out());

        Files.writeString(spec, "agregates: []\n");
        Run invalid = run("expand", spec.toString());
        assertThat(invalid.exitCode()).isEqualTo(1);
        assertThat(invalid.out()).isEmpty();
    }

    @Test
    void json_is_one_document_on_standard_output() throws IOException {
        Files.writeString(out, "notes");
        for (String[] arguments :
                List.of(
                        new String[] {"generate", spec.toString(), "--out", out.toString()},
                        new String[] {
                            "plan", spec.toString(), "--out", temp.resolve("x").toString(), "--diff"
                        },
                        new String[] {"validate", spec.toString()},
                        new String[] {"expand", spec.toString()},
                        new String[] {"explain"},
                        new String[] {"explain", "output.link"},
                        new String[] {"version"})) {
            Run run =
                    run(
                            Stream.concat(Stream.of(arguments), Stream.of("--format", "json"))
                                    .toArray(String[]::new));

            assertThat(JsonMapper.shared().readTree(run.out()).isObject()).isTrue();
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void json_of_generate_has_counts_files_and_findings() {
        Run run = run("--format", "json", "generate", spec.toString(), "--out", out.toString());

        JsonNode document = JsonMapper.shared().readTree(run.out());
        assertThat(document.get("exitCode").asInt()).isZero();
        assertThat(document.get("summary").get("created").asInt()).isEqualTo(2);
        assertThat(document.get("written").asBoolean()).isTrue();
        assertThat(document.get("files").get(0).get("path").asString())
                .isEqualTo("src/generated/java/Order.java");
        assertThat(document.get("findings").isArray()).isTrue();
    }

    @Test
    void quiet_writes_errors_only() throws IOException {
        Run good = run("generate", spec.toString(), "--out", out.toString(), "--quiet");
        assertThat(good.out() + good.err()).isEmpty();

        Files.writeString(spec, "agregates: []\n");
        assertThat(run("generate", spec.toString(), "--out", out.toString(), "--quiet").err())
                .contains("error[");
    }

    @Test
    void colours_are_for_terminals_unless_asked_for() throws IOException {
        Files.writeString(spec, "agregates: []\n");
        assertThat(run("generate", spec.toString(), "--out", out.toString()).err())
                .doesNotContain("\u001b");
        assertThat(
                        run("generate", spec.toString(), "--out", out.toString(), "--color=always")
                                .err())
                .contains("\u001b");

        terminal = true;
        assertThat(run("generate", spec.toString(), "--out", out.toString()).err())
                .contains("\u001b");
        assertThat(run("generate", spec.toString(), "--out", out.toString(), "--color=never").err())
                .doesNotContain("\u001b");
        environment.put("NO_COLOR", "1");
        assertThat(run("generate", spec.toString(), "--out", out.toString()).err())
                .doesNotContain("\u001b");
    }

    @Test
    void progress_is_shown_on_a_terminal_and_cleared() {
        assertThat(run("generate", spec.toString(), "--out", out.toString()).err())
                .doesNotContain("writing");

        terminal = true;
        Run run = run("generate", spec.toString(), "--out", temp.resolve("other").toString());
        assertThat(run.err()).contains("writing…", "\r\u001b[K");
        assertThat(run.out()).doesNotContain("writing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "generate",
                "generate order.yaml",
                "generate order.yaml --out",
                "generate a.yaml b.yaml --out x",
                "--format xml version",
                "explain no.such-rule",
                "generat order.yaml",
                "validate",
                "validate x --fail-on never"
            })
    void wrong_usage_ends_with_2_and_says_what_is_right(String arguments) {
        Run run = run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains("--help").doesNotContain("\tat ");
    }

    @Test
    void help_is_a_result() {
        Run run = run("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "generate",
                        "plan",
                        "validate",
                        "expand",
                        "explain",
                        "schema",
                        "version",
                        "completion");
        assertThat(run("generate", "--help").out()).contains("--out", "--force", "--verify");
    }

    @Test
    void explain_knows_every_rule_and_lists_them() {
        String list = run("explain").out();
        for (var rule : Rules.all()) {
            assertThat(list).contains(rule.id().value());
            assertThat(run("explain", rule.id().value()).out()).contains(rule.summary());
        }
        assertThat(run("explain", "output.lnk").err()).contains("did you mean `output.link`?");
    }

    @Test
    void version_is_that_of_the_build() throws IOException {
        assertThat(run("version").out())
                .startsWith("contextmill " + GeneratorVersion.CURRENT + " (Java ");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + GeneratorVersion.CURRENT + "</version>");
    }

    @Test
    void schema_is_printed_or_written() throws IOException {
        Path file = temp.resolve("contextmill.schema.json");

        String printed = run("schema").out();

        assertThat(printed).contains("https://json-schema.org/draft/2020-12/schema");
        assertThat(run("schema", "--out", file.toString()).out()).isEmpty();
        assertThat(file).hasContent(printed);
    }

    @Test
    void completion_is_a_script() {
        assertThat(run("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("generate", "--verify");
    }

    @Test
    void a_fault_of_the_generator_shows_its_place_only_when_asked() {
        emitters =
                Emitters.of(
                        List.of(
                                new Emitter() {
                                    @Override
                                    public EmitterId id() {
                                        return new EmitterId("broken");
                                    }

                                    @Override
                                    public Stream<GeneratedFile> emit(EmitContext context) {
                                        throw new IllegalStateException("this is broken");
                                    }
                                }));

        Run run = run("generate", spec.toString(), "--out", out.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("internal error: emitter `broken` failed")
                .doesNotContain("\tat ");
        assertThat(out).doesNotExist();
        assertThat(run("generate", spec.toString(), "--out", out.toString(), "--debug").err())
                .contains("\tat ");
    }

    @Test
    void verify_without_maven_ends_with_3() {
        environment.put("PATH", temp.toString());

        Run run = run("generate", spec.toString(), "--out", out.toString(), "--verify");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("error[verify.no-maven]");
        assertThat(out.resolve("src/generated/java/Order.java")).exists();
    }

    @Test
    void verify_runs_the_build_and_reports_its_tests() throws IOException {
        maven(
                """
                echo "arguments: $*"
                mkdir -p target/surefire-reports target/failsafe-reports
                echo '<testsuite tests="5" failures="0" errors="0" skipped="1"/>' > target/surefire-reports/TEST-A.xml
                echo '<testsuite tests="2" failures="0" errors="0" skipped="0"/>' > target/failsafe-reports/TEST-B.xml
                """);

        Run run = run("generate", spec.toString(), "--out", out.toString(), "--verify");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("arguments: -B -ntp verify\n");
        assertThat(run.out()).endsWith("7 tests, 0 failures, 0 errors, 1 skipped\n");
    }

    @Test
    void verify_names_the_tests_that_failed() throws IOException {
        maven(
                """
                mkdir -p target/surefire-reports
                cat > target/surefire-reports/TEST-A.xml <<'X'
                <testsuite tests="2" failures="1" errors="0" skipped="0">
                  <testcase classname="OrderTest" name="ships"><failure message="x">&lt;y></failure></testcase>
                  <testcase classname="OrderTest" name="cancels"/>
                </testsuite>
                X
                exit 1
                """);

        Run run = run("generate", spec.toString(), "--out", out.toString(), "--verify", "--quiet");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("error[verify.build-failed]", "`OrderTest.ships`")
                .doesNotContain("cancels");
        assertThat(out.resolve("target/contextmill-verify.log")).exists();

        Run json =
                run(
                        "generate",
                        spec.toString(),
                        "--out",
                        out.toString(),
                        "--verify",
                        "--format=json");
        JsonNode document = JsonMapper.shared().readTree(json.out());
        assertThat(document.get("tests").get("failures").asInt()).isEqualTo(1);
        assertThat(document.get("exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void status_lists_what_the_spec_does_not_decide_and_where_the_team_does() throws IOException {
        Files.writeString(spec, UNDECIDED);
        run("generate", spec.toString(), "--out", out.toString());

        Run run = run("status", spec.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        %1$s:5:3: `CreateOrder` of `Order` emits `OrderCreated`; nothing says when it is `OrderRefused`
                        %1$s:6:3: `CheckOrder` of `Order` emits nothing, and is rejected as `NotDecidedYet`
                        """
                                .formatted(spec));
        assertThat(run.err()).isEqualTo("2 commands are not decided by the spec\n");

        Path behaviour = out.resolve("src/main/java/com/example/order/OrderBehaviour.java");
        Files.writeString(
                behaviour,
                """
                final class OrderBehaviour {
                    List<OrderEvent> decide(Order order, CheckOrder command) {
                        return List.of();
                    }
                }
                """);
        Run overridden = run("status", spec.toString(), "--out", out.toString());
        assertThat(overridden.out())
                .contains("rejected as `NotDecidedYet`\n  decided in %s:2\n".formatted(behaviour));
        assertThat(overridden.err()).contains("; 1 by the team's own code\n");

        Run json = run("status", spec.toString(), "--out", out.toString(), "--format=json");
        JsonNode undecided = JsonMapper.shared().readTree(json.out()).get("undecided");
        assertThat(undecided.at("/0/command").asString()).isEqualTo("CreateOrder");
        assertThat(undecided.at("/0/oneOf/1").asString()).isEqualTo("OrderRefused");
        assertThat(undecided.at("/0/overridden").asBoolean()).isFalse();
        assertThat(undecided.at("/1/overridden").asBoolean()).isTrue();
        assertThat(undecided.at("/1/overrides/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void status_says_how_the_files_of_the_project_stand_and_writes_nothing() throws IOException {
        run("generate", spec.toString(), "--out", out.toString());
        Path generated = out.resolve("src/generated/java/Order.java");
        Path behaviour = out.resolve("src/main/java/com/example/order/OrderBehaviour.java");
        Run clean = run("status", spec.toString(), "--out", out.toString());
        assertThat(clean.out()).isEmpty();
        assertThat(clean.err()).endsWith("files: 0 edited, 0 drifted, 0 orphaned, 0 deleted\n");
        Files.writeString(generated, "mine\n");
        Files.delete(behaviour);

        Run run = run("status", spec.toString(), "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        edited    src/generated/java/Order.java: generated, and changed since; `generate` stops before it
                        deleted   src/main/java/com/example/order/OrderBehaviour.java: deleted by its owner; it is not made again
                        """);
        assertThat(run.err()).endsWith("files: 1 edited, 0 drifted, 0 orphaned, 1 deleted\n");
        assertThat(generated).hasContent("mine");
        assertThat(behaviour).doesNotExist();

        Run json = run("status", spec.toString(), "--out", out.toString(), "--format=json");
        JsonNode document = JsonMapper.shared().readTree(json.out());
        assertThat(json.exitCode()).isZero();
        assertThat(document.at("/summary/edited").asInt()).isEqualTo(1);
        assertThat(document.at("/files/0/path").asString())
                .isEqualTo("src/generated/java/Order.java");
        assertThat(document.at("/files/0/status").asString()).isEqualTo("edited");
        assertThat(document.at("/files/1/status").asString()).isEqualTo("deleted");
        assertThat(run("status", spec.toString(), "--format=json").out()).doesNotContain("files");
    }

    @Test
    void status_of_a_folder_that_holds_something_else_ends_with_3() {
        Run run = run("status", spec.toString(), "--out", temp.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nothing was generated from this spec into " + temp);
    }

    @Test
    void status_of_an_invalid_spec_is_its_errors() throws IOException {
        Files.writeString(spec, "context: Order\ncommands: [Create Order]\n");

        Run run = run("status", spec.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error[language.illegal-name]");
    }

    private void maven(String script) throws IOException {
        Path bin = Files.createDirectories(temp.resolve("maven bin"));
        Path maven = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("PATH", bin.toString());
    }

    private Run run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Streams streams =
                new Streams(utf8(outBytes), utf8(errBytes), terminal, terminal, Optional::empty);
        int exitCode =
                new Contextmill(
                                streams,
                                environment,
                                () -> new Pipeline(Steps.standard(), emitters),
                                Rules::all)
                        .run(arguments);
        return new Run(
                exitCode,
                outBytes.toString(StandardCharsets.UTF_8),
                errBytes.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private record Run(int exitCode, String out, String err) {}

    /** A file into which what is new is merged. */
    private static final class SettingsOfAggregates implements Emitter {
        @Override
        public EmitterId id() {
            return new EmitterId("settings");
        }

        @Override
        public Stream<GeneratedFile> emit(EmitContext context) {
            List<String> names =
                    context.context().aggregates().stream().map(AggregateModel::name).toList();
            return Stream.of(
                    new GeneratedFile(
                            new RelativePath("settings.yaml"),
                            Ownership.SCAFFOLDED,
                            "aggregates: " + names + "\n",
                            context.context().origin(),
                            id()));
        }
    }

    /** A generated and an owned file for each aggregate. */
    private static final class ClassForEachAggregate implements Emitter {
        @Override
        public EmitterId id() {
            return new EmitterId("domain");
        }

        @Override
        public Stream<GeneratedFile> emit(EmitContext context) {
            return context.context().aggregates().stream().flatMap(this::files);
        }

        private Stream<GeneratedFile> files(AggregateModel aggregate) {
            String name = aggregate.name();
            return Stream.of(
                    new GeneratedFile(
                            new RelativePath("src/generated/java/" + name + ".java"),
                            Ownership.GENERATED,
                            "class " + name + " {}\n",
                            aggregate.origin(),
                            id()),
                    new GeneratedFile(
                            new RelativePath(
                                    "src/main/java/com/example/order/" + name + "Behaviour.java"),
                            Ownership.SCAFFOLDED,
                            "class " + name + "Behaviour {}\n",
                            aggregate.origin(),
                            id()));
        }
    }
}
