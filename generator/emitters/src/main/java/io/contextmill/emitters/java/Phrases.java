package io.contextmill.emitters.java;

import io.contextmill.words.English;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * English phrases made from names, for comments and messages: {@code OrderItem} is <i>an order
 * item</i>, {@code CancelOrder} <i>cancels an order</i>, {@code OrderCancelled} means that <i>an
 * order was cancelled</i>.
 */
public final class Phrases {
    private static final Set<String> PREPOSITIONS =
            Set.of(
                    "about", "after", "against", "as", "at", "before", "by", "down", "for", "from",
                    "in", "into", "of", "off", "on", "out", "over", "through", "to", "up", "via",
                    "with", "without");
    private static final Set<String> UNCOUNTABLE =
            Set.of(
                    "access",
                    "cash",
                    "equipment",
                    "feedback",
                    "freight",
                    "information",
                    "inventory",
                    "luggage",
                    "merchandise",
                    "money",
                    "payroll",
                    "stock",
                    "traffic");
    private static final Set<String> WITHOUT_OBJECT =
            Set.of(
                    "appeared",
                    "arrived",
                    "begun",
                    "departed",
                    "died",
                    "disappeared",
                    "elapsed",
                    "expired",
                    "failed",
                    "fallen",
                    "gone",
                    "grown",
                    "happened",
                    "lapsed",
                    "matured",
                    "occurred",
                    "recovered",
                    "risen",
                    "succeeded",
                    "vanished");
    private static final Set<String> PAST_OF_WITHOUT_OBJECT_IS_OTHER =
            Set.of("begun", "fallen", "gone", "grown", "risen");

    private Phrases() {}

    /** {@code order item}. */
    public static String noun(String name) {
        return String.join(" ", spoken(Words.of(name).parts()));
    }

    /** {@code order items}. */
    public static String nouns(String name) {
        return String.join(" ", spoken(Words.of(name).plural().parts()));
    }

    /** {@code an order item}. */
    public static String aNoun(String name) {
        String noun = noun(name);
        return article(noun) + " " + noun;
    }

    /** {@code a} or {@code an}, as a phrase is pronounced. */
    public static String article(String phrase) {
        String first = phrase.split(" ", 2)[0];
        String lower = first.toLowerCase(Locale.ROOT);
        if (first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT))) {
            return "AEFHILMNORSX".indexOf(first.charAt(0)) >= 0 ? "an" : "a";
        }
        if (lower.startsWith("hour")
                || lower.startsWith("honest")
                || lower.startsWith("honour")
                || lower.startsWith("heir")) {
            return "an";
        }
        if (lower.matches("(eu|uni[^mn]|use|usu|uti|one|ubi|ura).*")) {
            return "a";
        }
        return !lower.isEmpty() && "aeiou".indexOf(lower.charAt(0)) >= 0 ? "an" : "a";
    }

    /** A phrase as the beginning of a sentence. */
    public static String capitalised(String phrase) {
        return phrase.isEmpty()
                ? phrase
                : phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
    }

    /** What a command asks for: {@code cancel an order}, {@code update an order's status}. */
    public static String request(String command, String aggregate) {
        List<String> words = Words.of(command).parts();
        return join(lower(words.get(0)), object(words, aggregate));
    }

    /** What a command does: {@code cancels an order}, {@code updates an order's status}. */
    public static String activity(String command, String aggregate) {
        List<String> words = Words.of(command).parts();
        return join(thirdPerson(lower(words.get(0))), object(words, aggregate));
    }

    /** What an event says: {@code an order was cancelled}, {@code there was a low stock alert}. */
    public static String happening(String event, String aggregate) {
        List<String> words = Words.of(event).parts();
        String last = lower(words.get(words.size() - 1));
        if (!English.isParticiple(last)) {
            return "there was " + withArticle(words);
        }
        List<String> subject = words.subList(0, words.size() - 1);
        if (subject.isEmpty()) {
            return join(aNoun(aggregate), past(last, "was"));
        }
        String said = inOwner(subject, aggregate).orElseGet(() -> withArticle(subject));
        return join(said, past(last, isPlural(subject) ? "were" : "was"));
    }

    /** A text as a sentence: with a full stop where it has no other end. */
    public static String sentence(String text) {
        String stripped = text.strip();
        boolean ended =
                !stripped.isEmpty()
                        && ".!?:;…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
        return ended || stripped.isEmpty() ? stripped : stripped + ".";
    }

    /** What the spec says about something as a sentence, or else what its name says. */
    public static String sentence(Optional<String> description, String otherwise) {
        return sentence(description.filter(text -> !text.isBlank()).orElse(capitalised(otherwise)));
    }

    /** {@code a, b and c}. */
    public static String and(List<String> phrases) {
        return listed(phrases, " and ");
    }

    /** {@code a, b or c}. */
    public static String or(List<String> phrases) {
        return listed(phrases, " or ");
    }

    private static String listed(List<String> phrases, String last) {
        if (phrases.size() < 2) {
            return String.join("", phrases);
        }
        int end = phrases.size() - 1;
        return String.join(", ", phrases.subList(0, end)) + last + phrases.get(end);
    }

    private static String past(String participle, String auxiliary) {
        if (!WITHOUT_OBJECT.contains(participle)) {
            return auxiliary + " " + participle;
        }
        boolean perfect = PAST_OF_WITHOUT_OBJECT_IS_OTHER.contains(participle);
        return perfect ? (auxiliary.equals("were") ? "have " : "has ") + participle : participle;
    }

    /** What a command is about: the words behind its verb, with the aggregate as a thing. */
    private static String object(List<String> words, String aggregate) {
        List<String> rest = words.subList(1, words.size());
        if (rest.isEmpty()) {
            return aNoun(aggregate);
        }
        return inOwner(rest, aggregate)
                .orElseGet(
                        () ->
                                isPreposition(rest.get(0))
                                        ? join(aNoun(aggregate), phrase(rest))
                                        : withArticle(rest));
    }

    /**
     * The words around the aggregate's name: {@code an order's status}, {@code a line to an order}.
     */
    private static Optional<String> inOwner(List<String> words, String aggregate) {
        List<String> owner = Words.of(aggregate).parts();
        int at = indexOf(words, owner);
        if (at < 0) {
            return Optional.empty();
        }
        List<String> before = words.subList(0, at);
        List<String> behind = words.subList(at + owner.size(), words.size());
        if (before.isEmpty()) {
            String thing = aNoun(aggregate);
            if (behind.isEmpty()) {
                return Optional.of(thing);
            }
            return Optional.of(
                    isPreposition(behind.get(0))
                            ? join(thing, phrase(behind))
                            : thing + "'s " + phrase(behind));
        }
        if (isPreposition(before.get(before.size() - 1))) {
            String thing =
                    before.size() == 1 ? "" : withArticle(before.subList(0, before.size() - 1));
            String link = lower(before.get(before.size() - 1)) + " " + aNoun(aggregate);
            return Optional.of(join(join(thing, link), phrase(behind)));
        }
        return Optional.of(withArticle(words));
    }

    private static int indexOf(List<String> words, List<String> part) {
        List<String> lower = words.stream().map(English::comparable).toList();
        for (int i = 0; i + part.size() <= lower.size(); i++) {
            if (lower.subList(i, i + part.size())
                            .equals(part.stream().map(English::comparable).toList())
                    && !isPlural(words.subList(i, i + part.size()))) {
                return i;
            }
        }
        return -1;
    }

    private static String withArticle(List<String> words) {
        String phrase = phrase(words);
        boolean bare = isPlural(words) || UNCOUNTABLE.contains(lower(words.get(words.size() - 1)));
        return bare ? phrase : article(phrase) + " " + phrase;
    }

    private static boolean isPlural(List<String> words) {
        String last = lower(words.get(words.size() - 1));
        return last.endsWith("s")
                && !last.endsWith("ss")
                && !last.endsWith("us")
                && !last.endsWith("is")
                && English.plural(last).equals(last);
    }

    private static boolean isPreposition(String word) {
        return PREPOSITIONS.contains(lower(word));
    }

    private static String thirdPerson(String verb) {
        if (verb.equals("do") || verb.equals("go") || verb.matches(".*(s|x|z|ch|sh)")) {
            return verb + "es";
        }
        return verb.matches(".*[^aeiou]y")
                ? verb.substring(0, verb.length() - 1) + "ies"
                : verb + "s";
    }

    private static String phrase(List<String> words) {
        return String.join(" ", spoken(words));
    }

    /** The words in small letters, save for acronyms. */
    private static List<String> spoken(List<String> words) {
        List<String> spoken = new ArrayList<>();
        for (String word : words) {
            boolean acronym =
                    word.length() > 1
                            && word.substring(0, 2)
                                    .equals(word.substring(0, 2).toUpperCase(Locale.ROOT))
                            && Character.isLetter(word.charAt(1));
            spoken.add(acronym ? word : lower(word));
        }
        return spoken;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String join(String first, String second) {
        return (first + " " + second).strip();
    }
}
