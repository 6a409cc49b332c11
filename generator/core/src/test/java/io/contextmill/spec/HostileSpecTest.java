package io.contextmill.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.DiagnosticJson;
import io.contextmill.diagnostic.DiagnosticText;
import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.SourceReader;
import io.contextmill.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, the answer is a spec or findings with places in the file, never an
 * exception.
 */
class HostileSpecTest {
    private static final int ROUNDS = Integer.getInteger("hostile.rounds", 2000);
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        ": ",
        "- ",
        "? ",
        "?",
        "\n",
        "\n  ",
        "\t",
        "\r\n",
        "#",
        "\"",
        "'",
        "|",
        ">",
        "&a ",
        "*a",
        "!t ",
        "!<",
        "!!",
        "<<: ",
        "%YAML 1.1\n",
        "---\n",
        "...\n",
        "@",
        "`",
        "\\",
        "\\U99999999",
        "\\x",
        "\"\\ud800\"",
        "\u0000",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "🚚",
        "e\u0301",
        "context: ",
        "aggregates",
        "fields",
        "emits",
        "oneOf",
        "string(",
        "..",
        ")",
        ">= ",
        "~ (",
        "= ",
        "99999999999",
        "Order.",
        "A"
    };

    @Test
    void randomBytes() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(bytes);
        }
    }

    @Test
    void randomPieces() {
        Random random = new Random(2);
        for (int round = 0; round < 5 * ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void mutatedSpecs() throws IOException {
        List<byte[]> specs = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(Path.of("src/test/resources/rules"))) {
            for (Path path :
                    paths.filter(Files::isRegularFile)
                            .filter(path -> path.toString().endsWith(".yaml"))
                            .sorted()
                            .toList()) {
                specs.add(Files.readAllBytes(path));
            }
        }
        Random random = new Random(3);
        for (int round = 0; round < 5 * ROUNDS; round++) {
            check(mutated(specs.get(random.nextInt(specs.size())), random));
        }
    }

    private static byte[] mutated(byte[] spec, Random random) {
        String text = new String(spec, StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(6));
            String piece = random.nextInt(3) == 0 ? "" : PIECES[random.nextInt(PIECES.length)];
            text = text.substring(0, from) + piece + text.substring(to);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void check(byte[] bytes) {
        List<Diagnostic> findings;
        try {
            Validated<?> result =
                    new SourceReader()
                            .decode(bytes, "hostile.yaml")
                            .then(new YamlReader()::read)
                            .then(SpecDecoder::decode);
            findings = result.diagnostics();
            assertThat(result.value().isPresent() || result.hasErrors()).isTrue();
            DiagnosticText.coloured().render(findings);
            DiagnosticJson.render(findings);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("fails for " + Arrays.toString(bytes), e);
        }
        for (Diagnostic finding : findings) {
            assertThat(isInside(finding.span()))
                    .as("%s at %s", finding.message(), finding.span())
                    .isTrue();
            assertThat(finding.message() + finding.hint().orElse(""))
                    .doesNotContain("while ", "<block", "<scalar");
        }
    }

    private static boolean isInside(SourceSpan span) {
        Position start = span.start();
        String line = span.file().line(start.line());
        return start.column() <= line.codePointCount(0, line.length()) + 1
                && span.end().compareTo(start) >= 0;
    }
}
