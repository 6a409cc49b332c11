package io.contextmill.emitters.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

        assertThat(Math.pow(text.digits().length(), text.length())).isGreaterThanOrEqualTo(1000);
        for (int digit = 0; digit < text.digits().length(); digit++) {
            String number = text.digits().substring(digit, digit + 1).repeat(text.length());
            assertThat(text.before() + number + text.after()).matches(pattern);
        }
    }

    @Test
    void aPatternWithTooLittleRoomGivesOneText() {
        NumberedText text = NumberedText.of(field(0, 30, Optional.of("A[12]")));

        assertThat(text).isEqualTo(new NumberedText("A1", "0123456789", 0, ""));
    }

    @Test
    void aTextWithoutPatternKeepsToItsLength() {
        assertThat(NumberedText.of(field(0, 30, Optional.empty())))
                .isEqualTo(new NumberedText("order number ", "0123456789", 8, ""));
        assertThat(NumberedText.of(field(0, 20, Optional.empty())).before()).isEmpty();
        assertThat(NumberedText.of(field(0, 5, Optional.empty())).length()).isEqualTo(5);
        assertThat(NumberedText.of(field(30, 40, Optional.empty())).before())
                .isEqualTo("xxxxxxxxxorder number ");
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
