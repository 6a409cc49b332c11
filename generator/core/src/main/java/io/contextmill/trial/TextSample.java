package io.contextmill.trial;

import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.words.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that a field can have, and texts that it cannot have. */
public final class TextSample {
    private static final int LONGEST_TRIED = 300;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final FieldModel field;
    private final Limits limits;

    /** Texts of a field. */
    public TextSample(FieldModel field) {
        this.field = field;
        this.limits = field.limits();
    }

    /** One of the texts; others for other variants, as far as the limits let them differ. */
    public String sample(int variant) {
        return limits.pattern()
                .flatMap(pattern -> named(variant).or(() -> matching(pattern, variant)))
                .orElseGet(() -> plain(variant));
    }

    /**
     * Whether one sample surely stands before another, in whatever language texts are sorted: they
     * differ in digits only.
     */
    public static boolean isAscending(FieldModel field, int one, int next) {
        TextSample samples = new TextSample(field);
        String before = samples.sample(one);
        String behind = samples.sample(next);
        return before.compareTo(behind) < 0
                && DIGIT.matcher(before)
                        .replaceAll("0")
                        .equals(DIGIT.matcher(behind).replaceAll("0"));
    }

    /** The name of the field with a number, where its limits allow that. */
    private Optional<String> named(int variant) {
        String text = String.join("-", Words.of(field.name()).lower()) + "-" + variant;
        return fits(text) && limits.pattern().filter(text::matches).isPresent()
                ? Optional.of(text)
                : Optional.empty();
    }

    private boolean fits(String text) {
        return text.length() >= limits.minLength().orElse(0)
                && text.length() <= limits.maxLength().orElse(Integer.MAX_VALUE);
    }

    /** A text with one character more than are allowed. */
    public Optional<String> tooLong() {
        return limits.maxLength().isPresent()
                ? Optional.of("x".repeat(limits.maxLength().getAsInt() + 1))
                : Optional.empty();
    }

    /** A text with one character less than are wanted. */
    public Optional<String> tooShort() {
        return limits.minLength().isPresent() && limits.minLength().getAsInt() > 0
                ? Optional.of("x".repeat(limits.minLength().getAsInt() - 1))
                : Optional.empty();
    }

    /** A text of a fitting length that does not match the pattern. */
    public Optional<String> unlike() {
        return limits.pattern().flatMap(this::unlike);
    }

    private Optional<String> unlike(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        int length = Math.max(1, sample(1).length());
        for (String candidate : new String[] {"~", "!", "x", "X", "0", " "}) {
            String text = candidate.repeat(length);
            if (!compiled.matcher(text).matches()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private String plain(int variant) {
        String text = String.join(" ", Words.of(field.name()).lower()) + " " + variant;
        int most = limits.maxLength().orElse(Integer.MAX_VALUE);
        if (text.length() > most) {
            text = text.substring(text.length() - most);
        }
        int least = limits.minLength().orElse(0);
        return text.length() < least ? "x".repeat(least - text.length()) + text : text;
    }

    private Optional<String> matching(String pattern, int variant) {
        Pattern compiled = Pattern.compile(pattern);
        for (int longer = 0; longer <= LONGEST_TRIED; longer++) {
            Optional<String> candidate = PatternWalk.text(pattern, variant, longer);
            if (candidate.isEmpty()) {
                return candidate;
            }
            String text = candidate.get();
            if (fits(text) && compiled.matcher(text).matches()) {
                return candidate;
            }
        }
        return Optional.empty();
    }
}
