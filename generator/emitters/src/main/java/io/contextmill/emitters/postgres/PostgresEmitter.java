package io.contextmill.emitters.postgres;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.MigrationHistory;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.Layer;
import java.util.List;
import java.util.stream.Stream;

/** What keeps a context's data in PostgreSQL. */
public final class PostgresEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("postgres");

    /** What keeps a context's data. */
    public PostgresEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        return Stream.of(
                        program(context, types, files),
                        migrations(context, types),
                        tests(types, files))
                .flatMap(part -> part);
    }

    private static Stream<GeneratedFile> program(
            EmitContext context, ContextTypes types, JavaFiles files) {
        Stream<GeneratedFile> repositories =
                RepositorySource.kept(types).stream()
                        .map(
                                aggregate ->
                                        files.generated(
                                                repository(aggregate), aggregate.model().origin()));
        Stream<GeneratedFile> rows =
                types.readModels().stream()
                        .map(
                                readModel ->
                                        files.generated(
                                                new RowsSource(readModel).source(),
                                                readModel.model().origin()));
        Stream<GeneratedFile> shared =
                Stream.of(
                        files.generated(
                                new AdapterSource(types).source(), context.context().origin()),
                        files.packageInfo(
                                types.packageName(Layer.POSTGRES),
                                Javadoc.of(
                                        "The $L context's data in PostgreSQL.",
                                        context.context().name()),
                                context.context().origin()));
        return Stream.of(repositories, rows, shared).flatMap(part -> part);
    }

    private static JavaSource repository(AggregateTypes aggregate) {
        return aggregate.model().isKeptAsEvents()
                ? new EventSourcedRepositorySource(aggregate).source()
                : new RepositorySource(aggregate).source();
    }

    private static Stream<GeneratedFile> tests(ContextTypes types, JavaFiles files) {
        Stream<GeneratedFile> repositories =
                RepositorySource.kept(types).stream()
                        .filter(RepositoryTestSource::isPossible)
                        .map(
                                aggregate ->
                                        files.generatedTest(
                                                new RepositoryTestSource(aggregate).source(),
                                                aggregate.model().origin()));
        Stream<GeneratedFile> rows =
                types.readModels().stream()
                        .map(
                                readModel ->
                                        files.generatedTest(
                                                readModel.isBuilt()
                                                        ? RowsTestSource.of(readModel)
                                                        : new UnbuiltRowsTestSource(readModel)
                                                                .source(),
                                                readModel.model().origin()));
        return Stream.concat(repositories, rows);
    }

    private static Stream<GeneratedFile> migrations(EmitContext context, ContextTypes types) {
        Migration next = migration(context, types);
        Stream<GeneratedFile> script =
                next.script().stream()
                        .map(
                                made ->
                                        migration(
                                                context,
                                                made.name(),
                                                Ownership.APPEND_ONCE,
                                                made.text()));
        return Stream.concat(
                script,
                Stream.of(
                        migration(
                                context,
                                MigrationHistory.SNAPSHOT,
                                Ownership.GENERATED,
                                next.after().text())));
    }

    private static Migration migration(EmitContext context, ContextTypes types) {
        return new Migration(types, context.former().map(ContextTypes::of), context.migrations());
    }

    private static GeneratedFile migration(
            EmitContext context, String name, Ownership ownership, String text) {
        return new GeneratedFile(
                new RelativePath(context.names().migrationFolder() + "/" + name),
                ownership,
                text,
                context.context().origin(),
                ID);
    }

    @Override
    public List<Diagnostic> findings(EmitContext context) {
        // The first migration changes nothing that there is.
        return context.migrations().snapshot().isEmpty()
                ? List.of()
                : migration(context, ContextTypes.of(context)).findings();
    }
}
