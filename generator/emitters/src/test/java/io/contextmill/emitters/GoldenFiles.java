package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Files as emitters make them of a spec, and as they stand in the example that is the golden. */
public final class GoldenFiles {
    private static final Path ORDER = Example.ORDER.living();

    private GoldenFiles() {}

    /** The files that the emitters make of the example's own spec, by path. */
    public static SortedMap<String, GeneratedFile> ofOrder(Emitter... emitters) {
        return of("order.yaml", read(ORDER.resolve("order.yaml")), emitters);
    }

    /** The files that the emitters make of a spec, by path. */
    public static SortedMap<String, GeneratedFile> of(
            String name, String spec, Emitter... emitters) {
        Validated<WorkspaceModel> model =
                new YamlReader()
                        .read(new SourceFile(name, spec))
                        .then(SpecDecoder::decode)
                        .then(Linker::link);
        WorkspaceModel workspace =
                model.value().orElseThrow(() -> new AssertionError(model.diagnostics().toString()));
        List<Diagnostic> findings = new ArrayList<>();
        SortedMap<String, GeneratedFile> files = new TreeMap<>();
        Emitters.of(List.of(emitters)).emit(workspace, findings::add).stream()
                .flatMap(context -> context.files())
                .forEach(file -> files.put(file.path().value(), file));
        assertThat(findings).isEmpty();
        return files;
    }

    /**
     * Fails unless the files are exactly those of the example whose paths are selected, but for
     * what people wrote there.
     */
    public static void assertSame(
            SortedMap<String, GeneratedFile> files, Predicate<String> selected) {
        SortedMap<String, GeneratedFile> made = new TreeMap<>(files);
        made.keySet().removeAll(Example.ORDER.written());
        SortedMap<String, String> golden = golden(selected);
        made.forEach(
                (path, file) -> {
                    if (golden.containsKey(path)) {
                        assertThat(file.text()).as(path).isEqualTo(golden.get(path));
                    }
                });
        assertThat(made.keySet()).isEqualTo(golden.keySet());
    }

    private static SortedMap<String, String> golden(Predicate<String> selected) {
        SortedMap<String, String> golden = new TreeMap<>();
        try {
            Example.ORDER
                    .files(ORDER)
                    .forEach(
                            (path, file) -> {
                                if (!Example.ORDER.written().contains(path)
                                        && selected.test(path)) {
                                    golden.put(path, read(file));
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
