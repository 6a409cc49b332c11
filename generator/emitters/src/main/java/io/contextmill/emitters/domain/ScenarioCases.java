package io.contextmill.emitters.domain;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.CommandModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.ScenarioModel;
import io.contextmill.model.ScenarioModel.Emitted;
import io.contextmill.model.ScenarioModel.Message;
import io.contextmill.model.ScenarioModel.Rejected;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.naming.Names;
import java.util.ArrayList;
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
        CodeBlock.Builder code = CodeBlock.builder();
        if (!scenario.given().isEmpty()) {
            code.addStatement(
                    "$T $L = decider().evolve($L)",
                    aggregate.state(),
                    aggregate.variable(),
                    AggregateSamples.list(given(scenario), ID));
            code.add("\n");
        }
        if (scenario.then() instanceof Rejected rejected) {
            code.addStatement(
                    "$T.assertThatThrownBy(() -> $L).isInstanceOf($T.class)",
                    Libraries.ASSERTIONS,
                    decision(scenario),
                    aggregate.types().rejection(command(scenario), rejected.name()));
        } else {
            emitted(code, scenario, ((Emitted) scenario.then()).events());
        }
        tests.add(TestMethods.sentence(scenario.name()), code.build());
    }

    private List<SampleEvent> given(ScenarioModel scenario) {
        List<SampleEvent> given = new ArrayList<>();
        for (Message message : scenario.given()) {
            int variant = given.isEmpty() ? AggregateSamples.FIRST : AggregateSamples.OTHER;
            given.add(samples.event(event(message), message.values(), variant));
        }
        return given;
    }

    private CodeBlock decision(ScenarioModel scenario) {
        List<Said> said = scenario.when().values();
        Optional<SampleState> before =
                scenario.given().isEmpty()
                        ? Optional.empty()
                        : Optional.of(samples.after(given(scenario)));
        Optional<String> rejection =
                scenario.then() instanceof Rejected rejected
                        ? Optional.of(rejected.name())
                        : Optional.empty();
        int variant = samples.variant(command(scenario), said, before, rejection);
        CodeBlock command = samples.command(command(scenario), said, variant, ID);
        return scenario.given().isEmpty()
                ? CodeBlock.of("decider().decide($L)", command)
                : CodeBlock.of("decider().decide($L, $L)", aggregate.variable(), command);
    }

    /** The kinds of all events, and of each what the scenario says about it. */
    private void emitted(CodeBlock.Builder code, ScenarioModel scenario, List<Message> events) {
        code.addStatement("$T events = $L", aggregate.eventList(), decision(scenario));
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
