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
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
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
    public Stream<GeneratedFile> emit(EmitContext context, SharedModule module) {
        ContextTypes types = ContextTypes.of(context);
        if (module != SharedModule.SYSTEM_TESTS || Endpoints.of(types).isEmpty()) {
            return Stream.empty();
        }
        SystemTestSource test = new SystemTestSource(types, context.workspaceNames().systemTests());
        return Stream.of(
                JavaFiles.of(context, ID).generatedTest(test.source(), types.context().origin()));
    }

    @Override
    public Stream<GeneratedFile> emit(SharedEmitContext context) {
        return context.module() == SharedModule.SYSTEM_TESTS
                ? Stream.concat(together(context), separation(context))
                : Stream.empty();
    }

    private static Stream<GeneratedFile> together(SharedEmitContext context) {
        JavaFiles files = JavaFiles.of(context, ID);
        SystemTypes types = new SystemTypes(context);
        SourceSpan origin = origin(context);
        return Stream.of(
                files.generatedTest(new ServicesSource(types).source(), origin),
                files.generatedTest(new TogetherSource(types).source(), origin),
                files.generatedTest(ApplicationSource.of(types), origin),
                files.generatedTest(new ContextBoundariesSource(types).source(), origin),
                files.testPackageInfo(
                        context.names().systemTestsPackage(),
                        Javadoc.of(
                                "All services of the $L workspace, started and tested together.",
                                context.workspace().name()),
                        origin));
    }

    /** Nothing for a service that has nobody to be separated from. */
    private static Stream<GeneratedFile> separation(SharedEmitContext context) {
        JavaSource test = DatabaseSeparationSource.of(new SystemTypes(context));
        return context.workspace().contexts().size() > 1
                ? Stream.of(JavaFiles.of(context, ID).generatedTest(test, origin(context)))
                : Stream.empty();
    }

    private static SourceSpan origin(SharedEmitContext context) {
        return context.workspace().contexts().get(0).origin();
    }
}
