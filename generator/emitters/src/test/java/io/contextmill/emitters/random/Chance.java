package io.contextmill.emitters.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Decisions made by chance, the same for the same seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Yes, so often. */
    boolean maybe(double chance) {
        return random.nextDouble() < chance;
    }

    /** One of them. */
    <T> T pick(Collection<T> all) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    /** One of them. */
    @SafeVarargs
    final <T> T pickOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** A whole number, both ends among them. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Some of the entries, each kept so often. */
    <V> Map<String, V> some(Map<String, V> all, double chance) {
        Map<String, V> kept = new LinkedHashMap<>(all);
        kept.keySet().removeIf(key -> !maybe(chance));
        return kept;
    }

    /** So many of them at most, no one twice. */
    <T> List<T> some(List<T> all, int most) {
        List<T> rest = new ArrayList<>(all);
        List<T> some = new ArrayList<>();
        while (some.size() < most && !rest.isEmpty()) {
            some.add(rest.remove(random.nextInt(rest.size())));
        }
        return some;
    }
}
