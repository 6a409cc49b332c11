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
                ".*",
                "[a-f0-9]{8}",
                "[0-9a-f]{8}",
                "[A-HJ-NPR-Z0-9]{17}",
                "[B-Y]{17}",
                "[A-F]{9}",
                "[ACGT]{20}",
                "X-[A-F][2-5]-[acac][1-9]{2}"
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
    @CsvSource({
        "A[12],2",
        "T-[1-9],9",
        "[A-C]{2}-[AA],9",
        "[A-Z][0-9],260",
        "[0-9]{2}-X,100",
        "(?=T)T[0-9]{8},1"
    })
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
    void whereNeitherFitsPlacesTurnToWhatThePatternSays() {
        NumberedText text = NumberedText.of(field(0, 30, Optional.of("X[B-D][4-6]{2}-[5-9]{3}")));

        assertThat(text)
                .isEqualTo(
                        new NumberedText(
                                "XB44-555", 1, 8, List.of("BCD", "456", "456", "-", "56789")));
        assertThat(Stream.of(0, 1, 5, 125, 3374).map(text::text))
                .containsExactly("XB44-555", "XB44-556", "XB44-565", "XB45-555", "XD66-999");
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
