package io.contextmill.trial;

import io.contextmill.model.FieldModel;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Texts that a field can have, told apart by a number: the places of one of them turn like those of
 * an odometer, digits to digits and letters to letters, or to the characters that are said.
 *
 * @param first the first of the texts
 * @param begin its first place that turns
 * @param end the place behind the last one that turns; {@code begin} where none does
 * @param turning the characters that the places turn to, place by place from {@code begin} on, the
 *     last of them for all further ones; empty where digits turn to digits and letters to letters
 */
public record NumberedText(String first, int begin, int end, List<String> turning) {
    /** With fewer, the tests of a service might come across one twice. */
    public static final int ENOUGH = 500;

    private static final int MOST_PLACES = 8;
    private static final int LONGEST_TRIED = 40;
    private static final int TRIED = 64;

    /** Takes a copy of the characters. */
    public NumberedText {
        turning = List.copyOf(turning);
    }

    /** Texts with digits that turn to digits, and letters that turn to letters. */
    public NumberedText(String first, int begin, int end) {
        this(first, begin, end, List.of());
    }

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
        return IntStream.range(begin, end)
                .mapToLong(this::turns)
                .reduce(1, (some, more) -> some * more);
    }

    /** One of the texts, from zero on. */
    public String text(long number) {
        StringBuilder text = new StringBuilder(first);
        long rest = number;
        for (int place = end - 1; place >= begin; place--) {
            int turns = turns(place);
            text.setCharAt(place, turned(place, (int) (rest % turns)));
            rest /= turns;
        }
        return text.toString();
    }

    private int turns(int place) {
        return turning.isEmpty() ? turnsOf(first.charAt(place)) : characters(place).length();
    }

    private char turned(int place, int by) {
        return turning.isEmpty() ? (char) (first.charAt(place) + by) : characters(place).charAt(by);
    }

    private String characters(int place) {
        return turning.get(Math.min(place - begin, turning.size() - 1));
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
        return most(most, alternatives(pattern, matched));
    }

    private static Optional<NumberedText> most(
            Optional<NumberedText> one, Optional<NumberedText> other) {
        return other.filter(found -> one.isEmpty() || one.get().count() < found.count())
                .or(() -> one);
    }

    /** Those of the shortest text whose places turn to all that the pattern says of them. */
    private static Optional<NumberedText> alternatives(String pattern, Predicate<String> matched) {
        Optional<NumberedText> most = Optional.empty();
        for (int longer = 0; longer <= LONGEST_TRIED; longer++) {
            Optional<NumberedText> found =
                    PatternWalk.places(pattern, 1, longer)
                            .map(NumberedText::turning)
                            .filter(text -> text.isAll(matched));
            most = most(most, found);
            if (most.filter(text -> text.count() >= ENOUGH).isPresent()) {
                return most;
            }
        }
        return most;
    }

    /** The text of places that are open, from the first such place on. */
    private static NumberedText turning(List<String> places) {
        List<String> distinct =
                places.stream()
                        .map(
                                place ->
                                        place.chars()
                                                .distinct()
                                                .mapToObj(Character::toString)
                                                .collect(Collectors.joining()))
                        .toList();
        String first =
                distinct.stream().map(place -> place.substring(0, 1)).collect(Collectors.joining());
        int begin = 0;
        while (begin < distinct.size() && distinct.get(begin).length() == 1) {
            begin++;
        }
        int end = Math.min(begin + MOST_PLACES, distinct.size());
        List<String> turning = new ArrayList<>(distinct.subList(begin, end));
        while (turning.size() > 1
                && turning.get(turning.size() - 1).equals(turning.get(turning.size() - 2))) {
            turning.remove(turning.size() - 1);
        }
        return new NumberedText(first, begin, end, turning);
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

    private static int turnsOf(char zero) {
        if (zero == '0') {
            return 10;
        }
        return zero == 'A' || zero == 'a' ? 26 : 1;
    }
}
