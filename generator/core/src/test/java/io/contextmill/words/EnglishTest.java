package io.contextmill.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {
    @ParameterizedTest
    @CsvSource({
        "Order, Orders",
        "summary, summaries",
        "Day, Days",
        "Address, Addresses",
        "Status, Statuses",
        "Box, Boxes",
        "Batch, Batches",
        "Dish, Dishes",
        "Analysis, Analyses",
        "Person, People",
        "Child, Children",
        "Quiz, Quizzes",
        "Shelf, Shelves",
        "Alias, Aliases",
        "Equipment, Equipment",
        "Orders, Orders",
        "People, People",
        "SKU, SKUs",
        "Inventory, Inventories",
        "Invoice, Invoices",
        "Cargo, Cargoes",
        "Photo, Photos",
    })
    void pluralises(String noun, String plural) {
        assertThat(English.plural(noun)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "create, created",
        "Cancel, cancelled",
        "cancel, canceled",
        "ship, shipped",
        "pay, paid",
        "repay, repaid",
        "send, sent",
        "withdraw, withdrawn",
        "apply, applied",
        "deploy, deployed",
        "submit, submitted",
        "open, opened",
        "write, written",
        "overwrite, overwritten",
        "panic, panicked",
        "reset, reset",
        "fix, fixed",
        "enrol, enrolled",
        "enroll, enrolled",
        "fulfil, fulfilled",
    })
    void knowsParticiples(String verb, String participle) {
        assertThat(English.participles(verb)).contains(participle);
    }

    @Test
    void prefersTheBritishAndTheIrregularForm() {
        assertThat(English.participles("cancel")).first().isEqualTo("cancelled");
        assertThat(English.participles("pay")).first().isEqualTo("paid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Created", "Cancelled", "canceled", "Paid", "Sent", "Rebuilt", "Used"})
    void recognisesParticiples(String word) {
        assertThat(English.isParticiple(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alert", "Order", "Feed", "Need", "Red", "Stock", "ed"})
    void recognisesWhatIsNoParticiple(String word) {
        assertThat(English.isParticiple(word)).isFalse();
    }

    @Test
    void comparesWordsWithoutNumberAndSpelling() {
        assertThat(List.of("authorise", "Authorize", "AUTHORIZES"))
                .extracting(English::comparable)
                .containsOnly(English.comparable("authorize"));
        assertThat(English.comparable("colour")).isEqualTo(English.comparable("colors"));
        assertThat(English.comparable("people")).isEqualTo(English.comparable("person"));
        assertThat(English.comparable("centre")).isEqualTo(English.comparable("center"));
        assertThat(English.comparable("filed")).isNotEqualTo(English.comparable("filled"));
    }
}
