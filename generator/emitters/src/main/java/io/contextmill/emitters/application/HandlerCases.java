package io.contextmill.emitters.application;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.naming.CommandClass;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Cases for what the handler of a command does, beside what was decided. */
final class HandlerCases {
    private static final CodeBlock ID = CodeBlock.of("id");

    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final CommandModel command;
    private final AggregateSamples samples;
    private final String repository;

    HandlerCases(AggregateTypes aggregate, CommandModel command) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.command = command;
        this.samples = new AggregateSamples(aggregate);
        this.repository = aggregate.variables();
    }

    void addTo(TestMethods tests) {
        if (AggregateTypes.isForNew(command)) {
            tests.whereSamplesFit(() -> addNew(tests));
        }
        if (AggregateTypes.isForExisting(command)) {
            samples.historyBefore(command)
                    .ifPresent(history -> tests.whereSamplesFit(() -> addExisting(tests, history)));
            tests.add(
                    "rejects" + TestMethods.phrase(aggregate.aNoun()) + "ThatDoesNotExist",
                    rejectsWhatDoesNotExist());
            if (aggregate.isMortal() && !aggregate.beginnings().isEmpty()) {
                tests.add(
                        "rejects" + TestMethods.phrase(aggregate.aNoun()) + "ThatNoLongerExists",
                        rejectsWhatNoLongerExists());
            }
        }
    }

    private void addNew(TestMethods tests) {
        if (samples.refusal(command, Optional.empty()).isPresent()) {
            // The decider's contract has the case.
            return;
        }
        List<SampleEvent> emitted = samples.emitted(command, Optional.empty());
        if (emitted.isEmpty()) {
            tests.add("savesNothingUntilSomebodyDecides", notDecided(CodeBlock.of(""), 0));
            return;
        }
        tests.add("saves" + TestMethods.phrase(aggregate.aNoun()), saves(emitted));
        addUnkept(tests, CodeBlock.of(""), 0);
        if (command.creation() == Creation.ALWAYS) {
            tests.add("rejectsAnIdentityThatIsTaken", rejectsAnIdentityThatIsTaken(emitted.size()));
        }
    }

    private void addExisting(TestMethods tests, List<SampleEvent> history) {
        SampleState before = samples.after(history);
        List<SampleEvent> emitted = samples.emitted(command, Optional.of(before));
        CodeBlock create =
                CodeBlock.builder()
                        .addStatement(
                                "$L.create($L)", repository, AggregateSamples.list(history, ID))
                        .build();
        if (emitted.isEmpty()) {
            tests.add("changesNothingUntilSomebodyDecides", notDecided(create, history.size()));
            return;
        }
        int version = history.size() + emitted.size();
        tests.add(
                "changes" + TestMethods.phrase(aggregate.aNoun()),
                changes(create, before, emitted, version));
        addUnkept(tests, create, history.size());
        tests.add(
                "changesTheVersionThatTheCallerSaw",
                changesTheVersionSeen(create, history.size(), version));
        tests.add(
                "rejectsAVersionThatHasPassed",
                rejectsAPassedVersion(create, before, history.size(), version));
    }

    /** The case that nothing is saved which does not keep an invariant: here none is kept. */
    private void addUnkept(TestMethods tests, CodeBlock create, int committed) {
        if (aggregate.model().invariants().isEmpty()) {
            return;
        }
        ClassName rejection = types.rejection(aggregate.model().invariants().get(0).rejection());
        TypeSpec strict =
                TypeSpec.anonymousClassBuilder("")
                        .addSuperinterface(aggregate.decider())
                        .addMethod(
                                MethodSpec.methodBuilder("requireInvariants")
                                        .addAnnotation(Override.class)
                                        .addModifiers(Modifier.PUBLIC)
                                        .addParameter(aggregate.state(), aggregate.variable())
                                        .addStatement("throw new $T($S)", rejection, "Never holds.")
                                        .build())
                        .build();
        ClassName handler = types.of(command, CommandClass.HANDLER);
        CodeBlock handle =
                CodeBlock.of(
                        command.creation() == Creation.ALWAYS
                                ? "strict.handle($L)"
                                : "strict.handle($L, $L)",
                        command.creation() == Creation.ALWAYS
                                ? new Object[] {samples.command(command, ID)}
                                : new Object[] {samples.command(command, ID), nothingExpected()});
        tests.add(
                create.isEmpty()
                        ? "savesNothingThatBreaksAnInvariant"
                        : "changesNothingIfThatBreaksAnInvariant",
                CodeBlock.builder()
                        .addStatement(
                                "$T strict = new $T($L, $L$L)",
                                handler,
                                handler,
                                repository,
                                strict,
                                CommandHandlerTestFile.clock(aggregate, command))
                        .add(create)
                        .add("\n")
                        .addStatement(rejected(handle, rejection))
                        .addStatement(committed(committed))
                        .build());
    }

    private CodeBlock saves(List<SampleEvent> emitted) {
        SampleState state = samples.after(emitted);
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(handled(handle(nothingExpected()), versioned(ID, emitted.size())));
        code.add("\n");
        code.addStatement(found(state, emitted.size()));
        CodeBlock.Builder events = CodeBlock.builder();
        for (int i = 0; i < emitted.size(); i++) {
            events.add(i == 0 ? "$L" : ", $L", versioned(emitted.get(i).java(ID), i + 1));
        }
        return code.addStatement(
                        "$T.assertThat(committed).containsExactly($L)",
                        Libraries.ASSERTIONS,
                        events.build())
                .build();
    }

    private CodeBlock rejectsAnIdentityThatIsTaken(int events) {
        return CodeBlock.builder()
                .addStatement(handle(nothingExpected()))
                .add("\n")
                .addStatement(rejected(handle(nothingExpected()), aggregate.alreadyExists()))
                .addStatement(committed(events))
                .build();
    }

    private CodeBlock notDecided(CodeBlock create, int committed) {
        return CodeBlock.builder()
                .add(create)
                .add(create.isEmpty() ? "" : "\n")
                .addStatement(rejected(handle(nothingExpected()), types.platform("NotDecidedYet")))
                .addStatement(committed(committed))
                .build();
    }

    private CodeBlock changes(
            CodeBlock create, SampleState before, List<SampleEvent> emitted, int version) {
        return CodeBlock.builder()
                .add(create)
                .add("\n")
                .addStatement(handled(handle(nothingExpected()), versioned(ID, version)))
                .add("\n")
                .addStatement(
                        samples.isEnding(command, before)
                                ? rejected(find(), aggregate.noLongerExists())
                                : found(samples.after(before, emitted), version))
                .addStatement(
                        "$T.assertThat(committed).last().isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        versioned(emitted.get(emitted.size() - 1).java(ID), version))
                .build();
    }

    private CodeBlock changesTheVersionSeen(CodeBlock create, int seen, int version) {
        return CodeBlock.builder()
                .add(create)
                .add("\n")
                .addStatement(
                        "$T.assertThat($L.version()).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        handle(expected(seen)),
                        version(version))
                .build();
    }

    private CodeBlock rejectsAPassedVersion(
            CodeBlock create, SampleState before, int seen, int version) {
        return CodeBlock.builder()
                .add(create)
                .addStatement(handle(nothingExpected()))
                .add("\n")
                .addStatement(
                        rejected(
                                handle(expected(seen)),
                                samples.isEnding(command, before)
                                        ? aggregate.noLongerExists()
                                        : types.platform("OptimisticLockConflict")))
                .addStatement(committed(version))
                .build();
    }

    /** Where a command can make what it does not find, the caller must at least have seen it. */
    private CodeBlock rejectsWhatDoesNotExist() {
        CodeBlock expected =
                command.creation() == Creation.IF_ABSENT ? expected(1) : nothingExpected();
        return CodeBlock.builder()
                .addStatement(rejected(handle(expected), aggregate.notFound()))
                .build();
    }

    private CodeBlock rejectsWhatNoLongerExists() {
        SampleEvent begun = samples.event(aggregate.beginnings().get(0), AggregateSamples.FIRST);
        SampleEvent ended = samples.event(aggregate.endings().get(0), AggregateSamples.OTHER);
        return CodeBlock.builder()
                .addStatement(
                        "$L.create($L)", repository, AggregateSamples.list(List.of(begun), ID))
                .addStatement(
                        "$L.append($L.get(id, $T.empty()), $L)",
                        repository,
                        repository,
                        Optional.class,
                        AggregateSamples.list(List.of(ended), ID))
                .add("\n")
                .addStatement(rejected(handle(nothingExpected()), aggregate.noLongerExists()))
                .addStatement(committed(2))
                .build();
    }

    private CodeBlock find() {
        return CodeBlock.of("$L.find(id)", repository);
    }

    private CodeBlock handle(CodeBlock expected) {
        CodeBlock sample = samples.command(command, ID);
        return command.creation() == Creation.ALWAYS
                ? CodeBlock.of("handler.handle($L)", sample)
                : CodeBlock.of("handler.handle($L, $L)", sample, expected);
    }

    private static CodeBlock nothingExpected() {
        return CodeBlock.of("$T.empty()", Optional.class);
    }

    private CodeBlock expected(int version) {
        return CodeBlock.of("$T.of($L)", Optional.class, version(version));
    }

    private static CodeBlock handled(CodeBlock call, CodeBlock result) {
        return CodeBlock.of("$T.assertThat($L).isEqualTo($L)", Libraries.ASSERTIONS, call, result);
    }

    private static CodeBlock rejected(CodeBlock call, ClassName rejection) {
        return CodeBlock.of(
                "$T.assertThatThrownBy(() -> $L).isInstanceOf($T.class)",
                Libraries.ASSERTIONS,
                call,
                rejection);
    }

    private static CodeBlock committed(int events) {
        return events == 0
                ? CodeBlock.of("$T.assertThat(committed).isEmpty()", Libraries.ASSERTIONS)
                : CodeBlock.of(
                        "$T.assertThat(committed).hasSize($L)", Libraries.ASSERTIONS, events);
    }

    private CodeBlock found(SampleState state, int version) {
        return CodeBlock.of(
                "$T.assertThat($L.find(id)).contains($L)",
                Libraries.ASSERTIONS,
                repository,
                versioned(state.java(aggregate.state(), ID), version));
    }

    private CodeBlock versioned(CodeBlock value, int version) {
        return CodeBlock.of(
                "new $T<>($L, $L)", types.platform("Versioned"), value, version(version));
    }

    private CodeBlock version(int version) {
        return CodeBlock.of("new $T($L)", types.platform("Version"), version);
    }
}
