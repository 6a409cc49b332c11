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
        if (AggregateTypes.isForExisting(command)) {
            addExisting(tests, command);
            command.guards().forEach(guard -> addRefused(tests, command, guard));
        }
    }

    /** The case that one guard is the first that does not hold, by as little as can be. */
    private void addRefused(TestMethods tests, CommandModel command, Guard guard) {
        samples.refused(command, guard)
                .ifPresent(
                        refused ->
                                tests.add(
                                        TestMethods.subject(command.name())
                                                + "IsRejectedFor"
                                                + TestMethods.phrase(guard.rejection()),
                                        rejection(
                                                CodeBlock.of(
                                                        "decider().decide($L, $L)",
                                                        states.of(refused.before()),
                                                        samples.command(
                                                                command, refused.variant(), ID)),
                                                aggregate.types().rejection(guard.rejection()))));
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
