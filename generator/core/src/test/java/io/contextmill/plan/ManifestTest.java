package io.contextmill.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.Validated;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final Manifest MANIFEST =
            new Manifest(
                    "1.2.3",
                    new TreeMap<>(
                            Map.of(
                                    new RelativePath("src/with a space.txt"),
                                    new Manifest.Entry(
                                            Ownership.SCAFFOLDED,
                                            new EmitterId("domain"),
                                            Digest.of("b\n")),
                                    new RelativePath("db/V1.sql"),
                                    new Manifest.Entry(
                                            Ownership.APPEND_ONCE,
                                            new EmitterId("postgres"),
                                            Digest.of("a\n")))));

    @Test
    void is_one_sorted_line_for_each_file() {
        assertThat(MANIFEST.text())
                .isEqualTo(
                        """
                        # Written by Contextmill. Commit it: it tells files that were edited from files that were generated.
                        format: 1
                        generator: 1.2.3
                        append-once postgres 87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7 db/V1.sql
                        scaffolded domain 0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f src/with a space.txt
                        """);
    }

    @Test
    void says_the_same_when_read_back_with_any_line_ends() {
        assertThat(parse(MANIFEST.text()).value()).contains(MANIFEST);
        assertThat(parse(MANIFEST.text().replace("\n", "\r\n")).value()).contains(MANIFEST);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "'# Written', 1",
        "'{first}\nformat: x\n', 2",
        "'{first}\nformat: 1\n', 3",
        "'{first}\nformat: 1\ngenerator: 1\n<<<<<<< HEAD\n', 4",
        "'{first}\nformat: 1\ngenerator: 1\ngenerated domain {digest} ../x\n', 4",
        "'{first}\nformat: 1\ngenerator: 1\ngenerated domain {digest} /x\n', 4",
        "'{first}\nformat: 1\ngenerator: 1\ngenerated domain {digest} x\ngenerated domain {digest} x\n', 5",
        "'{first}\nformat: 1\ngenerator: 1\ngenerated domain 00 x\n', 4",
        "'{first}\nformat: 1\ngenerator: 1\ntheirs domain {digest} x\n', 4",
    })
    void a_damaged_one_is_a_finding_at_its_line(String text, int line) {
        String first = MANIFEST.text().lines().findFirst().orElseThrow();
        Validated<Manifest> read =
                parse(text.replace("{first}", first).replace("{digest}", Digest.of("a\n").hex()));

        assertThat(read.value()).isEmpty();
        assertThat(read.diagnostics())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(PlanRules.MANIFEST_DAMAGED.id());
                            assertThat(finding.span().start().line()).isEqualTo(line);
                        });
    }

    @Test
    void a_newer_one_is_a_finding_of_its_own() {
        Validated<Manifest> read = parse(MANIFEST.text().replace("format: 1", "format: 2"));

        assertThat(read.value()).isEmpty();
        assertThat(read.diagnostics())
                .extracting(finding -> finding.rule())
                .containsExactly(PlanRules.MANIFEST_NEWER.id());
    }

    private static Validated<Manifest> parse(String text) {
        return Manifest.parse(new SourceFile(".contextmill/order.manifest", text));
    }
}
