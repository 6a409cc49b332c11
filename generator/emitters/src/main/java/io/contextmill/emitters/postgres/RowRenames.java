package io.contextmill.emitters.postgres;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.postgres.Schema.Platform;
import io.contextmill.emitters.postgres.Schema.TableOf;
import io.contextmill.model.EventModel;
import io.contextmill.model.Type.EnumType;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What gives rows the new names of aggregates and events: those in which events are kept, and those
 * that a read model of several aggregates keeps beside its own.
 */
final class RowRenames {
    private final ContextTypes before;
    private final ContextTypes now;
    private final Schema there;
    private final Optional<StoredNames> stored;
    private final List<String> statements = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private boolean hasRenamedEvent;

    /**
     * @param before the context as it was; with the same things at the same places
     * @param there the tables that there are, which have their new names
     * @param stored the names that rows have; absent where that was not written down
     */
    RowRenames(ContextTypes before, ContextTypes now, Schema there, Optional<StoredNames> stored) {
        this.before = before;
        this.now = now;
        this.there = there;
        this.stored = stored;
        List<AggregateTypes> then = before.aggregates();
        List<AggregateTypes> today = now.aggregates();
        for (int i = 0; i < Math.min(then.size(), today.size()); i++) {
            aggregate(then.get(i), today.get(i));
        }
        if (hasRenamedEvent) {
            states();
        }
    }

    /** In order; none where rows have the names that they should. */
    List<String> statements() {
        return statements;
    }

    /** What is renamed, as a person reads it. */
    List<String> renamed() {
        return renamed;
    }

    private boolean isDue(String then, String today, BiPredicate<StoredNames, String> has) {
        return !then.equals(today)
                && stored.map(names -> has.test(names, then) && !has.test(names, today))
                        .orElse(true);
    }

    private void aggregate(AggregateTypes then, AggregateTypes today) {
        String type = then.model().name();
        String newType = today.model().name();
        if (!then.model().events().isEmpty() && isDue(type, newType, StoredNames::hasAggregate)) {
            renamed.add(said(type, newType));
            if (hasEventStore()) {
                // They can be made again at any time.
                add("delete from snapshots where aggregate_type = %s", Sql.text(type));
            }
            eventTables()
                    .forEach(
                            table ->
                                    add(
                                            "update %s set aggregate_type = %s where aggregate_type = %s",
                                            table, Sql.text(newType), Sql.text(type)));
            sourceTables().forEach(table -> source(table, type + "/", newType + "/"));
            identity(then, today);
        }
        List<EventModel> events = then.model().events();
        List<EventModel> newEvents = today.model().events();
        for (int i = 0; i < Math.min(events.size(), newEvents.size()); i++) {
            event(
                    before.event(events.get(i)).simpleName(),
                    now.event(newEvents.get(i)).simpleName());
        }
    }

    private void event(String type, String newType) {
        if (isDue(type, newType, StoredNames::hasEvent)) {
            hasRenamedEvent = true;
            renamed.add(said(type, newType));
            payloadTables()
                    .forEach(
                            table ->
                                    add(
                                            "update %s set event_type = %s where event_type = %s",
                                            table, Sql.text(newType), Sql.text(type)));
        }
    }

    /** The identity stands in events under the name of the aggregate. */
    private void identity(AggregateTypes then, AggregateTypes today) {
        String key = Names.identityName(then.model());
        String newKey = Names.identityName(today.model());
        if (key.equals(newKey)) {
            return;
        }
        // Some may have been renamed earlier than the aggregate, and some are so next.
        List<String> types =
                Stream.concat(
                                then.model().events().stream().map(before::event),
                                today.model().events().stream().map(now::event))
                        .map(type -> Sql.text(type.simpleName()))
                        .distinct()
                        .toList();
        payloadTables()
                .forEach(
                        table ->
                                add(
                                        "update %1$s\nset payload = payload - %2$s || jsonb_build_object(%3$s, payload -> %2$s)\nwhere event_type in (%4$s) and payload -> %2$s is not null",
                                        table,
                                        Sql.text(key),
                                        Sql.text(newKey),
                                        String.join(", ", types)));
    }

    /**
     * States that are inferred are called after events: rows are in the states as they were called.
     */
    private void states() {
        List<EnumType> then = before.context().types();
        List<EnumType> today = now.context().types();
        for (int i = 0; i < Math.min(then.size(), today.size()); i++) {
            List<String> values = then.get(i).values();
            List<String> newValues = today.get(i).values();
            for (int j = 0; values.size() == newValues.size() && j < values.size(); j++) {
                if (!newValues.contains(values.get(j))) {
                    state(today.get(i), values.get(j), newValues.get(j));
                }
            }
        }
    }

    private void state(EnumType type, String value, String newValue) {
        Stream<Table> tables =
                Stream.concat(
                        RepositorySource.kept(now).stream()
                                .filter(aggregate -> !aggregate.model().isKeptAsEvents())
                                .map(Table::of),
                        now.readModels().stream().map(Table::of));
        tables.forEach(
                table ->
                        table.columns().stream()
                                .filter(column -> column.field().type().equals(type))
                                .filter(column -> isThere(table, column))
                                .forEach(
                                        column ->
                                                add(
                                                        "update %1$s set %2$s = %3$s where %2$s = %4$s",
                                                        table.sqlName(),
                                                        Sql.name(column.name()),
                                                        Sql.text(newValue),
                                                        Sql.text(value))));
    }

    private boolean isThere(Table table, Column column) {
        return there.find(TableOf.class, table.name())
                .flatMap(known -> known.column(column.name()))
                .isPresent();
    }

    private void source(String table, String from, String to) {
        add(
                "update %s set source = %s || substr(source, %s) where starts_with(source, %s)",
                table, Sql.text(to), String.valueOf(from.length() + 1), Sql.text(from));
    }

    private List<String> eventTables() {
        return hasEventStore() ? List.of("outbox", "events") : List.of("outbox");
    }

    private boolean hasEventStore() {
        return there.find(Platform.class, ContextSchema.EVENT_STORE).isPresent();
    }

    private List<String> payloadTables() {
        List<String> tables = new ArrayList<>(eventTables());
        several().forEach(model -> tables.add(Sql.name(now.names().awaitedTable(model.model()))));
        return tables;
    }

    private List<String> sourceTables() {
        List<String> tables = new ArrayList<>();
        for (ReadModelTypes model : several()) {
            tables.add(Sql.name(now.names().seenTable(model.model())));
            tables.add(Sql.name(now.names().awaitedTable(model.model())));
        }
        return tables;
    }

    /** Of those that there were before, the read models with rows of several aggregates. */
    private List<ReadModelTypes> several() {
        return now.readModels().stream()
                .filter(ReadModelTypes::isOfSeveral)
                .filter(
                        model ->
                                there.find(TableOf.class, now.names().seenTable(model.model()))
                                        .isPresent())
                .toList();
    }

    private void add(String statement, String... parts) {
        statements.add(statement.formatted((Object[]) parts) + ";\n");
    }

    private static String said(String before, String now) {
        return "`" + before + "` to `" + now + "`";
    }
}
