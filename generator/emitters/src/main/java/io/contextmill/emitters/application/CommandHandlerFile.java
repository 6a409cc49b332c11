package io.contextmill.emitters.application;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.CommandClass;
import java.time.InstantSource;
import javax.lang.model.element.Modifier;

/** The handler of a command: finds, has decided, saves. */
final class CommandHandlerFile {
    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final CommandModel command;
    private final ClassName name;
    private final String repository;

    private CommandHandlerFile(AggregateTypes aggregate, CommandModel command) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.command = command;
        this.name = types.of(command, CommandClass.HANDLER);
        this.repository = aggregate.variables();
    }

    static JavaSource of(AggregateTypes aggregate, CommandModel command) {
        return new CommandHandlerFile(aggregate, command).source();
    }

    private JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of("Handles {@link $T}.", types.command(command)).block())
                        .addField(
                                FieldSpec.builder(
                                                aggregate.repository(),
                                                repository,
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .build())
                        .addField(
                                FieldSpec.builder(
                                                aggregate.decider(),
                                                "decider",
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .build());
        if (aggregate.asksForNow(command)) {
            type.addField(InstantSource.class, "clock", Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor()).addMethod(handle());
        return JavaSource.of(name, type.build());
    }

    private MethodSpec constructor() {
        boolean timed = aggregate.asksForNow(command);
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "Handles commands for {@code $L} as {@code decider} decides"
                                                        + (timed
                                                                ? " at the moment that {@code clock} tells."
                                                                : "."),
                                                repository)
                                        .block())
                        .addParameter(aggregate.repository(), repository)
                        .addParameter(aggregate.decider(), "decider");
        if (timed) {
            constructor.addParameter(InstantSource.class, "clock");
        }
        constructor
                .addStatement("this.$L = $L", repository, repository)
                .addStatement("this.decider = decider");
        if (timed) {
            constructor.addStatement("this.clock = clock");
        }
        return constructor.build();
    }

    private String now(boolean existing) {
        return command.asksForNow(existing) ? ", clock.instant()" : "";
    }

    private MethodSpec handle() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("handle")
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Libraries.COMMAND_HANDLER)
                        .addJavadoc(javadoc().block())
                        .returns(types.versioned(aggregate.id()))
                        .addParameter(types.command(command), "command");
        if (command.creation() != Creation.ALWAYS) {
            method.addParameter(ContextTypes.optional(types.platform("Version")), "expected");
        }
        switch (command.creation()) {
            case ALWAYS -> create(method);
            case NEVER -> changeExisting(method);
            case IF_ABSENT -> changeOrCreate(method);
        }
        return method.build();
    }

    private void changeExisting(MethodSpec.Builder method) {
        method.addStatement(
                "$T $L = $L.get(command.$L(), expected)",
                types.versioned(aggregate.state()),
                aggregate.variable(),
                repository,
                aggregate.idComponent());
        append(method);
    }

    private void changeOrCreate(MethodSpec.Builder method) {
        method.addStatement(
                        "$T found = $L.find(command.$L())",
                        ContextTypes.optional(types.versioned(aggregate.state())),
                        repository,
                        aggregate.idComponent())
                .beginControlFlow("if (found.isEmpty() && expected.isEmpty())");
        create(method);
        method.endControlFlow()
                .addStatement(
                        "$T $L = found.orElseThrow(() -> new $T(command.$L())).expecting(expected)",
                        types.versioned(aggregate.state()),
                        aggregate.variable(),
                        aggregate.notFound(),
                        aggregate.idComponent());
        append(method);
    }

    private void create(MethodSpec.Builder method) {
        if (aggregate.model().invariants().isEmpty()) {
            method.addStatement(
                    "return $L.create(decider.decide(command$L))", repository, now(false));
            return;
        }
        method.addStatement(
                        "$T history = decider.decide(command$L)", aggregate.eventList(), now(false))
                .addStatement("decider.requireInvariants(decider.evolve(history))")
                .addStatement("return $L.create(history)", repository);
    }

    private void append(MethodSpec.Builder method) {
        if (!aggregate.model().invariants().isEmpty()) {
            method.addStatement(
                            "$T events = decider.decide($L.value(), command$L)",
                            aggregate.eventList(),
                            aggregate.variable(),
                            now(true))
                    .addStatement(
                            "decider.requireInvariants(decider.evolve($L.value(), events))",
                            aggregate.variable())
                    .addStatement("return $L.append($L, events)", repository, aggregate.variable());
            return;
        }
        method.addStatement(
                "return $L.append($L, decider.decide($L.value(), command$L))",
                repository,
                aggregate.variable(),
                aggregate.variable(),
                now(true));
    }

    private Javadoc javadoc() {
        String activity = Phrases.activity(command.name(), aggregate.name());
        Javadoc javadoc = Javadoc.of("$L", Phrases.sentence(command.description(), activity));
        String noun = aggregate.noun();
        if (command.creation() == Creation.ALWAYS) {
            return unique(
                    mortal(
                            javadoc.returns("the $L's identity and its first version", noun)
                                    .throwing(
                                            aggregate.alreadyExists(),
                                            "if there is $L with that identity",
                                            aggregate.aNoun())));
        }
        javadoc.param("expected", "the version the caller saw, or empty for whatever is current")
                .returns("the $L's identity and its new version", noun);
        if (command.creation() == Creation.NEVER) {
            javadoc.throwing(aggregate.notFound(), "if no such $L exists", noun);
        } else {
            javadoc.throwing(
                            aggregate.notFound(),
                            "if no such $L exists, and the caller saw one",
                            noun)
                    .throwing(
                            aggregate.alreadyExists(),
                            "if somebody else has made the $L meanwhile",
                            noun);
        }
        return unique(mortal(javadoc))
                .throwing(
                        types.platform("OptimisticLockConflict"),
                        "if the $L has moved on since {@code expected}",
                        noun);
    }

    private Javadoc unique(Javadoc javadoc) {
        Javadoc all = javadoc;
        for (FieldModel field : aggregate.uniqueIn(command)) {
            all =
                    all.throwing(
                            aggregate.taken(field),
                            "if another $L has the same $L",
                            aggregate.noun(),
                            Phrases.noun(field.name()));
        }
        return all;
    }

    private Javadoc mortal(Javadoc javadoc) {
        return aggregate.isMortal()
                ? javadoc.throwing(
                        aggregate.noLongerExists(), "if the $L was deleted", aggregate.noun())
                : javadoc;
    }
}
