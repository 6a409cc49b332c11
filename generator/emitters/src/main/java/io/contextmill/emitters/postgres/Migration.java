package io.contextmill.emitters.postgres;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.DatabaseRules;
import io.contextmill.emit.MigrationHistory;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * The next migration of a context: the first makes the tables of the context as the spec has them,
 * and those of the platform; each later one changes what the spec has changed since.
 */
final class Migration {
    private final ContextTypes types;
    private final MigrationHistory history;
    private final Schema wanted;
    private final Optional<SchemaSnapshot> before;
    private final Optional<DroppedParts> dropped;
    private final Optional<SchemaChange> change;

    Migration(ContextTypes types, MigrationHistory history) {
        this.types = types;
        this.history = history;
        this.wanted = schema();
        this.before = history.snapshot().flatMap(SchemaSnapshot::parse);
        this.dropped = before.map(snapshot -> new DroppedParts(types, snapshot.schema(), wanted));
        this.change =
                before.map(
                        snapshot ->
                                new SchemaChange(
                                        snapshot, wanted, dropped.orElseThrow().parts().keySet()));
    }

    /**
     * A file.
     *
     * @param name in the folder of the migrations
     */
    record Script(String name, String text) {}

    /** The script that is new; nothing where the database is as the spec has it. */
    Optional<Script> script() {
        if (history.snapshot().isEmpty()) {
            String name = "V1__create_" + module() + ".sql";
            return Optional.of(new Script(name, wanted.creation()));
        }
        List<String> statements = change.map(SchemaChange::statements).orElse(List.of());
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Script(
                                "V" + next() + "__change_" + module() + ".sql",
                                String.join("\n", statements)));
    }

    /** What is in the database afterwards, to be committed. */
    SchemaSnapshot after() {
        int last = before.map(SchemaSnapshot::version).orElse(1);
        return change.map(
                        next ->
                                new SchemaSnapshot(
                                        next.statements().isEmpty() ? last : next(),
                                        next.after(),
                                        next.kept()))
                .orElseGet(() -> new SchemaSnapshot(last, wanted, Set.of()));
    }

    /** What is to be said about it. */
    List<Diagnostic> findings() {
        if (history.snapshot().isPresent() && before.isEmpty()) {
            return List.of(
                    DatabaseRules.SNAPSHOT_DAMAGED.at(
                            types.context().origin(),
                            "`%s/%s` is not as the generator writes it"
                                    .formatted(
                                            types.names().migrations(), MigrationHistory.SNAPSHOT),
                            "restore it from version control"));
        }
        Stream<Diagnostic> changes =
                change.map(SchemaChange::findings).orElse(List.of()).stream()
                        .map(
                                finding ->
                                        finding.rule()
                                                .at(
                                                        origin(finding),
                                                        finding.message(),
                                                        finding.hint()));
        return Stream.concat(changes, dropped.stream().flatMap(this::findings)).toList();
    }

    private Stream<Diagnostic> findings(DroppedParts what) {
        Stream<Diagnostic> drops =
                what.parts().entrySet().stream()
                        .map(part -> drops(part.getKey(), part.getValue().origin()));
        Stream<Diagnostic> nothing =
                what.nothing().stream()
                        .map(
                                drop ->
                                        DatabaseRules.NOTHING_TO_DROP.at(
                                                drop.origin(),
                                                "nothing of `%s` is in the database"
                                                        .formatted(drop.shown()),
                                                "take the declaration out"));
        return Stream.concat(drops, nothing);
    }

    private Diagnostic drops(String part, SourceSpan origin) {
        boolean unused =
                before.map(SchemaSnapshot::kept).filter(kept -> kept.contains(part)).isPresent();
        return DatabaseRules.DROPS.at(
                origin,
                "the migration drops `" + part + "`, with all that is in it",
                unused
                        ? "it does not come back: look once more whether nothing reads it"
                        : "services of the version before fail without it: if any run on, take it out of the spec"
                                + " first, and drop it one version later");
    }

    private SourceSpan origin(SchemaChange.Finding finding) {
        return tables().filter(table -> table.name().equals(finding.table()))
                .flatMap(table -> table.columns().stream())
                .filter(column -> finding.column().equals(Optional.of(column.name())))
                .map(column -> column.field().origin())
                .findFirst()
                .orElse(types.context().origin());
    }

    private Stream<Table> tables() {
        return Stream.concat(
                RepositorySource.kept(types).stream()
                        .map(
                                aggregate ->
                                        aggregate.model().isKeptAsEvents()
                                                ? Table.ofClaims(aggregate)
                                                : Table.of(aggregate)),
                types.readModels().stream().map(Table::of));
    }

    /** The version of the next migration, behind all that there are, those of people too. */
    private int next() {
        int last = before.map(SchemaSnapshot::version).orElse(0);
        return 1 + Math.max(last, history.lastVersion().orElse(0));
    }

    private String module() {
        return types.names().module().replace('-', '_');
    }

    private Schema schema() {
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
            parts.add(new Platform("event-store", Templates.render(new EventStoreTables())));
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
