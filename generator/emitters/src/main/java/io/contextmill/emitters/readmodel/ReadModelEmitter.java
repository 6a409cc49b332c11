package io.contextmill.emitters.readmodel;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.naming.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the read side: what queries are answered from. */
public final class ReadModelEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("readmodel");

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        Stream<GeneratedFile> packageInfo =
                Stream.of(
                        files.packageInfo(
                                types.packageName(Layer.READ_MODEL),
                                Javadoc.of(
                                        "What queries are answered from: views, and the projections that build them from"
                                                + " events."),
                                types.context().origin()));
        Stream<GeneratedFile> readModels =
                types.readModels().stream().flatMap(readModel -> files(readModel, files).stream());
        Stream<GeneratedFile> queries =
                types.context().queries().stream()
                        .map(query -> files.generated(QueryFile.of(types, query), query.origin()));
        return Stream.of(packageInfo, readModels, queries).flatMap(stream -> stream);
    }

    private static List<GeneratedFile> files(ReadModelTypes readModel, JavaFiles files) {
        SourceSpan origin = readModel.model().origin();
        List<GeneratedFile> made = new ArrayList<>();
        made.add(files.generated(ReadModelFile.of(readModel), origin));
        made.add(files.generated(RowsFile.of(readModel), origin));
        if (readModel.isBuilt()) {
            made.add(files.generated(ProjectionFile.of(readModel), origin));
            made.add(files.generatedTest(ProjectionTestFile.of(readModel), origin));
            made.add(files.generatedTest(RowsContractFile.of(readModel), origin));
        }
        return made;
    }
}
