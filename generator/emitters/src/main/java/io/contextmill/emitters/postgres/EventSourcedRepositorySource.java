package io.contextmill.emitters.postgres;

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
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.Names;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The repository on PostgreSQL of an aggregate that is kept as its events. Where fields are unique,
 * its table has a row an aggregate with the values that it claims.
 */
final class EventSourcedRepositorySource {
    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final ClassName name;
    private final Table table;
    private final TakenValues takenValues;
    private final TypeName versionedState;
    private final TypeName versionedId;
    private final String state;
    private final CodeBlock type;

    EventSourcedRepositorySource(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.name = aggregate.of(AggregateClass.POSTGRES_REPOSITORY);
        this.table = Table.ofClaims(aggregate);
        this.takenValues = new TakenValues(aggregate, table);
        this.versionedState = types.versioned(aggregate.state());
        this.versionedId = types.versioned(aggregate.id());
        this.state = aggregate.variable();
        this.type = Literals.string(aggregate.name());
    }

    JavaSource source() {
        TypeSpec.Builder source =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.FINAL)
                        .addSuperinterface(aggregate.repository())
                        .addJavadoc(
                                Javadoc.of(
                                                "All that happened to each $L, and its state made of that. Events go to"
                                                        + " the outbox in the same transaction.",
                                                aggregate.noun())
                                        .block())
                        .addField(form());
        if (hasClaims()) {
            source.addField(Statement.constant("CLAIM", claim()));
            if (aggregate.isMortal()) {
                source.addField(Statement.constant("RELEASE", release()));
            }
            takenValues.addStatements(source);
        }
        source.addFields(RepositoryParts.fields(RepositoryParts.of(aggregate)));
        source.addMethod(RepositoryParts.constructor(RepositoryParts.of(aggregate)))
                .addMethod(find())
                .addMethod(create())
                .addMethod(append());
        if (aggregate.isMortal()) {
            source.addMethod(refusal());
        }
        if (hasClaims()) {
            source.addMethod(claimMethod()).addMethod(takenValues.method());
        }
        return JavaSource.of(name, source.build());
    }

    private boolean hasClaims() {
        return !aggregate.unique().isEmpty();
    }

    private FieldSpec form() {
        return FieldSpec.builder(
                        String.class, "FORM", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        Javadoc.of(
                                        "Changes with what $L is made of and with what events make of it. Snapshots of"
                                                + " another form are not used.",
                                        aggregate.aNoun())
                                .block())
                .initializer("$S", StateForm.of(aggregate))
                .build();
    }

    private String claim() {
        return table.insertion()
                + "on conflict ("
                + table.sqlKey()
                + ") do update\n"
                + table.assignment("excluded.");
    }

    private String release() {
        return "delete from " + table.sqlName() + "\nwhere " + table.sqlKey() + " = :id\n";
    }

    private MethodSpec find() {
        TypeName found = ParameterizedTypeName.get(ClassName.get(Optional.class), versionedState);
        MethodSpec.Builder method =
                RepositorySource.overriding("find", found)
                        .addParameter(aggregate.id(), "id")
                        .addStatement(
                                "$T snapshot = snapshots.find($L, id.toString(), FORM, $T.class)",
                                found,
                                type,
                                aggregate.state())
                        .addStatement(
                                "$1T seen = snapshot.map($2T::version).orElse($1T.NONE)",
                                types.platform("Version"),
                                types.platform("Versioned"))
                        .addStatement(
                                "$T since = eventStore.read($L, id.toString(), seen, $T.class)",
                                aggregate.eventList(),
                                type,
                                aggregate.event())
                        .beginControlFlow("if (since.isEmpty())")
                        .addStatement("return snapshot")
                        .endControlFlow();
        if (aggregate.isMortal()) {
            method.beginControlFlow("if (since.stream().anyMatch($T::ends))", aggregate.event())
                    .addStatement("throw new $T(id)", aggregate.noLongerExists())
                    .endControlFlow();
        }
        return method.addStatement(
                        "$T $L = snapshot.map(kept -> decider.evolve(kept.value(), since))"
                                + ".orElseGet(() -> decider.evolve(since))",
                        aggregate.state(),
                        state)
                .addStatement(
                        "return $T.of(new $T<>($L, seen.plus(since.size())))",
                        Optional.class,
                        types.platform("Versioned"),
                        state)
                .build();
    }

    private MethodSpec create() {
        MethodSpec.Builder method =
                RepositorySource.overriding("create", versionedId)
                        .addParameter(aggregate.eventList(), "history")
                        .addStatement("$T $L = decider.evolve(history)", aggregate.state(), state)
                        .addStatement(
                                "$1T version = $1T.NONE.plus(history.size())",
                                types.platform("Version"))
                        .addCode(takenValues.transaction())
                        .beginControlFlow(
                                "if (!eventStore.append($L, $L.id().toString(), $T.NONE, history))",
                                type,
                                state,
                                types.platform("Version"));
        if (aggregate.isMortal()) {
            method.addStatement("throw refusal($L.id())", state);
        } else {
            method.addStatement("throw new $T($L.id())", aggregate.alreadyExists(), state);
        }
        method.endControlFlow();
        if (hasClaims()) {
            method.addStatement("claim($L)", state);
        }
        return method.addStatement(
                        "snapshots.keep($1L, $2L.id().toString(), FORM, $3T.NONE, new $4T<>($2L, version))",
                        type,
                        state,
                        types.platform("Version"),
                        types.platform("Versioned"))
                .addStatement(
                        "outbox.append($L, $L.id().toString(), $T.NONE, history)",
                        type,
                        state,
                        types.platform("Version"))
                .addCode(
                        takenValues.endOfTransaction(
                                state, CodeBlock.of("$T.NONE", types.platform("Version"))))
                .addStatement(
                        "return new $T<>($L.id(), version)", types.platform("Versioned"), state)
                .build();
    }

    private MethodSpec append() {
        return RepositorySource.overriding("append", versionedId)
                .addParameter(versionedState, state)
                .addParameter(aggregate.eventList(), "events")
                .addStatement("$T loaded = $L.version()", types.platform("Version"), state)
                .beginControlFlow("if (events.isEmpty())")
                .addStatement(
                        "return new $T<>($L.value().id(), loaded)",
                        types.platform("Versioned"),
                        state)
                .endControlFlow()
                .addStatement(
                        "$T changed = decider.evolve($L.value(), events)", aggregate.state(), state)
                .addStatement("$T version = loaded.plus(events.size())", types.platform("Version"))
                .addCode(takenValues.transaction())
                .beginControlFlow(
                        "if (!eventStore.append($L, changed.id().toString(), loaded, events))",
                        type)
                .addStatement(
                        "throw $T.overtaken(loaded)", types.platform("OptimisticLockConflict"))
                .endControlFlow()
                .addCode(afterAppend())
                .addStatement("outbox.append($L, changed.id().toString(), loaded, events)", type)
                .addCode(takenValues.endOfTransaction("changed", CodeBlock.of("loaded")))
                .addStatement("return new $T<>(changed.id(), version)", types.platform("Versioned"))
                .build();
    }

    private CodeBlock afterAppend() {
        CodeBlock.Builder alive = CodeBlock.builder();
        if (hasClaims()) {
            alive.addStatement("claim(changed)");
        }
        alive.addStatement(
                "snapshots.keep($L, changed.id().toString(), FORM, loaded, new $T<>(changed, version))",
                type,
                types.platform("Versioned"));
        if (!aggregate.isMortal()) {
            return alive.build();
        }
        if (!hasClaims()) {
            return CodeBlock.builder()
                    .beginControlFlow("if (events.stream().noneMatch($T::ends))", aggregate.event())
                    .add(alive.build())
                    .endControlFlow()
                    .build();
        }
        return CodeBlock.builder()
                .beginControlFlow("if (events.stream().anyMatch($T::ends))", aggregate.event())
                .addStatement("jdbc.sql(RELEASE).param(\"id\", changed.id().value()).update()")
                .nextControlFlow("else")
                .add(alive.build())
                .endControlFlow()
                .build();
    }

    private MethodSpec refusal() {
        return MethodSpec.methodBuilder("refusal")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        Javadoc.of(
                                        "Why no other $L can begin with that identity.",
                                        aggregate.noun())
                                .block())
                .returns(types.platform("Rejection"))
                .addParameter(aggregate.id(), "id")
                .addStatement(
                        "$T history = eventStore.read($L, id.toString(), $T.NONE, $T.class)",
                        aggregate.eventList(),
                        type,
                        types.platform("Version"),
                        aggregate.event())
                .addStatement(
                        "return history.stream().anyMatch($T::ends) ? new $T(id) : new $T(id)",
                        aggregate.event(),
                        aggregate.noLongerExists(),
                        aggregate.alreadyExists())
                .build();
    }

    private MethodSpec claimMethod() {
        CodeBlock.Builder statement =
                CodeBlock.builder().add("jdbc.sql(CLAIM).param(\"id\", $L.id().value())", state);
        for (Column column : table.columns()) {
            CodeBlock value = CodeBlock.of("$L.$L()", state, Names.stateComponent(column.field()));
            statement.add(".param($S, $L)", column.name(), column.written(value, types));
        }
        return MethodSpec.methodBuilder("claim")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(aggregate.state(), state)
                .addStatement("$L.update()", statement.build())
                .build();
    }
}
