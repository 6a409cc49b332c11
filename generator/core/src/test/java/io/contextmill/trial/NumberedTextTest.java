package io.contextmill.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORD-[0-9]{6}",
                "[A-Z]{2}[0-9]{4}",
                "[A-Z]{3}",
                "[a-z]+@[a-z]+\\.(com|org)",
                "(?:DE|FR)\\d{5,9}",
                "[A-Z0-9]+",
                ".*"
            })
    void manyTextsMatchThePattern(String pattern) {
        NumberedText text = NumberedText.of(field(3, 30, Optional.of(pattern)));

        assertThat(text.count()).isGreaterThanOrEqualTo(NumberedText.ENOUGH);
        assertThat(LongStream.range(0, NumberedText.ENOUGH).mapToObj(text::text))
                .doesNotHaveDuplicates()
                .allMatch(found -> found.matches(pattern));
        assertThat(text.text(text.count() - 1)).matches(pattern);
    }

    @ParameterizedTest
    @CsvSource({"A[12],1", "T-[1-9],1", "[A-Z][0-9],260", "[0-9]{2}-X,100", "(?=T)T[0-9]{8},1"})
    void aPatternWithLittleRoomGivesFew(String pattern, long count) {
        NumberedText text = NumberedText.of(field(0, 30, Optional.of(pattern)));

        assertThat(text.count()).isEqualTo(count);
    }

    @Test
    void digitsTurnToDigitsAndLettersToLetters() {
        NumberedText text = NumberedText.of(field(0, 30, Optional.of("[A-Z][0-9]{2}-[a-z]")));

        assertThat(Stream.of(0, 1, 25, 26, 2600, 67599).map(text::text))
                .containsExactly("A00-a", "A00-b", "A00-z", "A01-a", "B00-a", "Z99-z");
    }

    @Test
    void aTextWithoutPatternKeepsToItsLength() {
        assertThat(NumberedText.of(field(0, 30, Optional.empty())))
                .isEqualTo(new NumberedText("order number 00000000", 13, 21));
        assertThat(NumberedText.of(field(0, 20, Optional.empty())).first()).isEqualTo("00000000");
        assertThat(NumberedText.of(field(0, 5, Optional.empty())).count()).isEqualTo(100_000);
        assertThat(NumberedText.of(field(30, 40, Optional.empty())).first())
                .isEqualTo("xxxxxxxxxorder number 00000000");
    }

    private static FieldModel field(int min, int max, Optional<String> pattern) {
        Limits limits =
                new Limits(
                        OptionalInt.of(min),
                        OptionalInt.of(max),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        List.of(),
                        pattern);
        return new FieldModel(
                "orderNumber", Scalar.STRING, false, limits, new SourceFile("a", "").start());
    }
}
