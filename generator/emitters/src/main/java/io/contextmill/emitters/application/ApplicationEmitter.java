package io.contextmill.emitters.application;

import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.CommandModel;
import io.contextmill.model.QueryModel;
import io.contextmill.naming.Layer;
import java.util.stream.Stream;

/** Makes the handlers: what the context can be asked to do. */
public final class ApplicationEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("application");

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        Stream<GeneratedFile> commands =
                types.aggregates().stream()
                        .flatMap(
                                aggregate ->
                                        aggregate.model().commands().stream()
                                                .flatMap(
                                                        command ->
                                                                files(aggregate, command, files)));
        Stream<GeneratedFile> queries =
                types.context().queries().stream().flatMap(query -> files(types, query, files));
        return Stream.of(Stream.of(packageInfo(types, files)), commands, queries)
                .flatMap(stream -> stream);
    }

    private static GeneratedFile packageInfo(ContextTypes types, JavaFiles files) {
        return files.packageInfo(
                types.packageName(Layer.APPLICATION),
                Javadoc.of(
                        "What the $L context can be asked to do: one handler per command and per query. Depends on no"
                                + " framework.",
                        types.context().name()),
                types.context().origin());
    }

    private static Stream<GeneratedFile> files(
            AggregateTypes aggregate, CommandModel command, JavaFiles files) {
        return Stream.of(
                files.generated(CommandHandlerFile.of(aggregate, command), command.origin()),
                files.generatedTest(
                        CommandHandlerTestFile.of(aggregate, command), command.origin()));
    }

    private static Stream<GeneratedFile> files(
            ContextTypes types, QueryModel query, JavaFiles files) {
        return Stream.of(
                files.generated(QueryHandlerFile.of(types, query), query.origin()),
                files.generatedTest(QueryHandlerTestFile.of(types, query), query.origin()));
    }
}
