package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.Emitters;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.expand.SpecPrinter;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A spec and its full form, in which nothing is left to be inferred, make the same files. So no
 * file depends on whether something was written or inferred, on where it is written, or on the name
 * of the spec's file.
 */
class ExpandedSpecTest {
    private static final Path SHOP = Path.of("../../examples/shop");
    private static final Path EXPANDED_SHOP = Path.of("../../examples/shop.expanded.yaml");

    @ParameterizedTest
    @ValueSource(
            strings = {"order", "parcel", "select", "shadow", "edges", "basket", "loan", "jar"})
    void makesTheSameFiles(String name) {
        String spec = Specs.text(name);
        String expanded = expanded(name, spec);

        SortedMap<String, String> first = texts(name + ".yaml", spec);
        SortedMap<String, String> second = texts("elsewhere/full form.yml", expanded);

        assertThat(expanded).isNotEqualTo(spec);
        assertThat(first).isNotEmpty();
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((path, text) -> assertThat(second.get(path)).as(path).isEqualTo(text));
    }

    /**
     * What is inferred from the names of the shop. {@code -Dgolden.update=true} writes the file
     * anew.
     */
    @Test
    void shopIsExpandedToItsGolden() throws IOException {
        String expanded =
                new Pipeline(Steps.standard(), Emitters.of(List.of()))
                        .expand(SHOP)
                        .value()
                        .orElseThrow();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(EXPANDED_SHOP, expanded);
        }

        assertThat(expanded).isEqualTo(Files.readString(EXPANDED_SHOP));
    }

    @Test
    void expandedShopMakesTheSameFiles() {
        assertThat(texts(EXPANDED_SHOP)).isNotEmpty().isEqualTo(texts(SHOP));
    }

    private static SortedMap<String, String> texts(Path spec) {
        WorkspaceModel workspace =
                new Pipeline(Steps.standard(), Emitters.of(List.of()))
                        .run(spec, new Goal.Validate())
                        .model()
                        .orElseThrow();
        SortedMap<String, String> texts = new TreeMap<>();
        Emitters.of(List.of(emitters()))
                .emit(
                        workspace,
                        finding -> {
                            throw new AssertionError(finding);
                        })
                .forEach(
                        part ->
                                part.files()
                                        .forEach(
                                                file ->
                                                        texts.put(
                                                                file.path().value(), file.text())));
        return texts;
    }

    private static String expanded(String name, String spec) {
        return new YamlReader()
                .read(new SourceFile(name + ".yaml", spec))
                .then(SpecDecoder::decode)
                .then(Linker::link)
                .value()
                .map(SpecPrinter::print)
                .orElseThrow();
    }

    private static SortedMap<String, String> texts(String file, String spec) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (GeneratedFile made : GoldenFiles.of(file, spec, emitters()).values()) {
            texts.put(made.path().value(), made.ownership() + "\n" + made.text());
        }
        return texts;
    }

    private static Emitter[] emitters() {
        return ServiceLoader.load(Emitter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toArray(Emitter[]::new);
    }
}
