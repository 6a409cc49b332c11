package io.contextmill.emitters.config;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.Layer;
import java.util.stream.Stream;

/** What puts a service together. */
public final class ConfigEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("config");

    /** What puts a service together. */
    public ConfigEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        SourceSpan origin = context.context().origin();
        TestSupport tests = new TestSupport(types);
        Stream<GeneratedFile> always =
                Stream.of(
                        files.generated(ApplicationSource.of(types), origin),
                        files.generated(new ConfigurationSource(types).source(), origin),
                        files.generated(PropertiesSource.of(types), origin),
                        files.packageInfo(
                                types.packageName(Layer.CONFIG),
                                Javadoc.of(
                                        "The $L service put together.", context.context().name()),
                                origin),
                        files.generatedTest(tests.serviceTest(), origin),
                        files.generatedTest(tests.database(), origin),
                        files.generatedTest(tests.databaseAccess(), origin),
                        files.generatedTest(tests.databaseConfiguration(), origin),
                        files.generatedTest(tests.application(), origin),
                        files.generatedTest(new ApplicationTestSource(types).source(), origin),
                        files.generatedTest(new ArchitectureTestSource(context).source(), origin));
        Stream<JavaSource> perhaps =
                Stream.concat(
                        RebuildTestSource.of(types).stream(), tests.clockConfiguration().stream());
        return Stream.concat(always, perhaps.map(source -> files.generatedTest(source, origin)));
    }
}
