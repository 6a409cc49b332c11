package io.contextmill.emitters.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestMethodsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a shipped order cannot be cancelled | aShippedOrderCannotBeCancelled",
                "A pending order can't be shipped! | aPendingOrderCantBeShipped",
                "An order of EUR 10,50 is kept | anOrderOfEUR1050IsKept",
                "3 orders are made | scenario3OrdersAreMade",
                "class | scenarioClass",
                "to string | scenarioToString",
                "für Käufer | fürKäufer",
                "snake_case-and */ { more | snakeCaseAndMore"
            })
    void aPhraseBecomesAName(String phrase, String name) {
        assertThat(TestMethods.sentence(phrase)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d\ude80 rocket",
                "\u202e reversed \u2066 isolated",
                "e\u0301te\u0301",
                "注文は取り消せない",
                "\ud835\udcb6 mathematical",
                "\\u000a} class Evil { /*",
                "x\u0000y"
            })
    void anyPhraseBecomesAnIdentifier(String phrase) {
        assertThat(TestMethods.sentence(phrase)).matches(SourceVersion::isName);
        assertThat(TestMethods.sentence(phrase.repeat(100)))
                .matches(SourceVersion::isName)
                .hasSizeLessThan(200);
    }

    @Test
    void otherMethodsAreNotHidden() {
        TestMethods cases = TestMethods.beside(List.of("decider"));
        cases.add("decider", CodeBlock.of("")).add("deciDer", CodeBlock.of(""));
        TypeSpec.Builder type = TypeSpec.classBuilder("Test");

        cases.addTo(type);

        assertThat(type.build().methodSpecs())
                .extracting(MethodSpec::name)
                .containsExactly("decider2", "deciDer3");
    }
}
