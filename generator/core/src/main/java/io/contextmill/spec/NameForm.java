package io.contextmill.spec;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a name. Names are ASCII, so that none looks like another and each can stand in Java,
 * SQL and a URL.
 */
enum NameForm {
    /** Of contexts, aggregates, events, commands, queries, read models and types. */
    PASCAL(
            "[A-Z][A-Za-z0-9]*",
            "a name of letters and digits that begins with a capital, as in `OrderItem`"),
    /** Of fields. */
    CAMEL(
            "[a-z][A-Za-z0-9]*",
            "a name of letters and digits that begins with a small letter, as in `orderDate`"),
    /** Of the values of an enum. */
    CONSTANT(
            "[A-Za-z][A-Za-z0-9_]*",
            "a name of letters, digits and underscores, as in `IN_TRANSIT`"),
    /** Of workspaces. */
    KEBAB(
            "[a-z][a-z0-9]*(-[a-z0-9]+)*",
            "a name of small letters, digits and hyphens, as in `cargo-shipping`");

    private static final int LONGEST = 60;
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_WORD = Pattern.compile("[^A-Za-z0-9]+");

    private final Pattern pattern;
    private final String description;

    NameForm(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    boolean accepts(String name) {
        return name.length() <= LONGEST && pattern.matcher(name).matches();
    }

    /** What is expected, as the rest of "… is not". */
    String description() {
        return description;
    }

    /**
     * The first letter or digit that is not ASCII, even without its accent: such as a Cyrillic one
     * that looks like ours.
     */
    static Optional<String> foreignLetter(String name) {
        return withoutAccents(name)
                .codePoints()
                .filter(character -> character > 0x7F && Character.isLetterOrDigit(character))
                .mapToObj(Character::toString)
                .findFirst();
    }

    /**
     * The legal name that is closest to the given one. Absent where more than signs and accents
     * would have to go, since what is left would be another word.
     */
    Optional<String> nearest(String name) {
        if (name.length() > 10 * LONGEST || foreignLetter(name).isPresent()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (String word : NOT_IN_WORD.split(withoutAccents(name), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        String joined = join(words);
        String legal = joined.length() <= LONGEST ? joined : joined.substring(0, LONGEST);
        return accepts(legal) ? Optional.of(legal) : Optional.empty();
    }

    private static String withoutAccents(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        return ACCENT.matcher(decomposed).replaceAll("").replace("ß", "ss");
    }

    private String join(List<String> words) {
        if (this == CONSTANT) {
            return String.join("_", words);
        }
        if (this == KEBAB) {
            return String.join("-", words).toLowerCase(Locale.ROOT);
        }
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            boolean small = this == CAMEL && name.length() == 0;
            String first = word.substring(0, 1);
            boolean shouting =
                    words.size() > 1
                            && word.length() > 1
                            && word.equals(word.toUpperCase(Locale.ROOT));
            String rest = word.substring(1);
            name.append(small ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                    .append(shouting ? rest.toLowerCase(Locale.ROOT) : rest);
        }
        return name.toString();
    }
}
