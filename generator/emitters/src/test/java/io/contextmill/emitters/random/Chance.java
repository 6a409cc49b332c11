package io.contextmill.emitters.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Decisions made by chance, the same for the same seed. */
public final class Chance {
    private final Random random;

    /** Those of a seed. */
    public Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Yes, so often. */
    public boolean maybe(double chance) {
        return random.nextDouble() < chance;
    }

    /** One of them. */
    public <T> T pick(Collection<T> all) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    /** One of them. */
    @SafeVarargs
    public final <T> T pickOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** A whole number, both ends among them. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Some of the entries, each kept so often. */
    public <V> Map<String, V> some(Map<String, V> all, double chance) {
        Map<String, V> kept = new LinkedHashMap<>(all);
        kept.keySet().removeIf(key -> !maybe(chance));
        return kept;
    }

    /** So many of them at most, no one twice. */
    public <T> List<T> some(List<T> all, int most) {
        List<T> rest = new ArrayList<>(all);
        List<T> some = new ArrayList<>();
        while (some.size() < most && !rest.isEmpty()) {
            some.add(rest.remove(random.nextInt(rest.size())));
        }
        return some;
    }
}
