package io.contextmill.emitters.domain;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.model.CommandModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.ScenarioModel;
import io.contextmill.model.ScenarioModel.Emitted;
import io.contextmill.model.ScenarioModel.Message;
import io.contextmill.model.ScenarioModel.Rejected;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.naming.Names;
import io.contextmill.trial.ScenarioSearch;
import io.contextmill.trial.ScenarioSearch.Played;
import java.util.List;
import java.util.Optional;

/** A case for each scenario of the spec: what was given is replayed, and the command decided. */
final class ScenarioCases {
    private static final CodeBlock ID = CodeBlock.of("ID");

    private final AggregateTypes aggregate;
    private final AggregateSamples samples;

    ScenarioCases(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.samples = new AggregateSamples(aggregate);
    }

    void addTo(TestMethods tests, ScenarioModel scenario) {
        Played played = new ScenarioSearch(aggregate.model(), scenario).play();
        CodeBlock.Builder code = CodeBlock.builder();
        if (!scenario.given().isEmpty()) {
            code.addStatement(
                    "$T $L = decider().evolve($L)",
                    aggregate.state(),
                    aggregate.variable(),
                    AggregateSamples.list(given(played), ID));
            code.add("\n");
        }
        if (scenario.then() instanceof Rejected rejected) {
            code.addStatement(
                    "$T.assertThatThrownBy(() -> $L).isInstanceOf($T.class)",
                    Libraries.ASSERTIONS,
                    decision(scenario, played),
                    aggregate.types().rejection(command(scenario), rejected.name()));
        } else {
            emitted(code, scenario, played, ((Emitted) scenario.then()).events());
        }
        tests.add(TestMethods.sentence(scenario.name()), code.build());
    }

    private List<SampleEvent> given(Played played) {
        return played.given().stream()
                .map(happened -> samples.event(happened.event(), happened.values()))
                .toList();
    }

    private CodeBlock decision(ScenarioModel scenario, Played played) {
        CodeBlock command = samples.command(command(scenario), played.command()).java(ID);
        return DecisionCases.decision(
                command(scenario),
                scenario.given().isEmpty()
                        ? Optional.empty()
                        : Optional.of(CodeBlock.of("$L", aggregate.variable())),
                command,
                DecisionCases.NOW);
    }

    /** The kinds of all events, and of each what the scenario says about it. */
    private void emitted(
            CodeBlock.Builder code, ScenarioModel scenario, Played played, List<Message> events) {
        code.addStatement("$T events = $L", aggregate.eventList(), decision(scenario, played));
        code.add("\n");
        CodeBlock types =
                events.stream()
                        .map(this::event)
                        .map(event -> CodeBlock.of("$T.class", aggregate.types().event(event)))
                        .collect(CodeBlock.joining(", "));
        code.addStatement(
                "$T.assertThat(events).hasExactlyElementsOfTypes($L)", Libraries.ASSERTIONS, types);
        for (int i = 0; i < events.size(); i++) {
            EventModel event = event(events.get(i));
            for (Said said : events.get(i).values()) {
                FieldModel field = field(event, said);
                code.addStatement(
                        "$T.assertThat((($T) events.get($L)).$L()).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        aggregate.types().event(event),
                        i,
                        Names.component(field),
                        samples.value(field, said));
            }
        }
    }

    private EventModel event(Message message) {
        return aggregate.model().event(message.name());
    }

    private static FieldModel field(EventModel event, Said said) {
        return event.fields().stream()
                .filter(field -> field.name().equals(said.field()))
                .findFirst()
                .orElseThrow();
    }

    private CommandModel command(ScenarioModel scenario) {
        return aggregate.model().commands().stream()
                .filter(command -> command.name().equals(scenario.when().name()))
                .findFirst()
                .orElseThrow();
    }
}
