package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts as Java code. */
class LiteralsTest {
    @Test
    void escapeWhatJavaReadsOtherwise() {
        assertThat(Literals.string("a\"b\\u0041\n\r\t$").toString())
                .isEqualTo("\"a\\\"b\\\\u0041\\n\\r\\t$\"");
        assertThat(Literals.string("\u0000\u0085\u202e\ud83d").toString())
                .isEqualTo("\"\\000\\u0085\\u202e\\ud83d\"");
        assertThat(Literals.string("gr\u00fcn \ud83d\ude80").toString())
                .isEqualTo("\"gr\u00fcn \ud83d\ude80\"");
    }

    @Test
    void durationsHaveTheGreatestUnitThatIsExact() {
        assertThat(durations("PT0S", "P2D", "PT-36H", "PT90M", "PT61S", "PT0.25S"))
                .containsExactly(
                        "java.time.Duration.ZERO",
                        "java.time.Duration.ofDays(2)",
                        "java.time.Duration.ofHours(-36)",
                        "java.time.Duration.ofMinutes(90)",
                        "java.time.Duration.ofSeconds(61)",
                        "java.time.Duration.ofMillis(250)");
        assertThat(durations("PT3000000000S", "PT3000000001S", "PT0.000000001S"))
                .containsExactly(
                        "java.time.Duration.ofMinutes(50000000)",
                        "java.time.Duration.ofSeconds(3000000001L)",
                        "java.time.Duration.parse(\"PT0.000000001S\")");
    }

    private static Stream<String> durations(String... texts) {
        return Stream.of(texts).map(text -> Literals.duration(Duration.parse(text)).toString());
    }

    @Test
    void lineCommentsStayInTheirLine() {
        assertThat(Literals.lineComment("a\\u000ab\nc\u2028")).isEqualTo("a\\\\u000ab?c?");
    }
}
