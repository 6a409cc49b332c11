package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.DecisionSamples;
import io.contextmill.emitters.samples.DecisionSamples.Decided;
import io.contextmill.emitters.samples.DecisionSamples.Timed;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Guard;
import io.contextmill.trial.Overflows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A case for each command in each state of the lifecycle. */
final class DecisionCases {
    private static final CodeBlock ID = CodeBlock.of("ID");

    /** The moment at which the cases are decided. */
    static final CodeBlock NOW = CodeBlock.of("NOW");

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
            tests.whereSamplesFit(() -> addAround(tests, command, false));
        }
        if (command.emission().isConditional()) {
            addAlternatives(tests, command);
        }
        if (AggregateTypes.isForExisting(command)) {
            addExisting(tests, command);
            command.guards().forEach(guard -> addRefused(tests, command, guard));
            tests.whereSamplesFit(() -> addAccepted(tests, command));
            tests.whereSamplesFit(() -> addAround(tests, command, true));
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
        return decision(decided, NOW);
    }

    private CodeBlock decision(Decided decided, CodeBlock now) {
        return decision(
                decided.command().command(),
                decided.before().map(states::of),
                decided.command().java(ID),
                now);
    }

    /**
     * The call of the decider.
     *
     * @param state the state that the command meets; absent where there is none
     * @param now the moment, where it is asked for
     */
    static CodeBlock decision(
            CommandModel asked, Optional<CodeBlock> state, CodeBlock command, CodeBlock now) {
        List<CodeBlock> arguments = new ArrayList<>();
        state.ifPresent(arguments::add);
        arguments.add(command);
        if (asked.asksForNow(state.isPresent())) {
            arguments.add(now);
        }
        return CodeBlock.of("decider().decide($L)", CodeBlock.join(arguments, ", "));
    }

    /** The case of the moments around that at which a guard comes out otherwise. */
    private void addAround(TestMethods tests, CommandModel command, boolean existing) {
        for (Guard guard : command.guards(existing)) {
            if (guard.holds().asksForNow()) {
                decisions
                        .acceptedAnywhere(command, existing)
                        .ifPresent(accepted -> addAround(tests, accepted, guard));
            }
        }
    }

    private void addAround(TestMethods tests, Decided accepted, Guard guard) {
        List<Timed> around = decisions.around(accepted, guard);
        if (around.isEmpty()) {
            return;
        }
        CodeBlock.Builder code = CodeBlock.builder();
        for (Timed timed : around) {
            CodeBlock decision =
                    decision(
                            accepted,
                            CodeBlock.of("$T.parse($S)", Instant.class, timed.now().toString()));
            code.add(
                    timed.refused()
                            .map(
                                    refused ->
                                            rejection(
                                                    decision,
                                                    aggregate
                                                            .types()
                                                            .rejection(refused.rejection())))
                            .orElseGet(() -> answer(decision, timed.emitted())));
        }
        tests.add(
                TestMethods.subject(accepted.command().command().name())
                        + "IsDecidedAroundTheMomentOf"
                        + TestMethods.phrase(guard.rejection()),
                code.build());
    }

    private void addNew(TestMethods tests, CommandModel command) {
        CodeBlock decision = decision(command, Optional.empty(), samples.command(command, ID), NOW);
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
                decision(command, Optional.of(states.of(state)), samples.command(command, ID), NOW);
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
