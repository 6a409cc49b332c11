package io.contextmill.emitters.web;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.Layer;
import java.util.List;
import java.util.stream.Stream;

/** The HTTP edge of a context. */
public final class WebEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("web");

    /** The HTTP edge. */
    public WebEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        List<Endpoints> all = Endpoints.of(types);
        SourceSpan origin = context.context().origin();
        Stream<GeneratedFile> values =
                types
                        .values(
                                types.aggregates().stream()
                                        .flatMap(aggregate -> aggregate.model().commands().stream())
                                        .flatMap(command -> command.fields().stream()))
                        .stream()
                        .filter(value -> !value.scalar())
                        .map(
                                value ->
                                        files.generated(
                                                ValueRequestSource.of(types, value),
                                                value.origin()));
        Stream<GeneratedFile> shared =
                Stream.of(
                        files.generated(new AdapterSource(types, all).source(), origin),
                        files.packageInfo(
                                types.packageName(Layer.WEB),
                                Javadoc.of("The $L context over HTTP.", context.context().name()),
                                origin));
        return Stream.of(all.stream().flatMap(endpoints -> files(endpoints, files)), values, shared)
                .flatMap(part -> part);
    }

    private static Stream<GeneratedFile> files(Endpoints endpoints, JavaFiles files) {
        SourceSpan origin = endpoints.aggregate().model().origin();
        Stream<GeneratedFile> requests =
                endpoints.commands().stream()
                        .filter(Endpoints::hasBody)
                        .map(
                                command ->
                                        files.generated(
                                                new RequestSource(endpoints.aggregate(), command)
                                                        .source(),
                                                command.origin()));
        Stream<GeneratedFile> controller =
                Stream.of(
                        files.generated(new ControllerSource(endpoints).source(), origin),
                        files.generatedTest(new HttpTestSource(endpoints).source(), origin));
        return Stream.concat(requests, controller);
    }
}
