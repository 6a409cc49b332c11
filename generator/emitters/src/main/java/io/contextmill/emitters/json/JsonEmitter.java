package io.contextmill.emitters.json;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.Layer;
import java.util.stream.Stream;

/** The domain's values as JSON. */
public final class JsonEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("json");

    /** The domain's values as JSON. */
    public JsonEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        SourceSpan origin = context.context().origin();
        Stream<GeneratedFile> earlier =
                EarlierEventsSource.isNeeded(types)
                        ? Stream.of(
                                files.generated(new EarlierEventsSource(types).source(), origin))
                        : Stream.empty();
        Stream<GeneratedFile> always =
                Stream.of(
                        files.generated(new DomainJsonSource(types).source(), origin),
                        files.packageInfo(
                                types.packageName(Layer.JSON),
                                Javadoc.of("The domain's values as JSON."),
                                origin),
                        files.generatedTest(new DomainJsonTestSource(types).source(), origin));
        return Stream.concat(earlier, always);
    }
}
