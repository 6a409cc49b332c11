package io.contextmill.emitters.memory;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.naming.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the adapter that keeps data in memory, for tests. */
public final class MemoryEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("memory");

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        SourceSpan origin = types.context().origin();
        List<GeneratedFile> made = new ArrayList<>();
        made.add(
                files.testPackageInfo(
                        types.packageName(Layer.MEMORY),
                        Javadoc.of(
                                "The $L context's data in memory, for tests that are about something else.",
                                types.context().name()),
                        origin));
        made.add(files.generatedTest(AdapterFile.of(types), origin));
        types.aggregates().stream()
                .filter(AggregateTypes::isAlive)
                .forEach(aggregate -> made.addAll(repository(aggregate, files)));
        types.readModels().forEach(readModel -> made.addAll(rows(readModel, files)));
        return made.stream();
    }

    private static List<GeneratedFile> repository(AggregateTypes aggregate, JavaFiles files) {
        SourceSpan origin = aggregate.model().origin();
        List<GeneratedFile> made = new ArrayList<>();
        made.add(files.generatedTest(RepositoryFile.of(aggregate), origin));
        if (!aggregate.beginnings().isEmpty()) {
            made.add(files.generatedTest(ContractTests.repository(aggregate), origin));
        }
        return made;
    }

    private static List<GeneratedFile> rows(ReadModelTypes readModel, JavaFiles files) {
        SourceSpan origin = readModel.model().origin();
        List<GeneratedFile> made = new ArrayList<>();
        made.add(files.generatedTest(RowsFile.of(readModel), origin));
        if (readModel.isBuilt()) {
            made.add(files.generatedTest(ContractTests.rows(readModel), origin));
        }
        return made;
    }
}
