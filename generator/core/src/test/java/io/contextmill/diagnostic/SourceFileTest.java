package io.contextmill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    void linesEndInAnyOfThreeWays() {
        SourceFile file = new SourceFile("x", "a\nb\r\nc\rd\n\r\n\re");
        assertThat(lines(file, 9)).isEqualTo("|a|b|c|d|||e||");
    }

    @Test
    void theEndOfTheLastLineBeginsAnEmptyOne() {
        assertThat(lines(new SourceFile("x", "a\r\n"), 2)).isEqualTo("|a|");
        assertThat(lines(new SourceFile("x", ""), 1)).isEqualTo("|");
        assertThat(new SourceFile("x", "a").line(0)).isEmpty();
    }

    private static String lines(SourceFile file, int count) {
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= count; number++) {
            lines.append('|').append(file.line(number));
        }
        return lines.toString();
    }
}
