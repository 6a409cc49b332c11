package io.contextmill.emitters.http;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a read model shows once a command was carried out: the state, and what the command said. */
final class ShownValues {
    private static final JsonMapper JSON = new JsonMapper();

    private final AggregateTypes aggregate;
    private final ReadModelTypes readModel;
    private final Samples samples;

    ShownValues(AggregateTypes aggregate, ReadModelTypes readModel) {
        this.aggregate = aggregate;
        this.readModel = readModel;
        this.samples = new Samples(aggregate.types());
    }

    /**
     * Assertions about an answer.
     *
     * @param state the state that the command leads to
     * @param emitted the events that the command leads to
     */
    List<CodeBlock> after(
            Object answer, CommandModel command, Optional<String> state, List<String> emitted) {
        int variant = new AggregateSamples(aggregate).sent(command);
        List<CodeBlock> assertions = new ArrayList<>();
        for (FieldModel shown : readModel.model().fields()) {
            if (isLifecycle(shown)) {
                state.ifPresent(
                        value ->
                                assertions.add(
                                        HttpTestCode.memberIs(answer, Names.json(shown), value)));
            } else {
                said(command, shown, emitted)
                        .ifPresent(
                                field ->
                                        assertions.add(
                                                assertion(
                                                        answer,
                                                        shown,
                                                        samples.json(field, variant))));
            }
        }
        return assertions;
    }

    private boolean isLifecycle(FieldModel field) {
        return aggregate
                .model()
                .lifecycle()
                .map(Lifecycle::field)
                .filter(field.name()::equals)
                .isPresent();
    }

    /** The command's field that an event hands on to what is shown. */
    private Optional<FieldModel> said(
            CommandModel command, FieldModel shown, List<String> emitted) {
        boolean handedOn =
                command.emission().events().stream()
                        .filter(event -> emitted.contains(event.event()))
                        .anyMatch(
                                event ->
                                        event.sources()
                                                .contains(
                                                        new FieldSource.FromCommand(shown.name())));
        boolean computed =
                emitted.stream()
                        .flatMap(event -> aggregate.model().event(event).sets().stream())
                        .anyMatch(set -> set.field().equals(shown.name()));
        return command.fields().stream()
                .filter(field -> handedOn && !computed && field.name().equals(shown.name()))
                .filter(field -> !aggregate.model().unique().contains(field.name()))
                .findFirst();
    }

    private static CodeBlock assertion(Object answer, FieldModel shown, String json) {
        JsonNode value = JSON.readTree(json);
        if (shown.plain().type() == Scalar.DECIMAL) {
            return CodeBlock.of(
                    "$T.assertThat($L.body().path($S).decimalValue()).isEqualByComparingTo($S)",
                    Libraries.ASSERTIONS,
                    answer,
                    Names.json(shown),
                    json);
        }
        if (shown.type().isComposite()) {
            return CodeBlock.of(
                    "$T.assertThat($L.body().path($S)).hasToString($L)",
                    Libraries.ASSERTIONS,
                    answer,
                    Names.json(shown),
                    Literals.string(value.toString()));
        }
        return HttpTestCode.memberIs(answer, Names.json(shown), value.asString());
    }
}
