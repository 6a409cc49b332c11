package io.contextmill.emitters.postgres;

import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.postgres.Schema.TableOf;
import io.contextmill.model.Drop;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a database a spec says to drop. Never what it asks for: a table or column of that name
 * that it still has stays.
 */
final class DroppedParts {
    private final ContextTypes types;
    private final Schema before;
    private final Schema wanted;
    private final SortedMap<String, Drop> parts = new TreeMap<>();
    private final List<Drop> nothing = new ArrayList<>();

    /**
     * @param before what is in the database
     * @param wanted what the spec asks for
     */
    DroppedParts(ContextTypes types, Schema before, Schema wanted) {
        this.types = types;
        this.before = before;
        this.wanted = wanted;
        for (Drop drop : types.context().drops()) {
            List<String> names = drop.field().isPresent() ? column(drop) : tables(drop);
            names.forEach(name -> parts.putIfAbsent(name, drop));
            if (names.isEmpty()) {
                nothing.add(drop);
            }
        }
        nothing.sort(Comparator.comparing(Drop::origin));
    }

    /** Tables, and columns as {@code table.column}, with what says so of each. */
    SortedMap<String, Drop> parts() {
        return parts;
    }

    /** What is said of nothing that there is. */
    List<Drop> nothing() {
        return nothing;
    }

    /** The table of what is gone, and those beside it. */
    private List<String> tables(Drop drop) {
        for (Map.Entry<String, List<String>> names : Names.formerTables(drop).entrySet()) {
            if (isFree(names.getKey())) {
                return Stream.concat(
                                Stream.of(names.getKey()),
                                names.getValue().stream().filter(this::isFree))
                        .toList();
            }
        }
        return List.of();
    }

    private boolean isFree(String table) {
        return before.find(TableOf.class, table).isPresent()
                && wanted.find(TableOf.class, table).isEmpty();
    }

    private List<String> column(Drop drop) {
        String name = table(drop);
        Optional<TableOf> there = before.find(TableOf.class, name);
        Optional<TableOf> asked = wanted.find(TableOf.class, name);
        if (there.isEmpty() || asked.isEmpty()) {
            return List.of();
        }
        return Names.formerColumns(drop.field().orElseThrow()).stream()
                .filter(column -> there.get().column(column).isPresent())
                .filter(column -> asked.get().column(column).isEmpty())
                .limit(1)
                .map(column -> name + "." + column)
                .toList();
    }

    private String table(Drop drop) {
        return drop.of() == Drop.Of.AGGREGATE
                ? types.names().table(types.context().aggregate(drop.name()))
                : types.names().table(types.context().readModel(drop.name()));
    }
}
