package io.contextmill.emitters.random;

import io.contextmill.emitters.AwkwardWords;
import io.contextmill.words.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names and sentences: plain ones, and ones that somebody else has a meaning for. */
final class RandomNames {
    private static final List<String> PLAIN =
            List.of(
                    "Order", "Item", "Parcel", "Claim", "Ticket", "Route", "Member", "Invoice",
                    "Visit", "Patient", "Cargo", "Voyage", "Meal", "Driver", "Policy", "Audit");

    private static final List<String> HOSTILE = AwkwardWords.names(kind -> true);

    /** Names of rejections that are there without being declared. */
    private static final String REJECTIONS =
            ".*(NotFound|AlreadyExists|NoLongerExists|Taken|Violated)|IllegalTransition|NotDecidedYet|InvalidRequest|Malformed.*|Idempotency.*|OptimisticLock.*|MethodNotAllowed";

    private static final List<String> TEXTS =
            List.of(
                    "a plain sentence",
                    "*/ class X {} /*",
                    "\\u002a\\u002f",
                    "${java.home} #{7*7} {{x}}",
                    "it's \"quoted\" \\",
                    "<b>&amp;</b> ]]> --> -- ;",
                    "$L $T $$ %s %n",
                    "Grüße, 你好, 🚀");

    /** What no expression can name, or names for something else. */
    private static final Set<String> WORDS_OF_EXPRESSIONS =
            Set.of(
                    "as",
                    "break",
                    "command",
                    "const",
                    "continue",
                    "else",
                    "event",
                    "false",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "let",
                    "loop",
                    "now",
                    "null",
                    "package",
                    "namespace",
                    "return",
                    "true",
                    "var",
                    "void",
                    "while");

    private final Chance chance;
    private final Set<String> taken = new HashSet<>();

    RandomNames(Chance chance) {
        this.chance = chance;
    }

    /** The name of a type, an event, a command, or of whatever else is written so. */
    String type() {
        while (true) {
            String name =
                    chance.pick(chance.maybe(0.3) ? PLAIN : HOSTILE)
                            + (chance.maybe(0.3) ? chance.pick(PLAIN) : "");
            if (name.length() <= 40 && !name.matches(REJECTIONS) && take(name)) {
                return name;
            }
        }
    }

    /** Takes a name, unless somebody has it. */
    boolean take(String name) {
        return taken.add(Words.fold(name));
    }

    /** The name of a field that is not among these. */
    String field(Collection<String> others) {
        Set<String> folded =
                others.stream().map(Words::fold).collect(Collectors.toCollection(TreeSet::new));
        while (true) {
            String field = Words.of(chance.pick(chance.maybe(0.5) ? PLAIN : HOSTILE)).camel();
            if (field.matches("[a-z][A-Za-z0-9]{0,58}") && !folded.contains(Words.fold(field))) {
                return field;
            }
        }
    }

    /** The value of an enum. */
    String constant() {
        return Words.of(chance.pick(chance.maybe(0.5) ? PLAIN : HOSTILE)).upperSnake();
    }

    /** A sentence. */
    String sentence() {
        return chance.pick(TEXTS);
    }

    /** Whether an expression can name a field. */
    static boolean isNameable(String field) {
        return !WORDS_OF_EXPRESSIONS.contains(field);
    }
}
