package io.contextmill.emitters.postgres;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
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

/** The first migration: the tables of a context as the spec has them, and those of the platform. */
final class Migration {
    private final ContextTypes types;

    Migration(ContextTypes types) {
        this.types = types;
    }

    /** Where it belongs. */
    static String path(Names names) {
        return "src/main/resources/"
                + names.migrations()
                + "/V1__create_"
                + names.module().replace('-', '_')
                + ".sql";
    }

    String text() {
        List<String> statements = new ArrayList<>();
        for (AggregateTypes aggregate : RepositorySource.kept(types)) {
            if (aggregate.model().isKeptAsEvents()) {
                if (!aggregate.unique().isEmpty()) {
                    statements.add(Table.ofClaims(aggregate).creation(aggregate.model().unique()));
                }
                continue;
            }
            statements.add(Table.of(aggregate).creation(aggregate.model().unique()));
            if (aggregate.isMortal()) {
                String deleted = types.names().deletedTable(aggregate.model());
                statements.add(Table.of(aggregate).creationOfDeleted(deleted));
            }
        }
        for (ReadModelTypes readModel : types.readModels()) {
            statements.add(Table.of(readModel).creation());
            if (readModel.isMortal()) {
                String deleted = types.names().deletedTable(readModel.model());
                statements.add(Table.of(readModel).creationOfDeleted(deleted));
            }
            if (readModel.isOfSeveral()) {
                statements.addAll(new SourcesOfRows(readModel, Table.of(readModel)).creation());
            }
            readModel.listings().stream()
                    .forEach(listing -> index(readModel, listing).ifPresent(statements::add));
        }
        statements.add(Templates.render(new PlatformTables()));
        if (types.context().keepsEvents()) {
            statements.add(Templates.render(new EventStoreTables()));
        }
        return String.join("\n", statements);
    }

    /**
     * What lets a query find its page without reading the rows before it; nothing where the primary
     * key does.
     */
    private static Optional<String> index(ReadModelTypes readModel, Listing listing) {
        Table table = Table.of(readModel);
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
        return Optional.of(
                "create index "
                        + Sql.name(name)
                        + " on "
                        + table.sqlName()
                        + " ("
                        + String.join(", ", columns)
                        + ");\n");
    }
}
