package io.contextmill.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that a misspelt one was meant to be.
 *
 * <p>Letters left out, added, replaced, or swapped with their neighbour each count as one mistake
 * (the restricted Damerau-Levenshtein distance); upper and lower case count as the same.
 */
public final class NearestName {
    /** Longer than any legal name; beyond it, comparing costs more than a guess is worth. */
    private static final int LONGEST = 100;

    private NearestName() {}

    /**
     * The candidate with the fewest mistakes in {@code written}; the first of several. Absent when
     * more than a third of the letters would be mistakes.
     */
    public static Optional<String> of(String written, Collection<String> candidates) {
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        int least = Math.max(1, wanted.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) >= least) {
                continue;
            }
            int mistakes = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (mistakes < least && mistakes < wanted.length()) {
                least = mistakes;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.length()];
    }
}
