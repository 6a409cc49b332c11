package io.contextmill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
    private static final String TEXT = "context: Größe 注文 🚚\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void theSameTextInEachEncodingWithAndWithoutMark(String name) {
        Charset charset = Charset.forName(name);
        assertThat(text(TEXT.getBytes(charset))).isEqualTo(TEXT);
        assertThat(text(("\uFEFF" + TEXT).getBytes(charset))).isEqualTo(TEXT);
    }

    @Test
    void shortFilesAreUtf8() {
        assertThat(text(new byte[0])).isEmpty();
        assertThat(text(new byte[] {'a'})).isEqualTo("a");
        assertThat(text(new byte[] {0})).isEqualTo("\0");
    }

    @Test
    void theFirstWrongByteIsNamed() {
        byte[] bytes = "a: b\r\n🚚: caf?".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xE9;
        Diagnostic finding = onlyFinding(new SourceReader().decode(bytes, "x.yaml"));
        assertThat(finding.rule().value()).isEqualTo("source.encoding");
        assertThat(finding.span()).hasToString("x.yaml:2:7");
        assertThat(finding.message()).contains("0xE9");
    }

    @Test
    void aFileIsReadUnderTheNameGiven(@TempDir Path folder) throws IOException {
        Path path = Files.writeString(folder.resolve("a b.yaml"), TEXT);
        SourceFile file = new SourceReader().read(path, "specs/a b.yaml").value().orElseThrow();
        assertThat(file.text()).isEqualTo(TEXT);
        assertThat(file.name()).isEqualTo("specs/a b.yaml");
    }

    @Test
    void whatIsNoReadableFileIsAFinding(@TempDir Path folder) throws IOException {
        assertThat(unreadable(folder)).isEqualTo("the file is a folder, not a file");
        assertThat(unreadable(folder.resolve("none"))).isEqualTo("the file does not exist");
        Path file = Files.writeString(folder.resolve("file"), TEXT);
        assertThat(unreadable(file.resolve("below"))).startsWith("the file ");
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertThat(unreadable(loop)).startsWith("the file cannot be read: ");
    }

    @Test
    void aFileWithoutPermissionIsAFinding(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.yaml"), TEXT);
        assumeTrue(
                file.toFile().setReadable(false) && !Files.isReadable(file),
                "this user may read everything");
        assertThat(unreadable(file)).isEqualTo("the file may not be read by this user");
    }

    @Test
    void noMoreIsReadThanTheLimit(@TempDir Path folder) throws IOException {
        Limits limits = new Limits(10, 100, 10, 10);
        Path exact = Files.writeString(folder.resolve("exact"), "0123456789");
        assertThat(new SourceReader(limits).read(exact, "x").hasErrors()).isFalse();
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless));
        Diagnostic finding = onlyFinding(new SourceReader(limits).read(endless, "zero"));
        assertThat(finding.rule().value()).isEqualTo("source.too-large");
    }

    private static String unreadable(Path path) {
        Diagnostic finding = onlyFinding(new SourceReader().read(path, "x.yaml"));
        assertThat(finding.rule().value()).isEqualTo("source.unreadable");
        return finding.message();
    }

    private static Diagnostic onlyFinding(Validated<SourceFile> result) {
        assertThat(result.value()).isEmpty();
        List<Diagnostic> findings = result.diagnostics();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static String text(byte[] bytes) {
        Validated<SourceFile> result = new SourceReader().decode(bytes, "x.yaml");
        assertThat(result.diagnostics()).isEmpty();
        return result.value().orElseThrow().text();
    }
}
