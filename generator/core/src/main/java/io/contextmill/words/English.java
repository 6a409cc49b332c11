package io.contextmill.words;

import static java.util.Map.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As much English as names need: plurals and past participles.
 *
 * <p>Works by rules with tables of exceptions; a word that the tables do not know is bent
 * regularly. What is promised is that the same word always gives the same answer, not that the
 * answer would please a teacher.
 */
public final class English {
    private static final Map<String, String> IRREGULAR_PLURALS =
            Map.ofEntries(
                    entry("person", "people"),
                    entry("child", "children"),
                    entry("man", "men"),
                    entry("woman", "women"),
                    entry("foot", "feet"),
                    entry("tooth", "teeth"),
                    entry("goose", "geese"),
                    entry("mouse", "mice"),
                    entry("ox", "oxen"),
                    entry("datum", "data"),
                    entry("medium", "media"),
                    entry("criterion", "criteria"),
                    entry("phenomenon", "phenomena"),
                    entry("matrix", "matrices"),
                    entry("vertex", "vertices"),
                    entry("quiz", "quizzes"),
                    entry("lens", "lenses"),
                    entry("leaf", "leaves"),
                    entry("shelf", "shelves"),
                    entry("half", "halves"),
                    entry("wolf", "wolves"),
                    entry("loaf", "loaves"),
                    entry("thief", "thieves"),
                    entry("calf", "calves"),
                    entry("knife", "knives"),
                    entry("life", "lives"),
                    entry("wife", "wives"),
                    entry("potato", "potatoes"),
                    entry("tomato", "tomatoes"),
                    entry("hero", "heroes"),
                    entry("echo", "echoes"),
                    entry("veto", "vetoes"),
                    entry("cargo", "cargoes"),
                    entry("embargo", "embargoes"),
                    entry("alias", "aliases"),
                    entry("atlas", "atlases"),
                    entry("bias", "biases"),
                    entry("canvas", "canvases"),
                    entry("gas", "gases"),
                    entry("chassis", "chassis"));

    private static final Set<String> SAME_IN_PLURAL =
            Set.of(
                    "equipment",
                    "information",
                    "money",
                    "news",
                    "series",
                    "species",
                    "sheep",
                    "fish",
                    "software",
                    "hardware",
                    "staff",
                    "luggage",
                    "baggage",
                    "furniture",
                    "feedback",
                    "merchandise",
                    "aircraft",
                    "spacecraft",
                    "freight",
                    "knowledge",
                    "traffic",
                    "weather");

    /** Past participles that are not made by adding {@code ed}. */
    private static final Map<String, String> IRREGULAR_PARTICIPLES =
            Stream.of(
                            "arise arisen, awake awoken, be been, bear borne, beat beaten, become become, begin begun",
                            "bend bent, bet bet, bid bid, bind bound, bite bitten, bleed bled, blow blown, break broken",
                            "breed bred, bring brought, broadcast broadcast, build built, burst burst, buy bought",
                            "cast cast, catch caught, choose chosen, come come, cost cost, cut cut, deal dealt, dig dug",
                            "do done, draw drawn, drink drunk, drive driven, eat eaten, fall fallen, feed fed, feel felt",
                            "fight fought, find found, flee fled, fly flown, forbid forbidden, forecast forecast",
                            "forget forgotten, forgive forgiven, freeze frozen, get got, give given, go gone",
                            "grind ground, grow grown, hang hung, have had, hear heard, hide hidden, hit hit, hold held",
                            "hurt hurt, keep kept, know known, lay laid, lead led, leave left, lend lent, let let",
                            "lie lain, light lit, lose lost, make made, mean meant, meet met, offset offset, pay paid",
                            "put put, quit quit, read read, ride ridden, ring rung, rise risen, run run, say said",
                            "see seen, seek sought, sell sold, send sent, set set, shake shaken, shed shed, shine shone",
                            "shoot shot, show shown, shrink shrunk, shut shut, sing sung, sink sunk, sit sat, sleep slept",
                            "slide slid, speak spoken, spend spent, spin spun, split split, spread spread, stand stood",
                            "steal stolen, stick stuck, strike struck, string strung, swear sworn, sweep swept, swim swum",
                            "swing swung, take taken, teach taught, tear torn, tell told, think thought, throw thrown",
                            "understand understood, wake woken, wear worn, weave woven, win won, wind wound, write written")
                    .flatMap(line -> Stream.of(line.split(", ", -1)))
                    .map(pair -> pair.split(" ", -1))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private static final Set<String> PARTICIPLES = Set.copyOf(IRREGULAR_PARTICIPLES.values());

    private static final List<String> PREFIXES =
            List.of("re", "un", "over", "under", "out", "pre", "fore", "with", "mis", "up");

    /** Words that end like a participle and are none. */
    private static final Set<String> NO_PARTICIPLES =
            Set.of(
                    "bed",
                    "biped",
                    "bleed",
                    "breed",
                    "creed",
                    "deed",
                    "embed",
                    "exceed",
                    "feed",
                    "greed",
                    "hundred",
                    "indeed",
                    "infrared",
                    "kindred",
                    "moped",
                    "need",
                    "proceed",
                    "red",
                    "reed",
                    "sacred",
                    "seed",
                    "sled",
                    "speed",
                    "steed",
                    "succeed",
                    "weed");

    /** Endings and words that are spelt otherwise in America, in the plural. */
    private static final List<Spelling> AMERICAN =
            List.of(
                    new Spelling("([iy])s(e|ed|er|ation)s$", "$1z$2s"),
                    new Spelling("(col|fav|hon|lab|behavi|neighb|harb|endeav|flav)our", "$1or"),
                    new Spelling("centre", "center"),
                    new Spelling("licence", "license"),
                    new Spelling("catalogue", "catalog"),
                    new Spelling("programme", "program"));

    private static final String VOWELS = "aeiou";

    private record Spelling(Pattern british, String american) {
        Spelling(String british, String american) {
            this(Pattern.compile(british), american);
        }
    }

    private English() {}

    /**
     * The plural of a noun, with the case of its first letter kept. A word that looks like a plural
     * already stays as it is ({@code orders}); an acronym gets an {@code s} ({@code SKUs}).
     */
    public static String plural(String noun) {
        if (noun.length() > 1 && noun.equals(noun.toUpperCase(Locale.ROOT))) {
            return noun + "s";
        }
        String lower = noun.toLowerCase(Locale.ROOT);
        String plural = pluralOfLower(lower);
        int same = 0;
        while (same < plural.length()
                && same < lower.length()
                && plural.charAt(same) == lower.charAt(same)) {
            same++;
        }
        if (same == 0) {
            return plural;
        }
        return noun.substring(0, same) + plural.substring(same);
    }

    /**
     * The past participles that a verb may have, the preferred one first: {@code cancelled} and
     * {@code canceled} for {@code cancel}. Small letters.
     */
    public static Set<String> participles(String verb) {
        String lower = verb.toLowerCase(Locale.ROOT);
        Set<String> participles = new LinkedHashSet<>();
        irregularParticiple(lower).ifPresent(participles::add);
        if (lower.endsWith("e")) {
            participles.add(lower + "d");
        } else if (lower.endsWith("y")
                && lower.length() > 1
                && !isVowel(lower.charAt(lower.length() - 2))) {
            participles.add(lower.substring(0, lower.length() - 1) + "ied");
        } else {
            // Whether the consonant is doubled depends on the stress, and for an l on the side of
            // the Atlantic.
            if (endsInSingleVowelAndConsonant(lower)) {
                participles.add(lower + lower.charAt(lower.length() - 1) + "ed");
            }
            if (lower.endsWith("c")) {
                participles.add(lower + "ked");
            }
            participles.add(lower + "ed");
        }
        return participles;
    }

    /** Whether a word looks like a past participle: {@code cancelled}, {@code paid}. */
    public static boolean isParticiple(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (PARTICIPLES.contains(lower)) {
            return true;
        }
        if (PREFIXES.stream()
                .anyMatch(
                        prefix ->
                                lower.startsWith(prefix)
                                        && PARTICIPLES.contains(
                                                lower.substring(prefix.length())))) {
            return true;
        }
        return lower.length() > 3 && lower.endsWith("ed") && !NO_PARTICIPLES.contains(lower);
    }

    /**
     * The form in which words are compared: singular and plural, and American and British endings,
     * are one. Not a word that anybody should see.
     */
    public static String comparable(String word) {
        String american = pluralOfLower(word.toLowerCase(Locale.ROOT));
        for (Spelling spelling : AMERICAN) {
            american = spelling.british().matcher(american).replaceAll(spelling.american());
        }
        return american;
    }

    private static String pluralOfLower(String noun) {
        String irregular = IRREGULAR_PLURALS.get(noun);
        if (irregular != null) {
            return irregular;
        }
        if (SAME_IN_PLURAL.contains(noun) || IRREGULAR_PLURALS.containsValue(noun)) {
            return noun;
        }
        if (noun.endsWith("sis")) {
            return noun.substring(0, noun.length() - 2) + "es";
        }
        if (noun.endsWith("ss")
                || noun.endsWith("us")
                || noun.endsWith("x")
                || noun.endsWith("z")
                || noun.endsWith("ch")
                || noun.endsWith("sh")) {
            return noun + "es";
        }
        if (noun.endsWith("s")) {
            return noun;
        }
        if (noun.endsWith("y") && noun.length() > 1 && !isVowel(noun.charAt(noun.length() - 2))) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + "s";
    }

    private static Optional<String> irregularParticiple(String verb) {
        String irregular = IRREGULAR_PARTICIPLES.get(verb);
        if (irregular != null) {
            return Optional.of(irregular);
        }
        for (String prefix : PREFIXES) {
            if (verb.startsWith(prefix)) {
                String stem = IRREGULAR_PARTICIPLES.get(verb.substring(prefix.length()));
                if (stem != null) {
                    return Optional.of(prefix + stem);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean endsInSingleVowelAndConsonant(String word) {
        int last = word.length() - 1;
        return last >= 2
                && !isVowel(word.charAt(last))
                && "wxy".indexOf(word.charAt(last)) < 0
                && isVowel(word.charAt(last - 1))
                && !isVowel(word.charAt(last - 2));
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
