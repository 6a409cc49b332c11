package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.DecisionSamples;
import io.contextmill.emitters.samples.DecisionSamples.Decided;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Guard;
import io.contextmill.trial.Overflows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A case for each command in each state of the lifecycle. */
final class DecisionCases {
    private static final CodeBlock ID = CodeBlock.of("ID");

    private final AggregateTypes aggregate;
    private final AggregateSamples samples;
    private final DecisionSamples decisions;
    private final StateExpression states;

    DecisionCases(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.samples = new AggregateSamples(aggregate);
        this.decisions = new DecisionSamples(aggregate, samples);
        this.states = new StateExpression(aggregate);
    }

    void addTo(TestMethods tests, CommandModel command) {
        if (AggregateTypes.isForNew(command)) {
            tests.whereSamplesFit(() -> addNew(tests, command));
            command.guards(false).forEach(guard -> addRefusedNew(tests, command, guard));
        }
        if (command.emission().isConditional()) {
            addAlternatives(tests, command);
        }
        if (AggregateTypes.isForExisting(command)) {
            addExisting(tests, command);
            command.guards().forEach(guard -> addRefused(tests, command, guard));
            tests.whereSamplesFit(() -> addAccepted(tests, command));
        }
    }

    /** The case that all guards hold, where they do in none of the others. */
    private void addAccepted(TestMethods tests, CommandModel command) {
        SampleState sample = samples.initial();
        if (command.guards().isEmpty()
                || Overflows.holds(
                        () -> samples.rejection(command, Optional.of(sample)).isEmpty())) {
            return;
        }
        decisions
                .accepted(command)
                .ifPresent(
                        accepted ->
                                tests.add(
                                        TestMethods.subject(command.name())
                                                + "IsAcceptedWhereItsGuardsHold",
                                        answer(accepted)));
    }

    /** The case that one guard is the first that does not hold, by as little as can be. */
    private void addRefused(TestMethods tests, CommandModel command, Guard guard) {
        decisions.refused(command, guard).ifPresent(refused -> addRefused(tests, guard, refused));
    }

    /** The case that one guard of a command that begins an aggregate is the first not to hold. */
    private void addRefusedNew(TestMethods tests, CommandModel command, Guard guard) {
        decisions
                .refusedNew(command, guard)
                .ifPresent(refused -> addRefused(tests, guard, refused));
    }

    private void addRefused(TestMethods tests, Guard guard, Decided refused) {
        tests.add(
                TestMethods.subject(refused.command().command().name())
                        + "IsRejectedFor"
                        + TestMethods.phrase(guard.rejection()),
                rejection(decision(refused), aggregate.types().rejection(guard.rejection())));
    }

    /** A case for each event that a command may lead to. */
    private void addAlternatives(TestMethods tests, CommandModel command) {
        for (EmittedEvent event : command.emission().events()) {
            decisions
                    .choosing(command, event.event(), AggregateTypes.isForExisting(command))
                    .ifPresent(
                            chosen ->
                                    tests.add(
                                            TestMethods.subject(command.name())
                                                    + "LeadsTo"
                                                    + TestMethods.phrase(event.event()),
                                            answer(chosen)));
        }
    }

    private CodeBlock answer(Decided decided) {
        return answer(decision(decided), samples.emitted(decided.command(), decided.before()));
    }

    private CodeBlock decision(Decided decided) {
        CodeBlock command = decided.command().java(ID);
        return decided.before()
                .map(state -> CodeBlock.of("decider().decide($L, $L)", states.of(state), command))
                .orElseGet(() -> CodeBlock.of("decider().decide($L)", command));
    }

    private void addNew(TestMethods tests, CommandModel command) {
        CodeBlock decision = CodeBlock.of("decider().decide($L)", samples.command(command, ID));
        Optional<Guard> unmet = samples.rejection(command, Optional.empty());
        if (unmet.isPresent()) {
            tests.add(
                    TestMethods.subject(command.name()) + "IsRejected",
                    rejection(decision, aggregate.types().rejection(unmet.get().rejection())));
            return;
        }
        List<SampleEvent> emitted = samples.emitted(command, Optional.empty());
        String name =
                emitted.isEmpty()
                        ? "IsNotDecidedYet"
                        : emitted.stream()
                                .map(event -> TestMethods.phrase(event.event().name()))
                                .collect(Collectors.joining("And", "Emits", ""));
        tests.add(TestMethods.subject(command.name()) + name, answer(decision, emitted));
    }

    private void addExisting(TestMethods tests, CommandModel command) {
        if (aggregate.model().lifecycle().isEmpty()) {
            tests.whereSamplesFit(() -> add(tests, command, samples.initial(), true, ""));
            return;
        }
        for (String state : aggregate.model().lifecycle().get().states().values()) {
            boolean accepted = command.from().isEmpty() || command.from().contains(state);
            tests.whereSamplesFit(
                    () ->
                            add(
                                    tests,
                                    command,
                                    samples.state(Optional.of(state)),
                                    accepted,
                                    "When" + TestMethods.state(state)));
        }
    }

    private void add(
            TestMethods tests,
            CommandModel command,
            SampleState state,
            boolean accepted,
            String when) {
        CodeBlock decision =
                CodeBlock.of(
                        "decider().decide($L, $L)", states.of(state), samples.command(command, ID));
        String subject = TestMethods.subject(command.name());
        if (!accepted) {
            tests.add(
                    subject + "IsRejected" + when,
                    rejection(decision, aggregate.types().illegalState(command)));
            return;
        }
        Optional<Guard> unmet = samples.rejection(command, Optional.of(state));
        if (unmet.isPresent()) {
            tests.add(
                    subject + "IsRejected" + when,
                    rejection(decision, aggregate.types().rejection(unmet.get().rejection())));
            return;
        }
        List<SampleEvent> emitted = samples.emitted(command, Optional.of(state));
        tests.add(
                subject + (emitted.isEmpty() ? "IsNotDecided" : "IsAccepted") + when,
                answer(decision, emitted));
    }

    private CodeBlock answer(CodeBlock decision, List<SampleEvent> emitted) {
        if (emitted.isEmpty()) {
            return rejection(decision, aggregate.types().platform("NotDecidedYet"));
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.assertThat($L).containsExactly($L)",
                        Libraries.ASSERTIONS,
                        decision,
                        AggregateSamples.joined(emitted, ID))
                .build();
    }

    private static CodeBlock rejection(CodeBlock decision, ClassName name) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.assertThatThrownBy(() -> $L).isInstanceOf($T.class)",
                        Libraries.ASSERTIONS,
                        decision,
                        name)
                .build();
    }
}
