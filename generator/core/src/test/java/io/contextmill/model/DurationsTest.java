package io.contextmill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contextmill.model.Expression.Operator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations as CEL writes them, and computing with them. */
class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "36h, PT36H",
        "1h30m, PT1H30M",
        "-1m30s, PT-1M-30S",
        "1.5s, PT1.5S",
        "-0.5s, PT-0.5S",
        "250ms3us1ns, PT0.250003001S",
        "0s, PT0S",
        "87660000h, PT87660000H"
    })
    void areRead(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1d", "h", "1h 30m", "PT1H", "0.1ns", "87660001h", "1.h"})
    void areNothingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void failAsNumbersDoWhereTheResultDoesNotFit() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);

        assertThatThrownBy(() -> Durations.computed(Operator.PLUS, Instant.EPOCH, longest))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Durations.computed(Operator.PLUS, longest, longest))
                .isInstanceOf(ArithmeticException.class);
    }
}
