package io.contextmill.emitters.postgres;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names that rows have in them: of aggregates, and of the types of their events.
 *
 * @param events for each aggregate, in the order of the spec
 */
record StoredNames(SortedMap<String, List<String>> events) {
    /** Takes a copy. */
    StoredNames {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    /** Those of a context. */
    static StoredNames of(ContextTypes types) {
        SortedMap<String, List<String>> events = new TreeMap<>();
        for (AggregateTypes aggregate : types.aggregates()) {
            List<String> names =
                    aggregate.model().events().stream()
                            .map(event -> types.event(event).simpleName())
                            .toList();
            if (!names.isEmpty()) {
                events.put(aggregate.model().name(), names);
            }
        }
        return new StoredNames(events);
    }

    boolean hasAggregate(String name) {
        return events.containsKey(name);
    }

    boolean hasEvent(String name) {
        return events.values().stream().anyMatch(names -> names.contains(name));
    }
}
