package io.contextmill.trial;

import io.contextmill.model.FieldModel;
import io.contextmill.words.Words;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Texts that a field can have, told apart by a number: the places of one of them turn like those of
 * an odometer, digits to digits and letters to letters.
 *
 * @param first the first of the texts
 * @param begin its first place that turns
 * @param end the place behind the last one that turns; {@code begin} where none does
 */
public record NumberedText(String first, int begin, int end) {
    /** With fewer, the tests of a service might come across one twice. */
    public static final int ENOUGH = 500;

    private static final int MOST_PLACES = 8;
    private static final int LONGEST_TRIED = 40;
    private static final int TRIED = 64;

    /** Those of a field. */
    public static NumberedText of(FieldModel field) {
        return field.limits()
                .pattern()
                .map(
                        pattern ->
                                named(field, pattern)
                                        .or(() -> matching(field, pattern))
                                        .orElseGet(() -> fixed(new TextSample(field).sample(1))))
                .orElseGet(() -> plain(field));
    }

    /** How many there are. */
    public long count() {
        return first.substring(begin, end)
                .chars()
                .mapToLong(NumberedText::turns)
                .reduce(1, (some, more) -> some * more);
    }

    /** One of the texts, from zero on. */
    public String text(long number) {
        StringBuilder text = new StringBuilder(first);
        long rest = number;
        for (int place = end - 1; place >= begin; place--) {
            int turns = turns(first.charAt(place));
            text.setCharAt(place, (char) (first.charAt(place) + rest % turns));
            rest /= turns;
        }
        return text.toString();
    }

    private static NumberedText plain(FieldModel field) {
        int most = field.limits().maxLength().orElse(Integer.MAX_VALUE);
        int least = field.limits().minLength().orElse(0);
        int length = Math.min(MOST_PLACES, most);
        String words = String.join(" ", Words.of(field.name()).lower()) + " ";
        String before = words.length() + length > most ? "" : words;
        String filling = "x".repeat(Math.max(0, least - before.length() - length));
        return counted(filling + before, length);
    }

    /** The name of the field with a number, where its limits allow that. */
    private static Optional<NumberedText> named(FieldModel field, String pattern) {
        NumberedText text =
                counted(String.join("-", Words.of(field.name()).lower()) + "-", MOST_PLACES);
        return text.isAll(Pattern.compile(pattern).asMatchPredicate().and(fits(field)))
                ? Optional.of(text)
                : Optional.empty();
    }

    private static NumberedText counted(String before, int length) {
        return new NumberedText(
                before + "0".repeat(length), before.length(), before.length() + length);
    }

    private static NumberedText fixed(String text) {
        return new NumberedText(text, 0, 0);
    }

    /** Those of the shortest text that a pattern matches, made longer as long as there are few. */
    private static Optional<NumberedText> matching(FieldModel field, String pattern) {
        Predicate<String> matched = Pattern.compile(pattern).asMatchPredicate().and(fits(field));
        Optional<NumberedText> most = Optional.empty();
        for (int longer = 0; longer <= LONGEST_TRIED; longer++) {
            Optional<String> text = PatternWalk.text(pattern, 1, longer);
            if (text.isEmpty()) {
                return most;
            }
            if (matched.test(text.get())) {
                NumberedText found = most(text.get(), matched);
                if (most.isEmpty() || most.get().count() < found.count()) {
                    most = Optional.of(found);
                }
                if (found.count() >= ENOUGH) {
                    return most;
                }
            }
        }
        return most;
    }

    private static Predicate<String> fits(FieldModel field) {
        return text ->
                text.length() >= field.limits().minLength().orElse(0)
                        && text.length() <= field.limits().maxLength().orElse(Integer.MAX_VALUE);
    }

    /** The first stretch of a text that has many texts, or the one that has most. */
    private static NumberedText most(String text, Predicate<String> matched) {
        NumberedText most = fixed(text);
        for (int begin = 0; begin < text.length() && most.count() < ENOUGH; begin++) {
            NumberedText found = from(begin, text, matched);
            if (found.count() > most.count()) {
                most = found;
            }
        }
        return most;
    }

    private static NumberedText from(int begin, String text, Predicate<String> matched) {
        NumberedText longest = new NumberedText(text, begin, begin);
        for (int end = begin + 1; end <= Math.min(text.length(), begin + MOST_PLACES); end++) {
            NumberedText longer = new NumberedText(withZeros(text, begin, end), begin, end);
            if (!longer.isAll(matched)) {
                return longest;
            }
            longest = longer;
        }
        return longest;
    }

    private static String withZeros(String text, int begin, int end) {
        StringBuilder zeros = new StringBuilder(text);
        for (int place = begin; place < end; place++) {
            zeros.setCharAt(place, zero(text.charAt(place)));
        }
        return zeros.toString();
    }

    /** Whether this holds for the first and the last of the texts and many between. */
    private boolean isAll(Predicate<String> matched) {
        long count = count();
        return Stream.of(
                        LongStream.of(count - 1),
                        LongStream.range(0, Math.min(count, TRIED)),
                        LongStream.range(0, TRIED).map(part -> count / TRIED * part))
                .flatMap(LongStream::boxed)
                .allMatch(number -> matched.test(text(number)));
    }

    private static char zero(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return 'A';
        }
        return c >= 'a' && c <= 'z' ? 'a' : c;
    }

    private static int turns(int zero) {
        if (zero == '0') {
            return 10;
        }
        return zero == 'A' || zero == 'a' ? 26 : 1;
    }
}
