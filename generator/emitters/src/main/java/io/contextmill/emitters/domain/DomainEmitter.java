package io.contextmill.emitters.domain;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.Emitter;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaFiles;
import io.contextmill.model.CommandModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.Entity;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the domain: what the aggregates are, what can be asked of them, and what happens to them.
 */
public final class DomainEmitter implements Emitter {
    private static final EmitterId ID = new EmitterId("domain");

    @Override
    public EmitterId id() {
        return ID;
    }

    @Override
    public Stream<GeneratedFile> emit(EmitContext context) {
        ContextTypes types = ContextTypes.of(context);
        JavaFiles files = JavaFiles.of(context, ID);
        Stream<GeneratedFile> enums =
                context.context().types().stream()
                        .map(type -> files.generated(EnumFile.of(types, type), type.origin()));
        Stream<GeneratedFile> values =
                context.context().values().stream()
                        .filter(value -> value.entity().isEmpty())
                        .map(
                                value ->
                                        files.generated(
                                                ValueObjectFile.of(types, value), value.origin()));
        Stream<GeneratedFile> owned =
                context.context().values().stream()
                        .filter(ValueType::owned)
                        .map(
                                value ->
                                        files.owned(
                                                ValueObjectFile.behaviour(types, value),
                                                value.origin()));
        Stream<GeneratedFile> entities =
                context.context().entities().stream()
                        .flatMap(entity -> entity(types, entity, files));
        Stream<GeneratedFile> aggregates =
                types.aggregates().stream().flatMap(aggregate -> files(aggregate, files).stream());
        return Stream.of(
                        enums,
                        values,
                        owned,
                        entities,
                        aggregates,
                        rejections(types, files),
                        common(types, files))
                .flatMap(stream -> stream);
    }

    private static Stream<GeneratedFile> entity(
            ContextTypes types, ValueType entity, JavaFiles files) {
        Entity inside = entity.entity().orElseThrow();
        return Stream.of(
                files.generated(IdFile.of(types, inside), inside.id().origin()),
                files.generated(EntityFile.of(types, entity, inside), entity.origin()));
    }

    /** Those that the spec has a name for, with the commands that they reject. */
    private static Stream<GeneratedFile> rejections(ContextTypes types, JavaFiles files) {
        return types.context().rejections().stream()
                .map(
                        name ->
                                files.generated(
                                        RejectionFiles.named(types, name), origin(types, name)));
    }

    private static SourceSpan origin(ContextTypes types, String rejection) {
        return types.context().rejectedWith(rejection).stream()
                .map(CommandModel::origin)
                .findFirst()
                .orElseGet(types.context()::origin);
    }

    private static Stream<GeneratedFile> common(ContextTypes types, JavaFiles files) {
        SourceSpan origin = types.context().origin();
        return Stream.of(
                files.packageInfo(
                        types.packageName(Layer.DOMAIN), DomainPackage.javadoc(types), origin),
                files.generatedTest(ValuesTestFile.of(types), origin));
    }

    private static List<GeneratedFile> files(AggregateTypes aggregate, JavaFiles files) {
        SourceSpan origin = aggregate.model().origin();
        List<GeneratedFile> made = new ArrayList<>();
        made.add(files.generated(IdFile.of(aggregate), aggregate.model().id().origin()));
        made.add(files.generated(AggregateFile.of(aggregate), origin));
        made.add(files.generated(RejectionFiles.notFound(aggregate), origin));
        if (!aggregate.model().commands().isEmpty()) {
            made.add(files.generated(CommandFiles.all(aggregate), origin));
        }
        for (CommandModel command : aggregate.model().commands()) {
            made.add(files.generated(CommandFiles.of(aggregate, command), command.origin()));
        }
        if (aggregate.isAlive()) {
            made.addAll(life(aggregate, files));
        }
        return made;
    }

    /** What only an aggregate has to which something can happen. */
    private static List<GeneratedFile> life(AggregateTypes aggregate, JavaFiles files) {
        SourceSpan origin = aggregate.model().origin();
        List<GeneratedFile> made = new ArrayList<>();
        made.add(files.generated(EventFiles.all(aggregate), origin));
        for (EventModel event : aggregate.model().events()) {
            made.add(files.generated(EventFiles.of(aggregate, event), event.origin()));
        }
        made.add(files.generated(DeciderFile.of(aggregate), origin));
        made.add(files.owned(BehaviourFiles.behaviour(aggregate), origin));
        made.add(files.generated(RepositoryFile.of(aggregate), origin));
        made.add(files.generated(RejectionFiles.alreadyExists(aggregate), origin));
        if (aggregate.isMortal()) {
            made.add(files.generated(RejectionFiles.noLongerExists(aggregate), origin));
        }
        for (FieldModel field : aggregate.unique()) {
            made.add(files.generated(RejectionFiles.taken(aggregate, field), field.origin()));
        }
        made.add(files.generatedTest(DeciderContractFile.of(aggregate), origin));
        made.add(files.generatedTest(BehaviourFiles.deciderTest(aggregate), origin));
        made.add(files.ownedTest(BehaviourFiles.behaviourTest(aggregate), origin));
        if (!aggregate.beginnings().isEmpty()) {
            made.add(files.generatedTest(RepositoryContractFile.of(aggregate), origin));
        }
        return made;
    }
}
