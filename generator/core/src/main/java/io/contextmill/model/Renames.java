package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the things of a context were called before they were renamed, those that were inferred
 * included. A thing is the same as before if it is asked for at the same place of the spec.
 */
public final class Renames {
    private final Map<String, String> before = new HashMap<>();

    private Renames() {}

    /** Nothing was renamed. */
    public static Renames none() {
        return new Renames();
    }

    /**
     * Compares a context with itself.
     *
     * @param former the context as it was; absent where nothing was renamed
     */
    public static Renames of(ContextModel context, Optional<ContextModel> former) {
        Renames renames = new Renames();
        former.ifPresent(then -> renames.compare(context, then));
        return renames;
    }

    /**
     * What something was called; absent where it still is. Nothing else in a context has its name.
     */
    public Optional<String> before(String name) {
        return Optional.ofNullable(before.get(name));
    }

    private void compare(ContextModel now, ContextModel then) {
        pair(now.aggregates(), then.aggregates(), AggregateModel::name, AggregateModel::origin);
        pair(now.entities(), then.entities(), Type.ValueType::name, Type.ValueType::origin);
        pair(events(now), events(then), EventModel::name, EventModel::origin);
        pair(commands(now), commands(then), CommandModel::name, CommandModel::origin);
        pair(now.readModels(), then.readModels(), ReadModel::name, ReadModel::origin);
        pair(now.queries(), then.queries(), QueryModel::name, QueryModel::origin);
    }

    private static List<EventModel> events(ContextModel context) {
        return all(context, aggregate -> aggregate.events().stream());
    }

    private static List<CommandModel> commands(ContextModel context) {
        return all(context, aggregate -> aggregate.commands().stream());
    }

    private static <T> List<T> all(
            ContextModel context, Function<AggregateModel, Stream<T>> things) {
        return context.aggregates().stream().flatMap(things).toList();
    }

    private <T> void pair(
            List<T> now, List<T> then, Function<T, String> name, Function<T, SourceSpan> origin) {
        Map<SourceSpan, Deque<T>> waiting = new HashMap<>();
        then.forEach(
                thing ->
                        waiting.computeIfAbsent(origin.apply(thing), at -> new ArrayDeque<>())
                                .add(thing));
        for (T thing : now) {
            T former = waiting.getOrDefault(origin.apply(thing), new ArrayDeque<>()).poll();
            if (former != null && !name.apply(former).equals(name.apply(thing))) {
                before.put(name.apply(thing), name.apply(former));
            }
        }
    }
}
