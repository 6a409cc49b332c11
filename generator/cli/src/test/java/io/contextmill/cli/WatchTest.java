package io.contextmill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OwnFiles;
import io.contextmill.watch.SpecWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is saved is generated, and nothing that is saved ends the watch. */
class WatchTest {
    private static final Pattern RUN = Pattern.compile("(?m)^.*; [0-9]+ ms$");
    private static final String ORDER = "context: Order\naggregates: [Order]\n";
    private static final String WITH_ITEM = "context: Order\naggregates: [Order, Item]\n";

    @TempDir private Path temp;
    private Path folder;
    private Path spec;
    private Path out;
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private final GlobalOptions options = new GlobalOptions();
    private Optional<Watching> watching = Optional.empty();

    private record Watching(WatchLoop loop, SpecWatch watch, Thread thread) {
        void end() throws IOException, InterruptedException {
            loop.stop();
            watch.close();
            thread.join(TimeUnit.SECONDS.toMillis(20));
        }
    }

    @BeforeEach
    void a_spec_in_a_folder() throws IOException {
        folder = Files.createDirectories(temp.resolve("my specs"));
        spec = Files.writeString(folder.resolve("order.yaml"), ORDER);
        out = temp.resolve("out");
    }

    @AfterEach
    void the_watch_ends_when_it_is_asked_to() throws IOException, InterruptedException {
        if (watching.isPresent()) {
            watching.get().end();
            assertThat(watching.get().thread().isAlive()).isFalse();
        }
    }

    @Test
    void files_follow_what_is_saved() throws IOException {
        watch(spec);
        awaitRuns(1);
        assertThat(out.resolve("src/generated/java/Order.java")).exists();

        save(spec, WITH_ITEM);
        awaitRuns(2);

        assertThat(out.resolve("src/generated/java/Item.java")).exists();
        assertThat(said(outBytes)).contains("created   src/generated/java/Item.java\n");
        assertThat(lastRun())
                .matches("2 files: 1 created, 0 changed, 1 unchanged, 0 kept; [0-9]+ ms");
    }

    @Test
    void a_broken_spec_changes_nothing_and_a_mended_one_goes_on() throws IOException {
        watch(spec);
        awaitRuns(1);

        save(spec, WITH_ITEM + "events: [");
        awaitRuns(2);
        assertThat(lastRun()).startsWith("nothing was written; ");
        assertThat(said(errBytes)).contains("error[yaml.syntax]");
        assertThat(out.resolve("src/generated/java/Order.java")).exists();
        assertThat(out.resolve("src/generated/java/Item.java")).doesNotExist();

        save(spec, WITH_ITEM);
        awaitRuns(3);
        assertThat(out.resolve("src/generated/java/Item.java")).exists();
    }

    @Test
    void a_file_that_is_replaced_or_goes_and_comes_back_is_followed() throws IOException {
        watch(spec);
        awaitRuns(1);

        Path other = Files.writeString(folder.resolve(".order.yaml.swp"), WITH_ITEM);
        Files.move(other, spec, StandardCopyOption.ATOMIC_MOVE);
        awaitRuns(2);
        assertThat(out.resolve("src/generated/java/Item.java")).exists();

        Files.delete(spec);
        awaitRuns(3);
        assertThat(said(errBytes)).contains("error[source.unreadable]");
        assertThat(out.resolve("src/generated/java/Item.java")).exists();

        save(spec, ORDER);
        awaitRuns(4);
        assertThat(out.resolve("src/generated/java/Item.java")).doesNotExist();
    }

    @Test
    void saves_in_quick_succession_are_one_run() throws IOException, InterruptedException {
        watch(spec);
        awaitRuns(1);

        for (int i = 0; i < 8; i++) {
            Files.writeString(spec, WITH_ITEM + "# " + "x".repeat(i) + "\n");
            Thread.sleep(5);
        }
        await(() -> runs() >= 2);
        Thread.sleep(400);

        // A machine that stops for a moment may make two of them.
        assertThat(runs()).isBetween(2, 4);
        assertThat(out.resolve("src/generated/java/Item.java")).exists();
    }

    @Test
    void what_is_saved_elsewhere_is_none_of_its_business()
            throws IOException, InterruptedException {
        watch(spec);
        awaitRuns(1);

        Files.writeString(folder.resolve("other.yaml"), ORDER);
        Files.writeString(out.resolve("mine.txt"), "mine\n");
        Thread.sleep(600);

        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void contexts_in_files_of_their_own_count_new_ones_too() throws IOException {
        Path workspace = folder.resolve("contextmill.yaml");
        save(workspace, "workspace: shop\ncontexts: [order.yaml]\n");
        watch(folder);
        awaitRuns(1);

        save(spec, WITH_ITEM);
        awaitRuns(2);
        assertThat(out.resolve("order/src/generated/java/Item.java")).exists();

        save(workspace, "workspace: shop\ncontexts: [order.yaml, more/billing.yaml]\n");
        awaitRuns(3);
        assertThat(said(errBytes)).contains("error[workspace.unreadable-context]");

        Path billing = Files.createDirectories(folder.resolve("more")).resolve("billing.yaml");
        save(billing, "context: Billing\naggregates: [Invoice]\n");
        awaitRuns(4);
        assertThat(out.resolve("billing/src/generated/java/Invoice.java")).exists();

        save(billing, "context: Billing\naggregates: [Invoice, Reminder]\n");
        awaitRuns(5);
        assertThat(out.resolve("billing/src/generated/java/Reminder.java")).exists();
    }

    @Test
    void a_file_in_the_way_is_said_and_not_overwritten() throws IOException {
        watch(spec);
        awaitRuns(1);
        Path order = out.resolve("src/generated/java/Order.java");
        Files.writeString(order, "mine\n");

        save(spec, WITH_ITEM);
        awaitRuns(2);
        assertThat(said(errBytes)).contains("error[ownership.edited]");
        assertThat(lastRun()).startsWith("nothing was written; ");
        assertThat(order).hasContent("mine");

        Files.delete(order);
        save(spec, WITH_ITEM + "\n");
        awaitRuns(3);
        assertThat(order).hasContent("class Order {}");
    }

    @Test
    void another_run_at_the_folder_is_waited_for() throws IOException, InterruptedException {
        watch(spec);
        awaitRuns(1);
        Path lock = out.resolve(OwnFiles.LOCK.value());
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            channel.lock();
            save(spec, WITH_ITEM);
            awaitRuns(2);
            assertThat(said(errBytes)).contains("error[output.locked]");
            Thread.sleep(1200);
            assertThat(runs()).as("it is said once").isEqualTo(2);
        }
        awaitRuns(3);
        assertThat(out.resolve("src/generated/java/Item.java")).exists();
    }

    @Test
    void a_finding_is_told_once_and_an_error_each_time() throws IOException {
        watch(spec);
        awaitRuns(1);
        String warning = "warning[model.aggregate-without-command]";
        assertThat(said(errBytes)).containsOnlyOnce(warning);

        save(spec, "\n" + ORDER);
        awaitRuns(2);
        assertThat(said(errBytes)).containsOnlyOnce(warning);

        save(spec, WITH_ITEM);
        awaitRuns(3);
        assertThat(said(errBytes)).contains("no command goes to `Item`");
    }

    @Test
    void a_program_gets_a_document_for_each_run() throws IOException {
        options.format = GlobalOptions.Format.json;
        watch(spec);

        await(() -> said(outBytes).contains("\"millis\""));

        assertThat(said(outBytes)).contains("\"command\" : \"watch\"", "\"created\" : 1");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void it_ends_as_if_done_when_the_system_ends_it() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "watch",
                                spec.toString(),
                                "-o",
                                out.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(temp.resolve("said").toFile())
                        .start();
        try {
            Path said = temp.resolve("said");
            await(() -> RUN.matcher(read(said)).find());

            // As Ctrl-C does, which does not reach what a shell has started in its background.
            process.destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.resolve("pom.xml")).exists();
        } finally {
            process.destroyForcibly();
        }
    }

    private void watch(Path what) throws IOException {
        Streams streams =
                new Streams(utf8(outBytes), utf8(errBytes), false, false, Optional::empty);
        Pipeline pipeline =
                new Pipeline(Steps.standard(), Emitters.of(List.of(new ClassForEachAggregate())));
        WatchLoop loop =
                new WatchLoop(
                        pipeline,
                        what,
                        new OutputFolder(out),
                        new Console(streams, options, Map.of()));
        SpecWatch watch = new SpecWatch(what);
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                loop.run(watch);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        watching = Optional.of(new Watching(loop, watch, thread));
        thread.start();
    }

    /** In one step, as editors do that take care. */
    private void save(Path file, String text) throws IOException {
        Path written = Files.writeString(temp.resolve("being saved"), text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitRuns(int number) {
        await(() -> runs() >= number);
        assertThat(runs()).isEqualTo(number);
    }

    private int runs() {
        return (int) RUN.matcher(said(outBytes)).results().count();
    }

    private String lastRun() {
        return RUN.matcher(said(outBytes)).results().reduce((a, b) -> b).orElseThrow().group();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static final class ClassForEachAggregate implements Emitter {
        @Override
        public EmitterId id() {
            return new EmitterId("domain");
        }

        @Override
        public Stream<GeneratedFile> emit(EmitContext context) {
            return context.context().aggregates().stream()
                    .map(
                            aggregate ->
                                    new GeneratedFile(
                                            new RelativePath(
                                                    "src/generated/java/"
                                                            + aggregate.name()
                                                            + ".java"),
                                            Ownership.GENERATED,
                                            "class " + aggregate.name() + " {}\n",
                                            aggregate.origin(),
                                            id()));
        }
    }
}
