package io.contextmill.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Walks through a regular expression and writes down a text that it matches. Knows what people
 * write about codes and names: characters, classes, groups, alternatives and quantifiers; gives up
 * on the rest.
 */
public final class PatternWalk {
    private static final String MANY = "*+";

    private final String pattern;
    private final int variant;
    private final int longer;
    private int at;

    private PatternWalk(String pattern, int variant, int longer) {
        this.pattern = pattern;
        this.variant = variant;
        this.longer = longer;
    }

    /**
     * A text that the expression matches, if it is simple enough; to be checked, since this is no
     * engine.
     *
     * @param variant another text for another number, where the expression leaves a choice
     * @param longer how often more than necessary something is repeated
     */
    public static Optional<String> text(String pattern, int variant, int longer) {
        return places(pattern, variant, longer)
                .map(
                        places ->
                                places.stream()
                                        .map(place -> chosen(place, variant))
                                        .collect(Collectors.joining()));
    }

    /**
     * The places of such a text, of each the characters that the expression leaves open there, the
     * first of them that of the first variant.
     */
    static Optional<List<String>> places(String pattern, int variant, int longer) {
        PatternWalk walk = new PatternWalk(pattern, variant, longer);
        try {
            List<String> places = walk.alternatives();
            return walk.at == pattern.length() ? Optional.of(places) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private static String chosen(String place, int variant) {
        int chosen = (variant - 1) % place.length();
        return place.substring(chosen, chosen + 1);
    }

    private List<String> alternatives() {
        List<List<String>> texts = new ArrayList<>(List.of(sequence()));
        while (peek() == '|') {
            at++;
            texts.add(sequence());
        }
        return texts.get((variant - 1) % texts.size());
    }

    private List<String> sequence() {
        List<String> places = new ArrayList<>();
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            places.addAll(repeated(atom()));
        }
        return places;
    }

    private List<String> atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> place(charactersOfClass());
            case '.' -> place("xyz");
            case '\\' -> place(escaped());
            case '^', '$' -> List.of();
            default -> place(String.valueOf(c));
        };
    }

    private List<String> group() {
        if (peek() == '?') {
            if (!pattern.startsWith("?:", at)) {
                throw new Unknown();
            }
            at += 2;
        }
        List<String> places = alternatives();
        expect(')');
        return places;
    }

    private List<String> repeated(List<String> places) {
        int least = 1;
        if (peek() == '{') {
            int end = pattern.indexOf('}', at);
            String[] numbers = pattern.substring(at + 1, end).split(",", -1);
            at = end + 1;
            least = Integer.parseInt(numbers[0].strip());
            int most =
                    numbers.length == 1
                            ? least
                            : numbers[1].isBlank()
                                    ? Integer.MAX_VALUE
                                    : Integer.parseInt(numbers[1].strip());
            least = (int) Math.min(most, (long) least + longer);
        } else if (MANY.indexOf(peek()) >= 0) {
            least = (pattern.charAt(at++) == '+' ? 1 : 0) + longer;
        } else if (peek() == '?') {
            at++;
            least = Math.min(1, longer);
        }
        if (peek() == '+' || peek() == '?') {
            at++;
        }
        return Collections.nCopies(least, places).stream().flatMap(List::stream).toList();
    }

    private String charactersOfClass() {
        if (peek() == '^') {
            throw new Unknown();
        }
        StringBuilder characters = new StringBuilder();
        while (peek() != ']') {
            char c = pattern.charAt(at++);
            if (c == '[' || c == '&') {
                throw new Unknown();
            }
            String some = c == '\\' ? escaped() : String.valueOf(c);
            if (some.length() == 1
                    && peek() == '-'
                    && at + 1 < pattern.length()
                    && pattern.charAt(at + 1) != ']') {
                at++;
                some = range(some.charAt(0), pattern.charAt(at++));
            }
            characters.append(some);
        }
        at++;
        return characters.toString();
    }

    private static String range(char first, char last) {
        StringBuilder characters = new StringBuilder();
        for (char c = first; c <= last && characters.length() < 64; c++) {
            characters.append(c);
        }
        return characters.toString();
    }

    private String escaped() {
        if (at == pattern.length()) {
            throw new Unknown();
        }
        char c = pattern.charAt(at++);
        if (c == 'd') {
            return "123456789";
        }
        if (c == 'w') {
            return "abc";
        }
        if (c == 's') {
            return " ";
        }
        if (Character.isLetterOrDigit(c)) {
            throw new Unknown();
        }
        return String.valueOf(c);
    }

    private static List<String> place(String characters) {
        if (characters.isEmpty()) {
            throw new Unknown();
        }
        return List.of(characters);
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : '\0';
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new Unknown();
        }
        at++;
    }

    /** The expression has something that this walk does not know. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
