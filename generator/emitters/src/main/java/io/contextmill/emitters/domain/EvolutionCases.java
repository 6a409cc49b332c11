package io.contextmill.emitters.domain;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.EventModel;
import java.util.ArrayList;
import java.util.List;

/** Cases for what each event begins and changes, and for histories. */
final class EvolutionCases {
    private static final CodeBlock ID = CodeBlock.of("ID");

    private final AggregateTypes aggregate;
    private final AggregateSamples samples;
    private final StateExpression states;

    EvolutionCases(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.samples = new AggregateSamples(aggregate);
        this.states = new StateExpression(aggregate);
    }

    void addTo(TestMethods tests) {
        for (EventModel event : aggregate.model().events()) {
            String subject = TestMethods.subject(event.name());
            if (event.creates()) {
                tests.whereSamplesFit(
                        () ->
                                tests.add(
                                        subject + "Begins" + TestMethods.phrase(aggregate.aNoun()),
                                        beginning(event)));
            }
            if (event.changes()) {
                tests.whereSamplesFit(
                        () ->
                                tests.add(
                                        subject + "Changes" + TestMethods.phrase(aggregate.aNoun()),
                                        change(event)));
            }
        }
        if (!aggregate.beginnings().isEmpty() && !aggregate.happenings().isEmpty()) {
            tests.whereSamplesFit(() -> tests.add("historyIsReplayedInItsOrder", replay()));
        }
        tests.add("historyBeginsWithAnEventThatCreates", wrongBeginnings());
        if (aggregate.beginnings().stream().anyMatch(event -> !event.changes())) {
            tests.add(
                    TestMethods.subject(aggregate.name()) + "ThatExistsIsNotCreatedAgain",
                    secondBeginnings());
        }
    }

    private CodeBlock beginning(EventModel event) {
        List<SampleEvent> history = List.of(samples.event(event, AggregateSamples.FIRST));
        return leadsTo(
                CodeBlock.of("$L", AggregateSamples.list(history, ID)), samples.after(history));
    }

    private CodeBlock change(EventModel event) {
        List<SampleEvent> events = List.of(samples.event(event, AggregateSamples.OTHER));
        SampleState before = samples.initial();
        return leadsTo(
                CodeBlock.of("$L, $L", states.of(before), AggregateSamples.list(events, ID)),
                samples.after(before, events));
    }

    private CodeBlock replay() {
        List<SampleEvent> history = new ArrayList<>();
        history.add(samples.event(aggregate.beginnings().get(0), AggregateSamples.FIRST));
        aggregate
                .happenings()
                .forEach(event -> history.add(samples.event(event, AggregateSamples.OTHER)));
        return leadsTo(
                CodeBlock.of("$L", AggregateSamples.list(history, ID)), samples.after(history));
    }

    private CodeBlock wrongBeginnings() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(refused(CodeBlock.of("$T.of()", List.class)));
        aggregate.model().events().stream()
                .filter(event -> !event.creates())
                .forEach(event -> code.addStatement(refused(listOf(event))));
        return code.build();
    }

    private CodeBlock secondBeginnings() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(
                "$T $L = $L",
                aggregate.state(),
                aggregate.variable(),
                states.of(samples.initial()));
        aggregate.beginnings().stream()
                .filter(event -> !event.changes())
                .forEach(
                        event ->
                                code.addStatement(
                                        refused(
                                                CodeBlock.of(
                                                        "$L, $L",
                                                        aggregate.variable(),
                                                        listOf(event)))));
        return code.build();
    }

    private CodeBlock listOf(EventModel event) {
        return AggregateSamples.list(List.of(samples.event(event, AggregateSamples.FIRST)), ID);
    }

    private CodeBlock leadsTo(CodeBlock arguments, SampleState state) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.assertThat(decider().evolve($L)).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        arguments,
                        states.of(state))
                .build();
    }

    private static CodeBlock refused(CodeBlock arguments) {
        return CodeBlock.of(
                "$T.assertThatIllegalArgumentException().isThrownBy(() -> decider().evolve($L))",
                Libraries.ASSERTIONS,
                arguments);
    }
}
