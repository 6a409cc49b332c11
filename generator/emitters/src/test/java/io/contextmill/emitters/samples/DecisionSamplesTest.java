package io.contextmill.emitters.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.emit.EmitContext;
import io.contextmill.emit.MigrationHistory;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.samples.DecisionSamples.Decided;
import io.contextmill.model.CommandModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.Guard;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.naming.WorkspaceNames;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import io.contextmill.trial.AggregateTrial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionSamplesTest {
    private static final String STOCK =
            """
            context: Stock
            aggregates:
              Item: {fields: {available: "int >= 0", reserved: "int >= 0", limit: "long"}}
            events:
              ItemAdded: {fields: {available: "int >= 0", reserved: "int >= 0", limit: long}}
              ItemTaken: {fields: {quantity: "int >= 3"}, sets: {available: "available - event.quantity"}}
              ItemRaised: {fields: {factor: long}, sets: {limit: "limit * event.factor * 9223372036854775807"}}
            commands:
              AddItem: {fields: {available: "int >= 0", reserved: "int >= 0", limit: long}, emits: ItemAdded}
              TakeItem:
                fields: {quantity: "int >= 3"}
                guards:
                  TooFew: "command.quantity <= available && available - command.quantity < reserved"
                  TooMany: "reserved + command.quantity < limit"
                emits: ItemTaken
              RaiseItem:
                fields: {factor: long}
                guards: {TooLarge: "limit * 9223372036854775807 > command.factor"}
                emits: ItemRaised
              CountItem:
                creates: never
                fields: {quantity: "int >= 3", factor: long}
                emits: {oneOf: [{ItemTaken: "available - reserved == 7 && command.factor > limit"}, ItemRaised]}
            """;

    private final AggregateTypes aggregate = types().aggregates().get(0);
    private final AggregateSamples samples = new AggregateSamples(aggregate);
    private final DecisionSamples decisions = new DecisionSamples(aggregate, samples);

    private static ContextTypes types() {
        WorkspaceModel model =
                new YamlReader()
                        .read(new SourceFile("stock.yaml", STOCK))
                        .then(SpecDecoder::decode)
                        .then(Linker::link)
                        .value()
                        .orElseThrow();
        return ContextTypes.of(
                EmitContext.of(
                        model,
                        WorkspaceNames.of(model),
                        model.contexts().get(0),
                        MigrationHistory.NONE));
    }

    @Test
    void findsValuesThatAreComparedWithEachOther() {
        CommandModel take = command("TakeItem");
        Decided accepted = decisions.accepted(take).orElseThrow();

        assertThat(samples.refusal(take, Optional.of(samples.initial()))).isPresent();
        assertThat(refusal(accepted)).isEmpty();
    }

    @Test
    void findsEachGuardAsTheFirstThatDoesNotHold() {
        CommandModel take = command("TakeItem");
        take.guards()
                .forEach(
                        guard ->
                                assertThat(decisions.refused(take, guard))
                                        .hasValueSatisfying(
                                                refused ->
                                                        assertThat(refusal(refused))
                                                                .contains(guard.rejection())));
    }

    @Test
    void takesValuesThatAreNotTooLarge() {
        CommandModel raise = command("RaiseItem");

        assertThat(decisions.refused(raise, raise.guards().get(0))).isPresent();
        assertThat(samples.variant(raise)).isPositive();
        EventModel raised = aggregate.model().event("ItemRaised");
        SampleEvent event = samples.event(raised, AggregateSamples.OTHER);
        Map<String, Object> after = samples.after(samples.initial(), List.of(event)).data();
        assertThat(after).containsKey("limit");
    }

    @Test
    void findsAStateForEachAlternative() {
        CommandModel count = command("CountItem");

        for (String event : List.of("ItemTaken", "ItemRaised")) {
            Decided decided = decisions.choosing(count, event, true).orElseThrow();
            assertThat(samples.emitted(decided.command(), decided.before()))
                    .extracting(emitted -> emitted.event().name())
                    .containsExactly(event);
        }
    }

    private Optional<String> refusal(Decided decided) {
        return new AggregateTrial(aggregate.model())
                .refusal(
                        decided.command().command(),
                        decided.command().data(),
                        decided.before().map(SampleState::data))
                .map(Guard::rejection);
    }

    private CommandModel command(String name) {
        return aggregate.model().commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
