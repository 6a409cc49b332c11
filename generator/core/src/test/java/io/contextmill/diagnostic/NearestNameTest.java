package io.contextmill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES =
            List.of("Money", "aggregates", "readModels", "Order", "to");

    @ParameterizedTest
    @CsvSource({
        "Mony, Money",
        "Moneyy, Money",
        "Mouey, Money",
        "Mnoey, Money",
        "money, Money",
        "agregatse, aggregates",
        "read-models, readModels",
        "TO, to",
        "ot, to"
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(NearestName.of(written, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Other", "Xyz", "''", "x", "Monopolies"})
    void doesNotGuessWildly(String written) {
        assertThat(NearestName.of(written, NAMES)).isEmpty();
    }

    @Test
    void theNearerWinsAndThenTheFirst() {
        assertThat(NearestName.of("abcdef", List.of("abcxyf", "abcdex", "abcdey")))
                .contains("abcdex");
        assertThat(NearestName.of("abcdef", List.of())).isEmpty();
    }

    @Test
    void veryLongTextsAreNotCompared() {
        String text = "x".repeat(1_000_000);
        assertThat(NearestName.of(text, List.of(text + "y"))).isEmpty();
    }
}
