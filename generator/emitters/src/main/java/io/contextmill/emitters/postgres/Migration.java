package io.contextmill.emitters.postgres;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.DatabaseRules;
import io.contextmill.emit.MigrationHistory;
import io.contextmill.emitters.java.ContextTypes;
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
    private final StoredNames names;
    private final Optional<SchemaSnapshot> before;
    private final List<String> renames = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private final Optional<DroppedParts> dropped;
    private final Optional<SchemaChange> change;

    /**
     * @param former the context as it was before something in it was renamed
     */
    Migration(ContextTypes types, Optional<ContextTypes> former, MigrationHistory history) {
        this.types = types;
        this.history = history;
        this.wanted = ContextSchema.of(types);
        this.names = StoredNames.of(types);
        this.before =
                history.snapshot()
                        .flatMap(SchemaSnapshot::parse)
                        .map(there -> former.map(then -> renamed(there, then)).orElse(there));
        this.dropped = before.map(snapshot -> new DroppedParts(types, snapshot.schema(), wanted));
        this.change =
                before.map(
                        snapshot ->
                                new SchemaChange(
                                        snapshot, wanted, dropped.orElseThrow().parts().keySet()));
    }

    /** What is in the database after everything in it has its new name. */
    private SchemaSnapshot renamed(SchemaSnapshot there, ContextTypes then) {
        SchemaRename tables = new SchemaRename(there, ContextSchema.of(then), wanted);
        RowRenames rows = new RowRenames(then, types, tables.after(), there.names());
        renames.addAll(tables.statements());
        renames.addAll(rows.statements());
        renamed.addAll(tables.renamed());
        renamed.addAll(rows.renamed());
        return new SchemaSnapshot(there.version(), tables.after(), tables.kept(), there.names());
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
        List<String> statements = statements();
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Script(
                                "V" + next() + "__change_" + module() + ".sql",
                                String.join("\n", statements)));
    }

    private List<String> statements() {
        return Stream.concat(
                        renames.stream(),
                        change.map(SchemaChange::statements).orElse(List.of()).stream())
                .toList();
    }

    /** What is in the database afterwards, to be committed. */
    SchemaSnapshot after() {
        int last = before.map(SchemaSnapshot::version).orElse(1);
        return change.map(
                        next ->
                                new SchemaSnapshot(
                                        statements().isEmpty() ? last : next(),
                                        next.after(),
                                        next.kept(),
                                        Optional.of(names)))
                .orElseGet(() -> new SchemaSnapshot(last, wanted, Set.of(), Optional.of(names)));
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
        return Stream.of(renames(), changes, dropped.stream().flatMap(this::findings))
                .flatMap(findings -> findings)
                .toList();
    }

    private Stream<Diagnostic> renames() {
        return renamed.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        DatabaseRules.RENAMES.at(
                                types.context().origin(),
                                "the migration renames " + String.join(", ", renamed),
                                "stop the services of the version before when the new one starts: they do not"
                                        + " know the new names"));
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
}
