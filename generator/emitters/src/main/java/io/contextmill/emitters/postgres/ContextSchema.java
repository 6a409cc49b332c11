package io.contextmill.emitters.postgres;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.postgres.Schema.IndexOf;
import io.contextmill.emitters.postgres.Schema.Part;
import io.contextmill.emitters.postgres.Schema.Platform;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.QueryModel.Match;
import io.contextmill.naming.Names;
import io.contextmill.templates.Templates;
import io.contextmill.templates.platform.EventStoreTables;
import io.contextmill.templates.platform.PlatformTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a context wants of its database. */
final class ContextSchema {
    /** The name of the part in which events are kept. */
    static final String EVENT_STORE = "event-store";

    private ContextSchema() {}

    /** The tables that a spec asks for, in the order in which they are made. */
    static Schema of(ContextTypes types) {
        List<Part> parts = new ArrayList<>();
        for (AggregateTypes aggregate : RepositorySource.kept(types)) {
            if (aggregate.model().isKeptAsEvents()) {
                if (!aggregate.unique().isEmpty()) {
                    parts.add(Table.ofClaims(aggregate).schema(aggregate.model().unique()));
                }
                continue;
            }
            parts.add(Table.of(aggregate).schema(aggregate.model().unique()));
            if (aggregate.isMortal()) {
                String deleted = types.names().deletedTable(aggregate.model());
                parts.add(Table.of(aggregate).schemaOfDeleted(deleted));
            }
        }
        for (ReadModelTypes readModel : types.readModels()) {
            Table table = Table.of(readModel);
            parts.add(table.schema());
            if (readModel.isMortal()) {
                parts.add(table.schemaOfDeleted(types.names().deletedTable(readModel.model())));
            }
            if (readModel.isOfSeveral()) {
                parts.addAll(new SourcesOfRows(readModel, table).schema());
            }
            readModel.listings().stream()
                    .forEach(listing -> index(readModel, table, listing).ifPresent(parts::add));
        }
        parts.add(new Platform("platform", Templates.render(new PlatformTables())));
        if (types.context().keepsEvents()) {
            parts.add(new Platform(EVENT_STORE, Templates.render(new EventStoreTables())));
        }
        return new Schema(parts);
    }

    /**
     * What lets a query find its page without reading the rows before it; nothing where the primary
     * key does.
     */
    private static Optional<IndexOf> index(ReadModelTypes readModel, Table table, Listing listing) {
        Stream<String> required =
                listing.filters().stream()
                        .filter(filter -> !filter.optional() && filter.match() == Match.EQUAL)
                        .map(filter -> Sql.name(table.column(filter.field()).name()));
        List<String> columns =
                Stream.concat(required, new ListingSource(readModel, table, listing).sorting())
                        .distinct()
                        .toList();
        if (columns.equals(List.of(table.sqlKey()))) {
            return Optional.empty();
        }
        String name = Names.constraint(table.name(), Names.segment(listing).replace('-', '_'));
        return Optional.of(new IndexOf(name, table.name(), columns));
    }
}
