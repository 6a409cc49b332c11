package io.contextmill.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emit.SharedModule;
import io.contextmill.model.CommandModel;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OwnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unchanged is not rendered again, and nobody can tell by what comes out. */
class SkippedRenderingTest {
    private static final List<String> CONTEXTS = List.of("Order", "Inventory", "Payment");
    private static final String GENERATOR = "generator 1";

    @TempDir private Path temp;

    private final Recorder recorder = new Recorder();
    private Path spec;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        spec = temp.resolve("shop.yaml");
        out = temp.resolve("out");
        write(1, 1, 1);
    }

    @Test
    void nothingIsRenderedWhereNothingChanged() {
        generate(GENERATOR, out);
        assertThat(recorder.rendered()).containsExactly("", "Inventory", "Order", "Payment");

        generate(GENERATOR, out);

        assertThat(recorder.rendered()).isEmpty();
    }

    @Test
    void onlyTheChangedContextAndWhatIsSharedIsRendered() throws IOException {
        generate(GENERATOR, out);
        recorder.rendered();
        write(1, 2, 1);

        generate(GENERATOR, out);

        assertThat(recorder.rendered()).containsExactly("", "Inventory");
    }

    @Test
    void allIsRenderedByAnotherGenerator() {
        generate(GENERATOR, out);
        recorder.rendered();

        generate("generator 2", out);

        assertThat(recorder.rendered()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense\n", "\u0000\u0001"})
    void allIsRenderedWhereWhatWasRememberedIsLost(String remembered) throws IOException {
        generate(GENERATOR, out);
        recorder.rendered();
        Files.writeString(out.resolve(OwnFiles.RENDERED.value()), remembered);

        generate(GENERATOR, out);

        assertThat(recorder.rendered()).hasSize(4);
    }

    @Test
    void aFileThatIsMissingIsRenderedAgain() throws IOException {
        generate(GENERATOR, out);
        recorder.rendered();
        Files.delete(out.resolve("order/Generated1.java"));

        generate(GENERATOR, out);

        assertThat(recorder.rendered()).containsExactly("Order");
        assertThat(out.resolve("order/Generated1.java")).exists();
    }

    @Test
    void aFileThatAContextAddsToASharedModuleIsTheContexts() throws IOException {
        generate(GENERATOR, out);
        recorder.rendered();
        Files.delete(out.resolve("contracts/Order.java"));

        generate(GENERATOR, out);

        assertThat(recorder.rendered()).containsExactly("Order");
        assertThat(out.resolve("contracts/Order.java")).exists();
    }

    @Test
    void whatIsRememberedIsNotCommitted() throws IOException {
        generate(GENERATOR, out);

        assertThat(out.resolve(OwnFiles.RENDERED.value())).exists();
        assertThat(out.resolve(OwnFiles.GITIGNORE.value())).content().contains("/rendered\n");
    }

    /** Random histories, once with what the last run remembered and once without it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToTheSameAsRenderingEverything(long seed) throws IOException {
        Random random = new Random(seed);
        Path forgetful = temp.resolve("forgetful");
        for (int step = 0; step < 25; step++) {
            String what = change(random, forgetful);
            Files.deleteIfExists(forgetful.resolve(OwnFiles.RENDERED.value()));

            List<String> one = generate(GENERATOR, out);
            List<String> other = generate(GENERATOR, forgetful);

            assertThat(one).as("seed %s, step %s: %s", seed, step, what).isEqualTo(other);
            assertThat(tree(out))
                    .as("seed %s, step %s: %s", seed, step, what)
                    .isEqualTo(tree(forgetful));
        }
    }

    /** Does the same to both folders, or changes the spec. */
    private String change(Random random, Path forgetful) throws IOException {
        List<String> files =
                Files.exists(out)
                        ? tree(out).keySet().stream()
                                .filter(path -> !path.endsWith("ignore"))
                                .toList()
                        : List.of();
        int kind = random.nextInt(6);
        if (kind < 2 || files.isEmpty()) {
            write(random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 4));
            return "another spec";
        }
        String path = files.get(random.nextInt(files.size()));
        for (Path folder : List.of(out, forgetful)) {
            Path file = folder.resolve(path);
            switch (kind) {
                case 2 -> Files.delete(file);
                case 3 -> Files.writeString(file, "edited\n");
                case 4 -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                }
                default -> {}
            }
        }
        return List.of("", "", "deleted ", "edited ", "a folder instead of ", "nothing to ")
                        .get(kind)
                + path;
    }

    private void write(int... commands) throws IOException {
        StringBuilder text = new StringBuilder("workspace: shop\ncontexts:\n");
        for (int i = 0; i < commands.length; i++) {
            String name = CONTEXTS.get(i);
            text.append("  ").append(name).append(":\n    aggregates: [").append(name);
            text.append("]\n    events: [").append(name).append("Created]\n    commands: [");
            text.append(
                    IntStream.rangeClosed(1, commands[i])
                            .mapToObj(number -> "Do%s%s".formatted(number, name))
                            .collect(Collectors.joining(", ")));
            text.append("]\n");
        }
        Files.writeString(spec, text);
    }

    /** What was decided and found, without the folder. */
    private List<String> generate(String generator, Path folder) {
        Outcome outcome =
                new Pipeline(
                                Steps.standard(),
                                Emitters.of(List.of(recorder)),
                                () -> Optional.of(generator))
                        .run(spec, new Goal.Generate(new OutputFolder(folder), false, file -> {}));
        List<String> said = new ArrayList<>();
        outcome.plan()
                .ifPresent(
                        plan ->
                                plan.actions()
                                        .forEach(
                                                action ->
                                                        said.add(
                                                                action.kind()
                                                                        + " "
                                                                        + action.path())));
        outcome.diagnostics()
                .forEach(
                        finding ->
                                said.add(
                                        (finding.rule() + " " + finding.message())
                                                .replace(folder.toString(), "")));
        return said;
    }

    /** All files but those that tell the two kinds of run apart. */
    private static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        Set<String> own = Set.of(OwnFiles.RENDERED.value(), OwnFiles.LOCK.value());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!own.contains(path)) {
                    tree.put(path, Files.readString(file));
                }
            }
        }
        return tree;
    }

    /** Makes some files of each kind, and knows whose were asked for. */
    private static final class Recorder implements Emitter {
        private final Collection<String> rendered = new ConcurrentSkipListSet<>();

        /** The contexts since the last call; the empty name for what is shared. */
        Set<String> rendered() {
            Set<String> since = new TreeSet<>(rendered);
            rendered.clear();
            return since;
        }

        @Override
        public EmitterId id() {
            return new EmitterId("recorder");
        }

        @Override
        public Stream<GeneratedFile> emit(EmitContext context) {
            rendered.add(context.context().name());
            List<String> commands =
                    context.context().aggregates().stream()
                            .flatMap(aggregate -> aggregate.commands().stream())
                            .map(CommandModel::name)
                            .toList();
            Stream<GeneratedFile> generated =
                    IntStream.rangeClosed(1, commands.size())
                            .mapToObj(
                                    number ->
                                            file(
                                                    context,
                                                    "Generated%s.java".formatted(number),
                                                    Ownership.GENERATED,
                                                    commands));
            return Stream.concat(
                    generated,
                    Stream.of(
                            file(context, "Owned.java", Ownership.SCAFFOLDED, commands),
                            file(context, "V1.sql", Ownership.APPEND_ONCE, commands)));
        }

        @Override
        public Stream<GeneratedFile> emit(EmitContext context, SharedModule module) {
            return module == SharedModule.CONTRACTS
                    ? Stream.of(
                            file(
                                    context,
                                    context.context().name() + ".java",
                                    Ownership.GENERATED,
                                    List.of()))
                    : Stream.empty();
        }

        @Override
        public Stream<GeneratedFile> emit(SharedEmitContext context) {
            rendered.add("");
            return context.module() == SharedModule.PLATFORM
                    ? Stream.of(
                            new GeneratedFile(
                                    new RelativePath("All.java"),
                                    Ownership.GENERATED,
                                    context.workspace().contexts().stream()
                                                    .map(
                                                            part ->
                                                                    part.aggregates()
                                                                            .get(0)
                                                                            .commands())
                                                    .map(commands -> "// " + commands.size())
                                                    .collect(Collectors.joining("\n"))
                                            + "\n",
                                    context.workspace().contexts().get(0).origin(),
                                    id()))
                    : Stream.empty();
        }

        private GeneratedFile file(
                EmitContext context, String path, Ownership ownership, List<String> commands) {
            return new GeneratedFile(
                    new RelativePath(path),
                    ownership,
                    path + " " + commands + "\n",
                    context.context().origin(),
                    id());
        }
    }
}
