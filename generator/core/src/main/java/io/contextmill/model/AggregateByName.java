package io.contextmill.model;

import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.words.English;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the aggregate that a name speaks of: rule 1 of inference, and whatever else has to be told
 * from names.
 *
 * <p>In this order; words are compared without regard to case, number (<i>order</i>, <i>orders</i>)
 * and spelling (<i>authorise</i>, <i>authorize</i>):
 *
 * <ol>
 *   <li>The aggregates whose names are held as whole words, side by side. One that is held behind
 *       the first word beats one that is held only with it, where the first word is a verb: {@code
 *       RefundPayment} goes to {@code Payment}, not to {@code Refund}. Then the one with most words
 *       wins. Of several with as many words the one held last, because in English the last noun is
 *       what the others describe; that is a guess.
 *   <li>The aggregate that shares most words with the name; of several, one that shares a word
 *       behind the first, then the one with fewest words of its own, then the first written. A
 *       guess.
 *   <li>The only aggregate of the context. A guess.
 * </ol>
 */
final class AggregateByName {
    private final List<Candidate> candidates = new ArrayList<>();

    AggregateByName(ContextSpec spec) {
        Set<String> seen = new HashSet<>();
        for (AggregateSpec aggregate : spec.aggregates()) {
            String name = aggregate.name().value();
            if (seen.add(name)) {
                candidates.add(new Candidate(name, comparable(name)));
            }
        }
    }

    /**
     * What a name speaks of.
     *
     * @param guess whether nobody would be surprised to hear that it is wrong
     * @param reason why this one, as the end of a sentence
     */
    record Choice(String aggregate, boolean guess, String reason) {}

    private record Candidate(String name, List<String> words) {}

    /** The words of a name in the form in which they are compared. */
    static List<String> comparable(String name) {
        return Words.of(name).parts().stream().map(English::comparable).toList();
    }

    /**
     * The aggregate of a command or query, whose first word is a verb; absent if there is no reason
     * for any.
     */
    Optional<Choice> ofVerbAndNoun(String name) {
        List<String> words = comparable(name);
        return held(words, 1).or(() -> held(words, 0)).or(() -> sharing(words)).or(this::only);
    }

    /**
     * The aggregate of an event or a read model, which has no verb in front; absent if there is no
     * reason for any.
     */
    Optional<Choice> ofNoun(String name) {
        List<String> words = comparable(name);
        return held(words, 0).or(() -> sharing(words)).or(this::only);
    }

    private Optional<Choice> held(List<String> words, int from) {
        Optional<Candidate> best = Optional.empty();
        int bestAt = -1;
        boolean tied = false;
        for (Candidate candidate : candidates) {
            int at = lastOccurrence(words, candidate.words(), from);
            if (at < 0) {
                continue;
            }
            int size = candidate.words().size();
            int bestSize = best.map(Candidate::words).map(List::size).orElse(0);
            tied = size == bestSize || (tied && size < bestSize);
            if (size > bestSize || (size == bestSize && at > bestAt)) {
                best = Optional.of(candidate);
                bestAt = at;
            }
        }
        boolean guess = tied;
        return best.map(
                candidate ->
                        new Choice(
                                candidate.name(),
                                guess,
                                guess
                                        ? "the last of several aggregates whose names it holds"
                                        : "whose name it holds"));
    }

    private static int lastOccurrence(List<String> words, List<String> wanted, int from) {
        if (wanted.isEmpty()) {
            return -1;
        }
        for (int at = words.size() - wanted.size(); at >= from; at--) {
            if (words.subList(at, at + wanted.size()).equals(wanted)) {
                return at;
            }
        }
        return -1;
    }

    private Optional<Choice> sharing(List<String> words) {
        Optional<Candidate> best = Optional.empty();
        Shared bestShared = new Shared(0, false, 0);
        for (Candidate candidate : candidates) {
            Shared shared = Shared.between(words, candidate.words());
            if (shared.count() > 0 && shared.beats(bestShared)) {
                best = Optional.of(candidate);
                bestShared = shared;
            }
        }
        String reason =
                bestShared.count() == 1
                        ? "with which it shares a word"
                        : "with which it shares " + bestShared.count() + " words";
        return best.map(candidate -> new Choice(candidate.name(), true, reason));
    }

    private record Shared(int count, boolean noun, int size) {
        static Shared between(List<String> words, List<String> candidate) {
            Set<String> common = new HashSet<>(words);
            common.retainAll(candidate);
            boolean noun =
                    words.size() > 1
                            && words.subList(1, words.size()).stream().anyMatch(common::contains);
            return new Shared(common.size(), noun, candidate.size());
        }

        boolean beats(Shared other) {
            if (count != other.count) {
                return count > other.count;
            }
            return noun != other.noun ? noun : size < other.size;
        }
    }

    private Optional<Choice> only() {
        return candidates.size() == 1
                ? Optional.of(new Choice(candidates.get(0).name(), true, "the only one there is"))
                : Optional.empty();
    }
}
