package io.contextmill.workspace;

import static io.contextmill.emit.SampleFiles.appendOnce;
import static io.contextmill.emit.SampleFiles.generated;
import static io.contextmill.emit.SampleFiles.scaffolded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.EmitRules;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.PartFiles;
import io.contextmill.emit.SampleFiles;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.FileAction.Kind;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.Manifest;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.PlanRules;
import io.contextmill.plan.Planner;
import io.contextmill.plan.Scope;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who owns a file decides what becomes of it. */
class RegenerationTest {
    private static final String ORDER = "src/generated/java/Order.java";
    private static final String BEHAVIOUR = "src/main/java/OrderBehaviour.java";
    private static final String MIGRATION = "db/migration/order/V1__order.sql";
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir private Path temp;
    private Path out;

    @BeforeEach
    void out_has_spaces_in_its_path() {
        out = temp.resolve("my project").resolve("order service");
    }

    @Test
    void a_fresh_folder_gets_every_file_and_a_manifest() throws IOException {
        GenerationPlan plan = plan(false, all("1"));
        assertThat(Files.exists(out)).isFalse();
        assertThat(plan.count(Kind.CREATED)).isEqualTo(3);

        Applied applied = apply(plan);

        assertThat(applied.isComplete()).isTrue();
        assertThat(tree())
                .containsOnlyKeys(
                        ORDER,
                        BEHAVIOUR,
                        MIGRATION,
                        ".contextmill/.gitignore",
                        ".contextmill/lock",
                        ".contextmill/order.manifest");
        assertThat(tree()).containsEntry(ORDER, "order 1\n");
        assertThat(tree().get(".contextmill/order.manifest"))
                .contains("generator: 9.9\n")
                .doesNotContain(temp.toString());
    }

    @Test
    void a_second_run_writes_and_touches_nothing() throws IOException {
        generate(all("1"));
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }

        GenerationPlan plan = plan(false, all("1"));
        assertThat(plan.changesAnything()).isFalse();
        assertThat(plan.count(Kind.UNCHANGED)).isEqualTo(1);
        assertThat(plan.count(Kind.KEPT)).isEqualTo(2);
        assertThat(apply(plan).done()).isEmpty();

        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.toList()) {
                assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(LONG_AGO);
            }
        }
    }

    @Test
    void a_changed_spec_changes_generated_files_only() throws IOException {
        generate(all("1"));

        GenerationPlan plan = plan(false, all("2"));
        apply(plan);

        assertThat(tree())
                .containsEntry(ORDER, "order 2\n")
                .containsEntry(BEHAVIOUR, "behaviour 1\n")
                .containsEntry(MIGRATION, "create table 1;\n");
        assertThat(plan.count(Kind.CHANGED)).isEqualTo(1);
        assertThat(rules(plan)).containsExactly(PlanRules.OUTDATED_ONCE.id());
    }

    @Test
    void an_edited_generated_file_is_a_conflict_and_nothing_at_all_is_written() throws IOException {
        generate(all("1"));
        edit(ORDER, "order 1, edited\n");
        Map<String, String> before = tree();

        GenerationPlan plan =
                plan(
                        false,
                        generated(ORDER, "order 2\n"),
                        generated("src/generated/java/New.java", "new\n"));

        assertThat(rules(plan)).containsExactly(PlanRules.EDITED.id());
        assertThat(plan.isRefused()).isTrue();
        assertThat(plan.actions()).anyMatch(FileAction.Conflict.class::isInstance);
        assertThatThrownBy(() -> apply(plan)).isInstanceOf(IllegalArgumentException.class);
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void an_edited_generated_file_is_a_conflict_although_the_spec_is_the_same() throws IOException {
        generate(all("1"));
        edit(ORDER, "order 1, edited\n");

        assertThat(rules(plan(false, all("1")))).containsExactly(PlanRules.EDITED.id());
    }

    @Test
    void force_gives_the_edit_up() throws IOException {
        generate(all("1"));
        edit(ORDER, "order 1, edited\n");

        apply(plan(true, all("1")));

        assertThat(tree()).containsEntry(ORDER, "order 1\n");
    }

    @Test
    void a_file_edited_into_what_is_wanted_is_taken_back() throws IOException {
        generate(all("1"));
        edit(ORDER, "order 2\n");

        GenerationPlan plan = plan(false, generated(ORDER, "order 2\n"));

        assertThat(plan.isRefused()).isFalse();
        apply(plan);
        assertThat(rules(plan(false, generated(ORDER, "order 3\n")))).isEmpty();
    }

    @Test
    void a_file_the_generator_did_not_write_is_not_overwritten() throws IOException {
        edit(ORDER, "somebody's\n");

        assertThat(rules(plan(false, all("1")))).containsExactly(PlanRules.NOT_OURS.id());

        apply(plan(true, all("1")));
        assertThat(tree()).containsEntry(ORDER, "order 1\n");
    }

    @Test
    void a_file_with_the_wanted_bytes_is_adopted() throws IOException {
        edit(ORDER, "order 1\n");
        Files.setLastModifiedTime(out.resolve(ORDER), LONG_AGO);

        generate(all("1"));

        assertThat(Files.getLastModifiedTime(out.resolve(ORDER))).isEqualTo(LONG_AGO);
        assertThat(plan(false, all("2")).isRefused()).isFalse();
    }

    @Test
    void a_deleted_generated_file_comes_back() throws IOException {
        generate(all("1"));
        Files.delete(out.resolve(ORDER));

        generate(all("1"));

        assertThat(tree()).containsEntry(ORDER, "order 1\n");
    }

    @Test
    void a_scaffolded_file_that_its_owner_edited_or_deleted_stays_so() throws IOException {
        generate(all("1"));
        edit(BEHAVIOUR, "mine\n");
        generate(all("2"));
        assertThat(tree()).containsEntry(BEHAVIOUR, "mine\n");

        Files.delete(out.resolve(BEHAVIOUR));
        generate(all("3"));
        generate(all("4"));
        assertThat(tree()).doesNotContainKey(BEHAVIOUR);
    }

    @Test
    void a_scaffolded_file_that_was_there_first_is_kept() throws IOException {
        edit(BEHAVIOUR, "mine\n");

        generate(all("1"));

        assertThat(tree()).containsEntry(BEHAVIOUR, "mine\n");
    }

    @Test
    void what_is_no_longer_wanted_goes_with_the_folders_it_leaves_empty() throws IOException {
        generate(generated("a/b/c/Old.java", "old\n"), generated("a/New.java", "new\n"));

        GenerationPlan plan = plan(false, generated("a/New.java", "new\n"));
        assertThat(plan.count(Kind.DELETED)).isEqualTo(1);
        apply(plan);

        assertThat(out.resolve("a/b")).doesNotExist();
        assertThat(tree()).containsEntry("a/New.java", "new\n");
    }

    @Test
    void an_edited_file_that_is_no_longer_wanted_is_a_conflict() throws IOException {
        generate(generated(ORDER, "old\n"), generated("a/New.java", "new\n"));
        edit(ORDER, "edited\n");

        assertThat(rules(plan(false, generated("a/New.java", "new\n"))))
                .containsExactly(PlanRules.EDITED.id());
        apply(plan(true, generated("a/New.java", "new\n")));
        assertThat(tree()).doesNotContainKey(ORDER);
    }

    @Test
    void a_link_is_refused_wherever_it_is() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.createDirectories(out.resolve("src"));
        Files.createSymbolicLink(out.resolve("src/generated"), elsewhere);

        assertThat(rules(plan(true, all("1")))).containsExactly(PlanRules.LINK.id());

        Files.delete(out.resolve("src/generated"));
        Files.createDirectories(out.resolve(ORDER).getParent());
        Files.createSymbolicLink(out.resolve(ORDER), elsewhere.resolve("Order.java"));
        assertThat(rules(plan(true, all("1")))).containsExactly(PlanRules.LINK.id());

        Files.delete(out.resolve(ORDER));
        Files.createSymbolicLink(out.resolve(".contextmill"), elsewhere);
        assertThat(rules(plan(true, all("1")))).containsExactly(PlanRules.LINK.id());
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void a_link_that_appears_after_planning_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        GenerationPlan plan = plan(false, all("1"));
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("src"), elsewhere);

        Applied applied = apply(plan);

        assertThat(applied.diagnostics())
                .extracting(Diagnostic::rule)
                .containsOnly(PlanRules.CHANGED_MEANWHILE.id());
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void the_folder_itself_may_be_named_by_a_link() throws IOException {
        Path real = Files.createDirectories(temp.resolve("real"));
        out = Files.createSymbolicLink(temp.resolve("link"), real);

        generate(all("1"));

        assertThat(real.resolve(ORDER)).hasContent("order 1");
    }

    @Test
    void a_file_where_a_folder_is_needed_is_a_finding() throws IOException {
        edit("src", "a file\n");
        assertThat(rules(plan(true, all("1")))).containsOnly(PlanRules.NOT_A_FOLDER.id());

        Files.delete(out.resolve("src"));
        Files.createDirectories(out.resolve(ORDER));
        assertThat(rules(plan(true, all("1")))).containsExactly(PlanRules.NOT_A_FILE.id());
    }

    @Test
    void an_output_folder_that_is_a_file_or_lies_in_one_is_a_finding() throws IOException {
        Path file = Files.writeString(temp.resolve("notes.txt"), "notes");
        out = file;
        assertThat(rules(plan(true, all("1")))).containsExactly(PlanRules.NOT_A_FOLDER.id());

        out = file.resolve("below");
        assertThat(rules(plan(true, all("1")))).containsExactly(PlanRules.NOT_A_FOLDER.id());
        assertThat(file).hasContent("notes");
    }

    @Test
    void one_context_never_replaces_the_project_of_a_workspace() throws IOException {
        generate(all("1"));
        edit(".contextmill/_workspace.manifest", Manifest.empty("9.9").text());
        Map<String, String> before = tree();

        GenerationPlan plan = plan(true, all("2"));

        assertThat(rules(plan)).containsExactly(PlanRules.OF_A_WORKSPACE.id());
        assertThat(plan.isRefused()).isTrue();
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void a_write_protected_folder_or_file_is_a_finding_also_for_the_superuser() throws IOException {
        generate(all("1"));
        protect(out.resolve(ORDER), "r--r--r--");
        assertThat(rules(plan(false, all("2")))).contains(PlanRules.NOT_WRITABLE.id());
        assertThat(plan(false, all("1")).isRefused()).as("nothing to write there").isFalse();
        protect(out.resolve(ORDER), "rw-r--r--");

        Path folder = out.resolve("src/generated/java");
        protect(folder, "r-xr-xr-x");
        try {
            assertThat(rules(plan(false, all("2")))).contains(PlanRules.NOT_WRITABLE.id());
        } finally {
            protect(folder, "rwxr-xr-x");
        }
    }

    @Test
    void a_damaged_manifest_stops_everything() throws IOException {
        generate(all("1"));
        edit(".contextmill/order.manifest", "<<<<<<< HEAD\n");

        assertThat(rules(plan(true, all("2")))).containsExactly(PlanRules.MANIFEST_DAMAGED.id());
    }

    @Test
    void a_file_changed_between_planning_and_writing_is_not_lost() throws IOException {
        generate(all("1"));
        GenerationPlan plan = plan(false, all("2"));
        edit(ORDER, "just saved\n");

        Applied applied = apply(plan);

        assertThat(applied.diagnostics())
                .extracting(Diagnostic::rule)
                .containsExactly(PlanRules.CHANGED_MEANWHILE.id());
        assertThat(applied.done()).isEmpty();
        assertThat(applied.notDone()).hasSize(1);
        assertThat(tree()).containsEntry(ORDER, "just saved\n");
    }

    @Test
    void a_second_writer_is_turned_away() throws IOException {
        generate(all("1"));
        GenerationPlan plan = plan(false, all("2"));
        try (FileChannel other =
                        FileChannel.open(
                                out.resolve(".contextmill/lock"), StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(apply(plan).diagnostics())
                    .extracting(Diagnostic::rule)
                    .containsExactly(WorkspaceRules.LOCKED.id());
        }
        assertThat(tree()).containsEntry(ORDER, "order 1\n");
        assertThat(apply(plan).isComplete()).isTrue();
    }

    @Test
    void scripts_may_be_run_and_replaced_files_keep_their_permissions() throws IOException {
        generate(generated("run", "#!/bin/sh\n"), generated("text", "text 1\n"));
        assertThat(out.resolve("run")).isExecutable();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(out.resolve("text"))))
                .doesNotContain("x");

        protect(out.resolve("text"), "rw-------");
        generate(generated("run", "#!/bin/sh\n"), generated("text", "text 2\n"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(out.resolve("text"))))
                .isEqualTo("rw-------");
    }

    @Test
    void leftovers_of_a_killed_run_are_ours_and_go() throws IOException {
        generate(all("1"));
        // What is left when a run to state 2 is killed after its first file.
        edit(".contextmill/staging/1", "half a fi");
        edit(
                ".contextmill/unfinished",
                "format: 1\n%s %s\n%s Extra.java\n"
                        .formatted(
                                io.contextmill.plan.Digest.of("order 2\n"),
                                ORDER,
                                io.contextmill.plan.Digest.of("extra 2\n")));
        edit(ORDER, "order 2\n");
        edit("Extra.java", "extra 2\n");

        generate(all("3"));

        assertThat(tree()).containsEntry(ORDER, "order 3\n").doesNotContainKey("Extra.java");
        assertThat(out.resolve(".contextmill/staging")).doesNotExist();
        assertThat(out.resolve(".contextmill/unfinished")).doesNotExist();
    }

    @Test
    void leftovers_go_also_when_nothing_else_is_to_be_done() throws IOException {
        generate(all("1"));
        edit(".contextmill/staging/1", "half a fi");

        generate(all("1"));

        assertThat(out.resolve(".contextmill/staging")).doesNotExist();
    }

    @Test
    void a_new_folder_comes_with_all_that_is_in_it_or_not_at_all() throws IOException {
        GenerationPlan plan =
                plan(
                        false,
                        generated("a", "a\n"),
                        generated("b/c", "c\n"),
                        generated("b/d/e", "e\n"));
        List<String> there = new ArrayList<>();

        Applied applied =
                new Workspace(new OutputFolder(out))
                        .apply(
                                plan,
                                path -> {
                                    boolean complete =
                                            Files.exists(out.resolve("b/c"))
                                                    && Files.exists(out.resolve("b/d/e"));
                                    there.add(path + " " + complete);
                                });

        assertThat(applied.isComplete()).isTrue();
        assertThat(there).containsExactly("a false", "b/c true", "b/d/e true");
    }

    @Test
    void a_folder_that_somebody_makes_meanwhile_is_not_lost() throws IOException {
        GenerationPlan plan = plan(false, generated("a", "a\n"), generated("b/c", "c\n"));

        Applied applied =
                new Workspace(new OutputFolder(out)).apply(plan, path -> edit("b/mine", "mine\n"));

        assertThat(applied.diagnostics())
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.message())
                                        .contains("somebody has just made it", "`b/c`"));
        assertThat(tree()).containsEntry("b/mine", "mine\n").doesNotContainKey("b/c");
    }

    @Test
    void a_file_that_two_parts_have_is_a_finding() {
        List<PartFiles> parts =
                Stream.of("Order", "Payment")
                        .map(SampleFiles::context)
                        .map(
                                context ->
                                        new PartFiles(
                                                Optional.of(context),
                                                Stream.of(generated("contracts/A.java", "a\n"))))
                        .toList();

        GenerationPlan plan =
                new Planner(new OutputFolder(out), "9.9", Scope.all(false)).plan(parts);

        assertThat(rules(plan)).containsExactly(EmitRules.PATH_CLAIMED_TWICE.id());
    }

    @Test
    void failing_in_the_middle_says_what_was_not_done() throws IOException {
        GenerationPlan plan =
                plan(false, generated("a", "a\n"), generated("b/c", "c\n"), generated("d", "d\n"));

        Applied applied =
                new Workspace(new OutputFolder(out))
                        .apply(
                                plan,
                                path -> {
                                    if (path.value().equals("a")) {
                                        edit("b", "somebody's\n");
                                    }
                                });

        assertThat(applied.done()).extracting(Object::toString).containsExactly("a");
        assertThat(applied.notDone()).extracting(Object::toString).containsExactly("b/c", "d");
        assertThat(applied.diagnostics())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(WorkspaceRules.WRITE_FAILED.id());
                            assertThat(finding.message())
                                    .contains("1 of 3 files are done", "`b/c`");
                        });

        Files.delete(out.resolve("b"));
        generate(generated("a", "a 2\n"), generated("b/c", "c\n"), generated("d", "d\n"));
        assertThat(out.resolve(".contextmill/staging")).doesNotExist();
        assertThat(tree())
                .containsEntry("a", "a 2\n")
                .containsEntry("b/c", "c\n")
                .containsEntry("d", "d\n");
    }

    private static GeneratedFile[] all(String state) {
        return new GeneratedFile[] {
            generated(ORDER, "order " + state + "\n"),
            scaffolded(BEHAVIOUR, "behaviour " + state + "\n"),
            appendOnce(MIGRATION, "create table " + state + ";\n")
        };
    }

    private GenerationPlan plan(boolean force, GeneratedFile... files) {
        return new Planner(new OutputFolder(out), "9.9", Scope.all(force))
                .plan(SampleFiles.of(files));
    }

    private Applied apply(GenerationPlan plan) {
        return new Workspace(new OutputFolder(out)).apply(plan);
    }

    private void generate(GeneratedFile... files) {
        GenerationPlan plan = plan(false, files);
        assertThat(plan.diagnostics()).noneMatch(Diagnostic::isError);
        assertThat(apply(plan).diagnostics()).isEmpty();
    }

    private static java.util.List<io.contextmill.diagnostic.RuleId> rules(GenerationPlan plan) {
        return plan.diagnostics().stream().map(Diagnostic::rule).toList();
    }

    private void edit(String path, String text) {
        try {
            Path file = out.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void protect(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return tree;
    }
}
