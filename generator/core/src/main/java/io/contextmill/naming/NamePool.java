package io.contextmill.naming;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Names of one kind, no two of which are equal but for case. */
final class NamePool {
    private final Set<String> taken = new HashSet<>();
    private final Predicate<String> legal;
    private final String separator;

    /**
     * @param legal whether something may be called so at all
     * @param separator what stands between a name and the number that makes it free
     */
    NamePool(Predicate<String> legal, String separator) {
        this.legal = legal;
        this.separator = separator;
    }

    /**
     * The first candidate that is legal and free; the last with a number where none is. It is taken
     * from then on.
     */
    String take(List<String> candidates) {
        for (String candidate : candidates) {
            if (isFree(candidate)) {
                taken.add(fold(candidate));
                return candidate;
            }
        }
        String last = candidates.get(candidates.size() - 1);
        int number = 2;
        while (!isFree(last + separator + number)) {
            number++;
        }
        String free = last + separator + number;
        taken.add(fold(free));
        return free;
    }

    boolean isFree(String name) {
        return legal.test(name) && !taken.contains(fold(name));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
