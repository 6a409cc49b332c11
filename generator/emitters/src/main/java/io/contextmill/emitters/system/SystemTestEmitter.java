package io.contextmill.emitters.system;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emit.SharedModule;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.ContextModel;
import java.util.List;
import java.util.stream.Stream;

/** All services of a workspace, started and tested together. */
public final class SystemTestEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("system-tests");

    /** All services together. */
    public SystemTestEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    /** Nothing: a context by itself is no system. */
    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        return Stream.empty();
    }

    @Override
    public Stream<GeneratedFile> emit(SharedEmitContext context) {
        return context.module() == SharedModule.SYSTEM_TESTS
                ? Stream.concat(together(context), tests(context))
                : Stream.empty();
    }

    private static Stream<GeneratedFile> together(SharedEmitContext context) {
        JavaFiles files = JavaFiles.of(context, ID);
        SystemTypes types = new SystemTypes(context);
        SourceSpan origin = context.workspace().contexts().get(0).origin();
        return Stream.of(
                files.generatedTest(new ServicesSource(types).source(), origin),
                files.generatedTest(new TogetherSource(types).source(), origin),
                files.generatedTest(ApplicationSource.of(types), origin),
                files.testPackageInfo(
                        context.names().systemTestsPackage(),
                        Javadoc.of(
                                "All services of the $L workspace, started and tested together.",
                                context.workspace().name()),
                        origin));
    }

    private static Stream<GeneratedFile> tests(SharedEmitContext context) {
        JavaFiles files = JavaFiles.of(context, ID);
        SystemTypes types = new SystemTypes(context);
        List<ContextModel> contexts = context.workspace().contexts();
        SourceSpan origin = contexts.get(0).origin();
        Stream<GeneratedFile> boundaries =
                Stream.of(files.generatedTest(new ContextBoundariesSource(types).source(), origin));
        Stream<GeneratedFile> separation =
                contexts.size() > 1
                        ? Stream.of(files.generatedTest(DatabaseSeparationSource.of(types), origin))
                        : Stream.empty();
        Stream<GeneratedFile> services =
                contexts.stream()
                        .filter(one -> !Endpoints.of(ContextTypes.of(context, one)).isEmpty())
                        .map(
                                one ->
                                        files.generatedTest(
                                                new SystemTestSource(types, one).source(),
                                                one.origin()));
        return Stream.of(services, boundaries, separation).flatMap(all -> all);
    }
}
