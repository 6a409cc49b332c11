package io.contextmill.model;

import io.contextmill.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How findings put names into sentences. */
final class Phrases {
    private static final int MOST_NAMES = 15;

    private Phrases() {}

    /**
     * {@code `a`, `b` and `c`}; of more than {@value #MOST_NAMES} names the first and how many more
     * there are.
     */
    static String names(Collection<String> names) {
        List<String> shown =
                new ArrayList<>(names.stream().limit(MOST_NAMES).map(Quoted::quoted).toList());
        if (names.size() > MOST_NAMES) {
            shown.add(names.size() - MOST_NAMES + " more");
        }
        return list(shown);
    }

    /** {@code a, b and c}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
}
