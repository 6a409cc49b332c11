package io.contextmill.emitters.contract;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.Contributions;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.MavenDependency;
import io.contextmill.emit.SharedEmitContext;
import io.contextmill.emit.SharedModule;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ContractTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.Layer;
import java.util.stream.Stream;

/**
 * Makes the language that contexts share, in a module of the workspace that belongs to none of
 * them, and in each context what translates its events into that language. A context that stands
 * alone has its public events itself.
 */
public final class ContractEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("contract");

    /** What makes the language that contexts share. */
    public ContractEmitter() {}

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public void contribute(SharedEmitContext shared, Contributions to) {
        if (shared.module() == SharedModule.CONTRACTS) {
            to.add(MavenDependency.managed("com.fasterxml.jackson.core", "jackson-annotations"));
            to.add(test("tools.jackson.core", "jackson-databind"));
            to.add(test("org.junit.jupiter", "junit-jupiter"));
            to.add(test("org.assertj", "assertj-core"));
        }
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context, SharedModule module) {
        return module == SharedModule.CONTRACTS
                ? files(Language.of(ContractTypes.of(context)), JavaFiles.of(context, ID))
                : Stream.empty();
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContractTypes types = ContractTypes.of(context);
        if (types.heardOf().isEmpty()) {
            return Stream.empty();
        }
        JavaFiles files = JavaFiles.of(context, ID);
        Stream<GeneratedFile> language =
                context.workspaceNames().alone()
                        ? files(Language.ofEvents(types), files)
                        : Stream.empty();
        return Stream.concat(language, translator(types, files));
    }

    private static Stream<GeneratedFile> files(Language language, JavaFiles files) {
        if (language.records().isEmpty()) {
            return Stream.empty();
        }
        ContractTypes types = language.types();
        SourceSpan origin = types.domain().context().origin();
        Stream<GeneratedFile> common =
                Stream.of(
                        files.packageInfo(types.packageName(), language.meaning(), origin),
                        files.generatedTest(ContractTestFile.of(language), origin));
        Stream<GeneratedFile> enums =
                language.enums().stream()
                        .map(type -> files.generated(EnumFile.of(types, type), type.origin()));
        Stream<GeneratedFile> families =
                language.families().stream()
                        .map(family -> files.generated(family.source(), family.origin()));
        Stream<GeneratedFile> values =
                language.values().stream()
                        .map(value -> ContractRecord.value(types, value))
                        .map(value -> files.generated(value.source(), value.origin()));
        Stream<GeneratedFile> views =
                language.views().stream()
                        .map(view -> files.generated(view.source(), view.origin()));
        return Stream.of(common, enums, values, families, views).flatMap(stream -> stream);
    }

    private static Stream<GeneratedFile> translator(ContractTypes contract, JavaFiles files) {
        ContextTypes types = contract.domain();
        SourceSpan origin = types.context().origin();
        return Stream.of(
                files.packageInfo(
                        types.packageName(Layer.CONTRACT),
                        Javadoc.of("From domain events to the language that contexts share."),
                        origin),
                files.generated(TranslatorFile.of(contract), origin),
                files.generatedTest(TranslatorTestFile.of(contract), origin));
    }

    private static MavenDependency test(String groupId, String artifactId) {
        return MavenDependency.managed(groupId, artifactId).withScope(MavenDependency.Scope.TEST);
    }
}
