package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.FieldModel;
import javax.lang.model.element.Modifier;

/** The port through which an aggregate is kept. */
final class RepositoryFile {
    private final AggregateTypes aggregate;
    private final TypeName versioned;
    private final TypeName versionedId;
    private final ClassName conflict;

    private RepositoryFile(AggregateTypes aggregate) {
        ContextTypes types = aggregate.types();
        this.aggregate = aggregate;
        this.versioned = types.versioned(aggregate.state());
        this.versionedId = types.versioned(aggregate.id());
        this.conflict = types.platform("OptimisticLockConflict");
    }

    static JavaSource of(AggregateTypes aggregate) {
        return new RepositoryFile(aggregate).source();
    }

    private JavaSource source() {
        TypeSpec type =
                TypeSpec.interfaceBuilder(aggregate.repository())
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Libraries.REPOSITORY)
                        .addJavadoc(
                                Javadoc.of(
                                                "All $L. What it saves becomes visible together with the events that led"
                                                        + " to it, or not at all.",
                                                aggregate.nouns())
                                        .block())
                        .addMethod(find())
                        .addMethod(get())
                        .addMethod(create())
                        .addMethod(append())
                        .build();
        return JavaSource.of(aggregate.repository(), type);
    }

    /** The same, where values may be taken. */
    private Javadoc unique(Javadoc javadoc) {
        Javadoc all = javadoc;
        for (FieldModel field : aggregate.unique()) {
            all =
                    all.throwing(
                            aggregate.taken(field),
                            "if another $L has the same $L",
                            aggregate.noun(),
                            Phrases.noun(field.name()));
        }
        return all;
    }

    /** The same, where one may have been deleted. */
    private Javadoc mortal(Javadoc javadoc) {
        return aggregate.isMortal()
                ? javadoc.throwing(
                        aggregate.noLongerExists(), "if the $L was deleted", aggregate.noun())
                : javadoc;
    }

    private MethodSpec find() {
        return MethodSpec.methodBuilder("find")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        mortal(
                                        Javadoc.of(
                                                "The $L with that identity, if there is one.",
                                                aggregate.noun()))
                                .block())
                .addParameter(aggregate.id(), "id")
                .returns(ContextTypes.optional(versioned))
                .build();
    }

    private MethodSpec get() {
        return MethodSpec.methodBuilder("get")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addJavadoc(
                        mortal(
                                        Javadoc.of("The $L with that identity.", aggregate.noun())
                                                .param(
                                                        "expected",
                                                        "the version the caller saw, or empty for whatever is current")
                                                .throwing(
                                                        aggregate.notFound(),
                                                        "if no such $L exists",
                                                        aggregate.noun()))
                                .throwing(
                                        conflict,
                                        "if the $L has moved on since {@code expected}",
                                        aggregate.noun())
                                .block())
                .addParameter(aggregate.id(), "id")
                .addParameter(
                        ContextTypes.optional(aggregate.types().platform("Version")), "expected")
                .returns(versioned)
                .addStatement(
                        "return find(id).orElseThrow(() -> new $T(id)).expecting(expected)",
                        aggregate.notFound())
                .build();
    }

    private MethodSpec create() {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        unique(
                                        mortal(
                                                Javadoc.of("Adds $L.", aggregate.aNoun())
                                                        .param(
                                                                "history",
                                                                "what happened to it so far; at least the event that it begins with")
                                                        .returns(
                                                                "its identity and its first version")
                                                        .throwing(
                                                                aggregate.alreadyExists(),
                                                                "if there is $L with that identity",
                                                                aggregate.aNoun())))
                                .block())
                .addParameter(aggregate.eventList(), "history")
                .returns(versionedId)
                .build();
    }

    private MethodSpec append() {
        return MethodSpec.methodBuilder("append")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        unique(
                                        Javadoc.of("Saves what happened to $L.", aggregate.aNoun())
                                                .param(
                                                        aggregate.variable(),
                                                        "the $L that was decided about",
                                                        aggregate.noun())
                                                .param(
                                                        "events",
                                                        "what happened; nothing is saved where nothing did"
                                                                + (aggregate.isMortal()
                                                                        ? ", and nothing but the identity is kept of what ended"
                                                                        : ""))
                                                .returns("its identity and its new version")
                                                .throwing(
                                                        conflict,
                                                        "if somebody else has changed the $L meanwhile",
                                                        aggregate.noun()))
                                .block())
                .addParameter(versioned, aggregate.variable())
                .addParameter(aggregate.eventList(), "events")
                .returns(versionedId)
                .build();
    }
}
