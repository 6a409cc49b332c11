package io.contextmill.emitters.config;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.EventModel;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.ReadModelClass;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The test that read models are the same after they were built anew. */
final class RebuildTestSource {
    private static final String NAME = "rebuild-read-models";
    private static final String OPTION = "--server.port=0";

    private final ContextTypes types;

    private RebuildTestSource(ContextTypes types) {
        this.types = types;
    }

    /** The test; nothing where no aggregate is kept as events. */
    static Optional<JavaSource> of(ContextTypes types) {
        return types.context().keepsEvents()
                ? Optional.of(new RebuildTestSource(types).source())
                : Optional.empty();
    }

    private JavaSource source() {
        ClassName name = types.of(ContextClass.REBUILD_TEST);
        List<ReadModelTypes> rebuilt =
                types.readModels().stream().filter(RebuildTestSource::isTested).toList();
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addAnnotation(types.of(ContextClass.SERVICE_TEST))
                        .addJavadoc(
                                Javadoc.of("Read models are the same after they were built anew.")
                                        .block());
        rebuilt.stream()
                .map(ReadModelTypes::aggregate)
                .distinct()
                .forEach(
                        aggregate ->
                                type.addField(
                                        autowired(aggregate.repository(), aggregate.variables())));
        rebuilt.forEach(
                readModel -> type.addField(autowired(readModel.rows(), readModel.factory())));
        rebuilt.forEach(readModel -> type.addMethod(buildsAnew(readModel)));
        type.addMethod(refusal())
                .addMethod(otherCommand())
                .addMethod(options())
                .addMethod(rebuild());
        return JavaSource.of(name, type.build()).importing(Libraries.ASSERTIONS, "assertThat");
    }

    /**
     * Whether its rows can be built anew, and some event that an aggregate begins with adds one.
     */
    private static boolean isTested(ReadModelTypes readModel) {
        return readModel.isRebuilt()
                && readModel.projected().stream().anyMatch(EventModel::creates);
    }

    private static FieldSpec autowired(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE)
                .addAnnotation(Boot.AUTOWIRED)
                .build();
    }

    private MethodSpec buildsAnew(ReadModelTypes readModel) {
        AggregateTypes aggregate = readModel.aggregate();
        EventModel begins =
                readModel.projected().stream()
                        .filter(EventModel::creates)
                        .findFirst()
                        .orElseThrow();
        CodeBlock event =
                new AggregateSamples(aggregate)
                        .event(begins, AggregateSamples.FIRST)
                        .withUnique(new UniqueSamples(types)::java)
                        .java(CodeBlock.of("id"));
        ClassName versioned = types.platform("Versioned");
        ClassName version = types.platform("Version");
        return MethodSpec.methodBuilder("builds" + readModel.name() + "Anew")
                .addAnnotation(Libraries.TEST)
                .addStatement("$T id = $L", aggregate.id(), UniqueSamples.identity(aggregate))
                .addStatement("$T begun = $L", aggregate.event(), event)
                .addStatement(
                        "$T expected = $T.$L()",
                        readModel.rows(),
                        types.of(ContextClass.MEMORY_ADAPTER),
                        readModel.factory())
                .addStatement(
                        "new $T(expected).on(new $T<>(begun, new $T(1)))",
                        readModel.of(ReadModelClass.PROJECTION),
                        versioned,
                        version)
                .addStatement(
                        "$T row = expected.find(id).orElseThrow()",
                        types.versioned(readModel.row()))
                .addStatement("$L.create($T.of(begun))", aggregate.variables(), List.class)
                .addComment("No event made this row: what is told later does not change it.")
                .addStatement(
                        "$L.save(new $T<>(row.value(), new $T(1000)))",
                        readModel.factory(),
                        versioned,
                        version)
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(rebuild($L)).isZero()",
                        Libraries.ASSERTIONS,
                        Literals.string(readModel.name()))
                .addCode("\n")
                .addStatement(
                        "$T.assertThat($L.find(id)).contains(row)",
                        Libraries.ASSERTIONS,
                        readModel.factory())
                .build();
    }

    private static MethodSpec refusal() {
        return MethodSpec.methodBuilder("refusesReadModelsThatThereAreNot")
                .addAnnotation(Libraries.TEST)
                .addStatement(
                        "$T.assertThat(rebuild($S)).isEqualTo(2)",
                        Libraries.ASSERTIONS,
                        "no-read-model")
                .build();
    }

    private MethodSpec otherCommand() {
        return MethodSpec.methodBuilder("refusesCommandsThatThereAreNot")
                .addAnnotation(Libraries.TEST)
                .addStatement(
                        "$T.assertThat($T.run($T.builder(), $T.out, $S)).isEqualTo(2)",
                        Libraries.ASSERTIONS,
                        RepositoryParts.eventStore(types, "RebuildCommand"),
                        types.of(ContextClass.APPLICATION),
                        System.class,
                        "no-command")
                .build();
    }

    private MethodSpec options() {
        ClassName command = RepositoryParts.eventStore(types, "RebuildCommand");
        return MethodSpec.methodBuilder("isAskedForBehindOptions")
                .addAnnotation(Libraries.TEST)
                .addStatement(
                        "$T.assertThat($T.isAskedFor($S, $S)).isTrue()",
                        Libraries.ASSERTIONS,
                        command,
                        OPTION,
                        NAME)
                .addStatement(
                        "$T.assertThat($T.isAskedFor($S)).isFalse()",
                        Libraries.ASSERTIONS,
                        command,
                        OPTION)
                .build();
    }

    private MethodSpec rebuild() {
        return MethodSpec.methodBuilder("rebuild")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(int.class)
                .addParameter(String.class, "readModel")
                .addStatement(
                        "return $T.run($T.builder().sources($T.class), $T.out, $S, readModel)",
                        RepositoryParts.eventStore(types, "RebuildCommand"),
                        types.of(ContextClass.APPLICATION),
                        types.of(ContextClass.TEST_DATABASE_CONFIGURATION),
                        System.class,
                        NAME)
                .build();
    }
}
