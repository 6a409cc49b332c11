package io.contextmill.emitters.samples;

import io.contextmill.model.FieldModel;
import io.contextmill.trial.PatternWalk;
import io.contextmill.trial.TextSample;
import io.contextmill.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts that a field can have, told apart by a number.
 *
 * @param before what they begin with
 * @param digits the digits of the number, zero first
 * @param length how many digits the number has
 * @param after what they end with
 */
record NumberedText(String before, String digits, int length, String after) {
    private static final List<String> ALPHABETS =
            List.of("0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz");

    private static final int MOST_DIGITS = 8;
    private static final int ENOUGH = 1000;
    private static final int LONGEST_TRIED = 40;

    /** Those of a field; all the same where its pattern leaves too little room. */
    static NumberedText of(FieldModel field) {
        return field.limits()
                .pattern()
                .map(
                        pattern ->
                                named(field, pattern)
                                        .or(() -> matching(field, pattern))
                                        .orElseGet(() -> fixed(field)))
                .orElseGet(() -> plain(field));
    }

    private static NumberedText plain(FieldModel field) {
        int most = field.limits().maxLength().orElse(Integer.MAX_VALUE);
        int least = field.limits().minLength().orElse(0);
        int length = Math.min(MOST_DIGITS, most);
        String words = String.join(" ", Words.of(field.name()).lower()) + " ";
        String before = words.length() + length > most ? "" : words;
        String filling = "x".repeat(Math.max(0, least - before.length() - length));
        return new NumberedText(filling + before, ALPHABETS.get(0), length, "");
    }

    /** The name of the field with a number, where its limits allow that. */
    private static Optional<NumberedText> named(FieldModel field, String pattern) {
        String name = String.join("-", Words.of(field.name()).lower()) + "-";
        String digits = ALPHABETS.get(0);
        boolean possible =
                Stream.of("0", "9")
                        .map(digit -> name + digit.repeat(MOST_DIGITS))
                        .allMatch(text -> fits(text, field) && text.matches(pattern));
        return possible
                ? Optional.of(new NumberedText(name, digits, MOST_DIGITS, ""))
                : Optional.empty();
    }

    private static NumberedText fixed(FieldModel field) {
        return new NumberedText(new TextSample(field).sample(1), ALPHABETS.get(0), 0, "");
    }

    private static Optional<NumberedText> matching(FieldModel field, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        for (int longer = 0; longer <= LONGEST_TRIED; longer++) {
            Optional<String> text = PatternWalk.text(pattern, 1, longer);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (fits(text.get(), field) && compiled.matcher(text.get()).matches()) {
                for (String digits : ALPHABETS) {
                    Optional<NumberedText> found = in(text.get(), digits, compiled);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String text, FieldModel field) {
        return text.length() >= field.limits().minLength().orElse(0)
                && text.length() <= field.limits().maxLength().orElse(Integer.MAX_VALUE);
    }

    /** The first stretch of a text that can hold enough numbers. */
    private static Optional<NumberedText> in(String text, String digits, Pattern pattern) {
        for (int begin = 0; begin < text.length(); begin++) {
            int length = 0;
            while (begin + length < text.length()
                    && length < MOST_DIGITS
                    && takesAll(text, begin, length + 1, digits, pattern)) {
                length++;
            }
            if (Math.pow(digits.length(), length) >= ENOUGH) {
                return Optional.of(
                        new NumberedText(
                                text.substring(0, begin),
                                digits,
                                length,
                                text.substring(begin + length)));
            }
        }
        return Optional.empty();
    }

    /** Whether the pattern is matched whatever digit stands in all the places, or in the last. */
    private static boolean takesAll(
            String text, int begin, int length, String digits, Pattern pattern) {
        String zeros = digits.substring(0, 1).repeat(length - 1);
        return digits.chars()
                .mapToObj(Character::toString)
                .allMatch(
                        digit ->
                                isMatched(text, begin, digit.repeat(length), pattern)
                                        && isMatched(text, begin, zeros + digit, pattern));
    }

    private static boolean isMatched(String text, int begin, String part, Pattern pattern) {
        String changed = text.substring(0, begin) + part + text.substring(begin + part.length());
        return pattern.matcher(changed).matches();
    }
}
