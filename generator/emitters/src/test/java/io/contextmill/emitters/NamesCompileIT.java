package io.contextmill.emitters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything may be called as Java, PostgreSQL, Windows and the generated code call something: each
 * word in each position, compiled.
 */
class NamesCompileIT {
    /** So many that no generated class becomes too large for Java. */
    private static final int WORDS_AT_ONCE = 120;

    private static final Set<AwkwardWords> KINDS =
            EnumSet.of(
                    AwkwardWords.JAVA_KEYWORDS,
                    AwkwardWords.JAVA_LANG,
                    AwkwardWords.METHODS_OF_OBJECT,
                    AwkwardWords.POSTGRESQL_RESERVED,
                    AwkwardWords.POSTGRESQL_SYSTEM_COLUMNS,
                    AwkwardWords.WINDOWS_DEVICES,
                    AwkwardWords.GENERATED_CLASSES);

    @ParameterizedTest
    @MethodSource
    void compile(List<String> words, @TempDir Path output) {
        AwkwardSpecs specs = new AwkwardSpecs(words);

        List<String> findings =
                IntStream.range(0, AwkwardSpecs.SPECS)
                        .parallel()
                        .mapToObj(number -> findings(specs, number, output))
                        .flatMap(List::stream)
                        .toList();

        assertThat(findings).isEmpty();
    }

    static List<List<String>> compile() {
        List<String> words = AwkwardWords.names(KINDS::contains);
        return IntStream.range(0, (words.size() + WORDS_AT_ONCE - 1) / WORDS_AT_ONCE)
                .mapToObj(
                        i ->
                                words.subList(
                                        i * WORDS_AT_ONCE,
                                        Math.min((i + 1) * WORDS_AT_ONCE, words.size())))
                .toList();
    }

    private static List<String> findings(AwkwardSpecs specs, int number, Path output) {
        String spec = specs.spec("Order", number);
        try {
            Path classes = Files.createDirectories(output.resolve(Integer.toString(number)));
            return JavaCompilation.findings(
                            AwkwardSpecs.java(spec), classes, JavaCompilation.SERVICE_LIBRARIES)
                    .stream()
                    .map(finding -> number + " " + finding)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
