package io.contextmill.emitters.memory;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.Names;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A repository in memory. */
final class RepositoryFile {
    private final AggregateTypes aggregate;
    private final ClassName name;
    private final TypeName versioned;
    private final TypeName versionedId;
    private final ClassName version;

    private RepositoryFile(AggregateTypes aggregate) {
        ContextTypes types = aggregate.types();
        this.aggregate = aggregate;
        this.name = aggregate.of(AggregateClass.MEMORY_REPOSITORY);
        this.versioned = types.versioned(aggregate.state());
        this.versionedId = types.versioned(aggregate.id());
        this.version = types.platform("Version");
    }

    static JavaSource of(AggregateTypes aggregate) {
        return new RepositoryFile(aggregate).source();
    }

    private JavaSource source() {
        TypeName map = ParameterizedTypeName.get(ClassName.get(Map.class), aggregate.id(), kept());
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.FINAL)
                        .addSuperinterface(aggregate.repository())
                        .addJavadoc(
                                Javadoc.of(
                                                "$L by their identity.",
                                                Phrases.capitalised(aggregate.nouns()))
                                        .block())
                        .addField(
                                FieldSpec.builder(
                                                map,
                                                aggregate.variables(),
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .initializer("new $T<>()", ConcurrentHashMap.class)
                                        .build())
                        .addField(aggregate.decider(), "decider", Modifier.PRIVATE, Modifier.FINAL)
                        .addField(
                                AdapterFile.committed(aggregate),
                                "committed",
                                Modifier.PRIVATE,
                                Modifier.FINAL)
                        .addMethod(constructor())
                        .addMethod(find())
                        .addMethod(create())
                        .addMethod(append())
                        .addMethod(commit());
        if (!aggregate.unique().isEmpty()) {
            type.addMethod(others()).addMethod(requireFree());
        }
        if (aggregate.isMortal()) {
            type.addType(keptType());
        }
        return JavaSource.of(name, type.build());
    }

    /** What there is for each identity: where one may be deleted, whether it was. */
    private TypeName kept() {
        return aggregate.isMortal() ? name.nestedClass("Kept") : versioned;
    }

    private TypeSpec keptType() {
        return TypeSpec.recordBuilder("Kept")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        Javadoc.of("The last of $L, and whether it was deleted.", aggregate.aNoun())
                                .block())
                .recordConstructor(
                        MethodSpec.constructorBuilder()
                                .addParameter(versioned, "last")
                                .addParameter(TypeName.BOOLEAN, "deleted")
                                .build())
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(aggregate.decider(), "decider")
                .addParameter(AdapterFile.committed(aggregate), "committed")
                .addStatement("this.decider = decider")
                .addStatement("this.committed = committed")
                .build();
    }

    private MethodSpec find() {
        MethodSpec.Builder method =
                overriding("find")
                        .addParameter(aggregate.id(), "id")
                        .returns(ContextTypes.optional(versioned));
        if (!aggregate.isMortal()) {
            return method.addStatement(
                            "return $T.ofNullable($L.get(id))",
                            Optional.class,
                            aggregate.variables())
                    .build();
        }
        return method.addStatement(
                        "$T found = $T.ofNullable($L.get(id))",
                        ContextTypes.optional(kept()),
                        Optional.class,
                        aggregate.variables())
                .beginControlFlow("if (found.filter($T::deleted).isPresent())", kept())
                .addStatement("throw new $T(id)", aggregate.noLongerExists())
                .endControlFlow()
                .addStatement("return found.map($T::last)", kept())
                .build();
    }

    private MethodSpec create() {
        String one = aggregate.variable();
        MethodSpec.Builder method =
                alone("create")
                        .addParameter(aggregate.eventList(), "history")
                        .returns(versionedId)
                        .addStatement("$T $L = decider.evolve(history)", aggregate.state(), one)
                        .addStatement(
                                "$T created = new $T<>($L, $T.NONE.plus(history.size()))",
                                versioned,
                                aggregate.types().platform("Versioned"),
                                one,
                                version);
        if (!aggregate.unique().isEmpty()) {
            method.beginControlFlow("if (!$L.containsKey($L.id()))", aggregate.variables(), one)
                    .addStatement("requireFree($L)", one)
                    .endControlFlow();
        }
        if (aggregate.isMortal()) {
            method.addStatement(
                            "$T taken = $T.ofNullable($L.putIfAbsent($L.id(), new $T(created, false)))",
                            ContextTypes.optional(kept()),
                            Optional.class,
                            aggregate.variables(),
                            one,
                            kept())
                    .beginControlFlow("if (taken.filter($T::deleted).isPresent())", kept())
                    .addStatement("throw new $T($L.id())", aggregate.noLongerExists(), one)
                    .endControlFlow()
                    .beginControlFlow("if (taken.isPresent())");
        } else {
            method.beginControlFlow(
                    "if ($L.putIfAbsent($L.id(), created) != null)", aggregate.variables(), one);
        }
        return method.addStatement("throw new $T($L.id())", aggregate.alreadyExists(), one)
                .endControlFlow()
                .addStatement("return commit(created, $T.NONE, history)", version)
                .build();
    }

    private MethodSpec append() {
        String one = aggregate.variable();
        return alone("append")
                .addParameter(versioned, one)
                .addParameter(aggregate.eventList(), "events")
                .returns(versionedId)
                .addStatement(
                        "$T state = decider.evolve($L.value(), events)", aggregate.state(), one)
                .addStatement(
                        "$T changed = new $T<>(state, $L.version().plus(events.size()))",
                        versioned,
                        aggregate.types().platform("Versioned"),
                        one)
                .addCode(
                        aggregate.unique().isEmpty()
                                ? CodeBlock.of("")
                                : CodeBlock.of("requireFree(state);\n"))
                .addCode(ends())
                .beginControlFlow("if (!$L)", replaced(one))
                .addStatement(
                        "throw $T.overtaken($L.version())",
                        aggregate.types().platform("OptimisticLockConflict"),
                        one)
                .endControlFlow()
                .addStatement("return commit(changed, $L.version(), events)", one)
                .build();
    }

    /** All but one of that identity. */
    private MethodSpec others() {
        CodeBlock last =
                aggregate.isMortal()
                        ? CodeBlock.of(".filter(kept -> !kept.deleted()).map($T::last)", kept())
                        : CodeBlock.of("");
        return MethodSpec.methodBuilder("others")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(aggregate.id(), "id")
                .returns(ParameterizedTypeName.get(ClassName.get(Stream.class), aggregate.state()))
                .addStatement(
                        "return $L.values().stream()$L.map($T::value).filter(other -> !other.id().equals(id))",
                        aggregate.variables(),
                        last,
                        aggregate.types().platform("Versioned"))
                .build();
    }

    private MethodSpec requireFree() {
        String one = aggregate.variable();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("requireFree")
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(aggregate.state(), one);
        for (FieldModel field : aggregate.unique()) {
            String component = Names.stateComponent(field);
            CodeBlock same =
                    aggregate.types().type(field).isPrimitive()
                            ? CodeBlock.of("other.$L() == $L.$L()", component, one, component)
                            : CodeBlock.of("other.$L().equals($L.$L())", component, one, component);
            method.beginControlFlow("if (others($L.id()).anyMatch(other -> $L))", one, same)
                    .addStatement("throw new $T($L.$L())", aggregate.taken(field), one, component)
                    .endControlFlow();
        }
        return method.build();
    }

    /** A method beside which no other writes, where it has to look at all there are. */
    private MethodSpec.Builder alone(String method) {
        MethodSpec.Builder builder = overriding(method);
        return aggregate.unique().isEmpty() ? builder : builder.addModifiers(Modifier.SYNCHRONIZED);
    }

    private CodeBlock ends() {
        return aggregate.isMortal()
                ? CodeBlock.builder()
                        .addStatement(
                                "boolean ends = events.stream().anyMatch($T::ends)",
                                aggregate.event())
                        .build()
                : CodeBlock.of("");
    }

    private CodeBlock replaced(String one) {
        return aggregate.isMortal()
                ? CodeBlock.of(
                        "$L.replace(state.id(), new $T($L, false), new $T(changed, ends))",
                        aggregate.variables(),
                        kept(),
                        one,
                        kept())
                : CodeBlock.of("$L.replace(state.id(), $L, changed)", aggregate.variables(), one);
    }

    private MethodSpec commit() {
        ClassName pair = aggregate.types().platform("Versioned");
        return MethodSpec.methodBuilder("commit")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(versioned, "saved")
                .addParameter(version, "before")
                .addParameter(aggregate.eventList(), "events")
                .returns(versionedId)
                .addStatement("$T version = before", version)
                .beginControlFlow("for ($T event : events)", aggregate.event())
                .addStatement("version = version.plus(1)")
                .addStatement("committed.accept(new $T<>(event, version))", pair)
                .endControlFlow()
                .addStatement("return new $T<>(saved.value().id(), saved.version())", pair)
                .build();
    }

    private static MethodSpec.Builder overriding(String method) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC);
    }
}
