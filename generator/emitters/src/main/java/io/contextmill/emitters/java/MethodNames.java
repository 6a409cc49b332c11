package io.contextmill.emitters.java;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of the methods of a class in the making, no two of which are equal but for case. */
public final class MethodNames {
    private final Set<String> taken = new HashSet<>();

    /** Those of a class without methods. */
    public MethodNames() {}

    /** The name that is wanted, with a number where it is taken. It is taken from then on. */
    public String take(String wanted) {
        String free = wanted;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = wanted + number;
        }
        return free;
    }
}
