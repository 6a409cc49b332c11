package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A case for each command in each state of the lifecycle. */
final class DecisionCases {
    private static final CodeBlock ID = CodeBlock.of("ID");

    private final AggregateTypes aggregate;
    private final AggregateSamples samples;
    private final StateExpression states;

    DecisionCases(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.samples = new AggregateSamples(aggregate);
        this.states = new StateExpression(aggregate);
    }

    void addTo(TestMethods tests, CommandModel command) {
        if (AggregateTypes.isForNew(command)) {
            addNew(tests, command);
        }
        if (command.emission().isConditional()) {
            addAlternatives(tests, command);
        }
        if (AggregateTypes.isForExisting(command)) {
            addExisting(tests, command);
            command.guards().forEach(guard -> addRefused(tests, command, guard));
            addAccepted(tests, command);
        }
    }

    /** The case that all guards hold, where they do in none of the others. */
    private void addAccepted(TestMethods tests, CommandModel command) {
        SampleState sample = samples.initial();
        if (command.guards().isEmpty()
                || samples.rejection(command, Optional.of(sample)).isEmpty()) {
            return;
        }
        samples.accepted(command)
                .ifPresent(
                        accepted ->
                                tests.add(
                                        TestMethods.subject(command.name())
                                                + "IsAcceptedWhereItsGuardsHold",
                                        answer(
                                                CodeBlock.of(
                                                        "decider().decide($L, $L)",
                                                        states.of(accepted.before()),
                                                        samples.command(
                                                                command, accepted.variant(), ID)),
                                                samples.emitted(
                                                        command,
                                                        accepted.variant(),
                                                        Optional.of(accepted.before())))));
    }

    /** The case that one guard is the first that does not hold, by as little as can be. */
    private void addRefused(TestMethods tests, CommandModel command, Guard guard) {
        samples.refused(command, guard)
                .ifPresent(
                        refused ->
                                tests.add(
                                        refusal(command, guard),
                                        rejection(
                                                CodeBlock.of(
                                                        "decider().decide($L, $L)",
                                                        states.of(refused.before()),
                                                        samples.command(
                                                                command, refused.variant(), ID)),
                                                aggregate.types().rejection(guard.rejection()))));
    }

    /** A case for each event that a command may lead to. */
    private void addAlternatives(TestMethods tests, CommandModel command) {
        boolean existing = AggregateTypes.isForExisting(command);
        Optional<SampleState> before =
                existing ? Optional.of(samples.accepting(command)) : Optional.empty();
        for (EmittedEvent event : command.emission().events()) {
            samples.choosing(command, event.event(), before)
                    .ifPresent(
                            variant -> {
                                CodeBlock asked = samples.command(command, variant, ID);
                                tests.add(
                                        TestMethods.subject(command.name())
                                                + "LeadsTo"
                                                + TestMethods.phrase(event.event()),
                                        answer(
                                                before.map(
                                                                state ->
                                                                        CodeBlock.of(
                                                                                "decider().decide($L, $L)",
                                                                                states.of(state),
                                                                                asked))
                                                        .orElseGet(
                                                                () ->
                                                                        CodeBlock.of(
                                                                                "decider().decide($L)",
                                                                                asked)),
                                                samples.emitted(command, variant, before)));
                            });
        }
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
        command.guards(false).forEach(guard -> addRefusedNew(tests, command, guard));
    }

    /** The case that one guard of a command that begins an aggregate is the first not to hold. */
    private void addRefusedNew(TestMethods tests, CommandModel command, Guard guard) {
        samples.refusedAtEdge(command, guard, Optional.empty())
                .ifPresent(
                        said ->
                                tests.add(
                                        refusal(command, guard),
                                        rejection(
                                                CodeBlock.of(
                                                        "decider().decide($L)",
                                                        samples.command(command, said, ID)),
                                                aggregate.types().rejection(guard.rejection()))));
    }

    private static String refusal(CommandModel command, Guard guard) {
        return TestMethods.subject(command.name())
                + "IsRejectedFor"
                + TestMethods.phrase(guard.rejection());
    }

    private void addExisting(TestMethods tests, CommandModel command) {
        if (aggregate.model().lifecycle().isEmpty()) {
            add(tests, command, samples.initial(), true, "");
            return;
        }
        for (String state : aggregate.model().lifecycle().get().states().values()) {
            boolean accepted = command.from().isEmpty() || command.from().contains(state);
            add(
                    tests,
                    command,
                    samples.state(Optional.of(state)),
                    accepted,
                    "When" + TestMethods.state(state));
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
