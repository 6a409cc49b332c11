package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.Effects;
import io.contextmill.emitters.java.Effects.Assignment;
import io.contextmill.emitters.java.EventValues;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.ScenarioModel.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sample commands, events, states and histories of one aggregate, and what follows from them by the
 * spec.
 */
public final class AggregateSamples {
    /** The variant of what stands still: states, and the first event of a history. */
    public static final int FIRST = 1;

    /** The variant of what changes something: it differs from what was there before. */
    public static final int OTHER = 2;

    private final AggregateTypes aggregate;
    private final Samples samples;
    private final EffectCode code;

    /** Samples of an aggregate. */
    public AggregateSamples(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.samples = new Samples(aggregate.types());
        this.code = new EffectCode(aggregate.types());
    }

    /** A command to the aggregate with that identity. */
    public CodeBlock command(CommandModel command, CodeBlock id) {
        return command(command, List.of(), id);
    }

    /** A command with values that are said; the others are samples. */
    public CodeBlock command(CommandModel command, List<Said> said, CodeBlock id) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(id));
        command.fields()
                .forEach(
                        field ->
                                arguments.add(
                                        said(field, said)
                                                .orElseGet(() -> samples.java(field, OTHER))));
        return CodeBlock.of(
                "new $T($L)", aggregate.types().command(command), CodeBlock.join(arguments, ", "));
    }

    /** An event with sample values. */
    public SampleEvent event(EventModel event, int variant) {
        Map<String, CodeBlock> values = new LinkedHashMap<>();
        for (FieldModel field : event.fields()) {
            boolean moved = isLifecycle(field) && event.to().isPresent();
            values.put(
                    field.name(),
                    moved
                            ? EffectCode.present(
                                    code.constant(field, event.to().orElseThrow()),
                                    field.optional())
                            : samples.java(field, variant));
        }
        return new SampleEvent(aggregate, event, values);
    }

    /** An event with values that are said; the others are samples. */
    public SampleEvent event(EventModel event, List<Said> said, int variant) {
        SampleEvent sample = event(event, variant);
        Map<String, CodeBlock> values = new LinkedHashMap<>(sample.values());
        event.fields()
                .forEach(
                        field ->
                                said(field, said)
                                        .ifPresent(value -> values.put(field.name(), value)));
        return new SampleEvent(aggregate, event, values);
    }

    /** The value of a field that is said. */
    public CodeBlock value(FieldModel field, Said said) {
        return samples.java(field, said.value());
    }

    private Optional<CodeBlock> said(FieldModel field, List<Said> said) {
        return said.stream()
                .filter(value -> value.field().equals(field.name()))
                .findFirst()
                .map(value -> value(field, value));
    }

    /** A state of the aggregate, in a state of its lifecycle where it has one. */
    public SampleState state(Optional<String> lifecycleState) {
        List<FieldModel> fields = aggregate.model().fields();
        List<CodeBlock> values = new ArrayList<>();
        for (FieldModel field : fields) {
            values.add(
                    isLifecycle(field) && lifecycleState.isPresent()
                            ? EffectCode.present(
                                    code.constant(field, lifecycleState.get()), field.optional())
                            : samples.java(field, FIRST));
        }
        return new SampleState(fields, values);
    }

    /** A state of the aggregate as its lifecycle begins. */
    public SampleState initial() {
        return state(aggregate.model().lifecycle().map(Lifecycle::initial));
    }

    /** The events that a command leads to by default, in a state or where there is none. */
    public List<SampleEvent> emitted(CommandModel command, Optional<SampleState> before) {
        EventValues values =
                new EventValues(
                        aggregate,
                        command,
                        field -> samples.java(field, OTHER),
                        field -> before.orElseThrow().value(field));
        List<EmittedEvent> all = command.emission().events();
        List<EmittedEvent> emitted =
                command.emission().alternatives() && !all.isEmpty() ? all.subList(0, 1) : all;
        return emitted.stream().map(event -> filled(event, values)).toList();
    }

    /** The state that a history leads to; its first event begins it. */
    public SampleState after(List<SampleEvent> history) {
        SampleEvent first = history.get(0);
        SampleState begun =
                initial()
                        .with(
                                Effects.beginning(
                                        aggregate.model().fields(),
                                        aggregate.model().lifecycle(),
                                        first.event()),
                                assignment -> value(assignment, first));
        return after(begun, history.subList(1, history.size()));
    }

    /** The state after some events. */
    public SampleState after(SampleState before, List<SampleEvent> events) {
        SampleState state = before;
        for (SampleEvent event : events) {
            state =
                    state.with(
                            Effects.changes(
                                    aggregate.model().fields(),
                                    aggregate.model().lifecycle(),
                                    event.event()),
                            assignment -> value(assignment, event));
        }
        return state;
    }

    /**
     * A shortest history that ends in a state in which a command is accepted; absent where there is
     * none.
     */
    public Optional<List<SampleEvent>> historyBefore(CommandModel command) {
        for (EventModel first : aggregate.beginnings()) {
            List<SampleEvent> history = List.of(event(first, FIRST));
            if (isAccepted(command, history)) {
                return Optional.of(history);
            }
        }
        for (EventModel first : aggregate.beginnings()) {
            for (EventModel second : aggregate.changes()) {
                List<SampleEvent> history = List.of(event(first, FIRST), event(second, FIRST));
                if (isAccepted(command, history)) {
                    return Optional.of(history);
                }
            }
        }
        return Optional.empty();
    }

    /** {@code List.of(…)} of events. */
    public static CodeBlock list(List<SampleEvent> events, CodeBlock id) {
        return CodeBlock.of("$T.of($L)", List.class, joined(events, id));
    }

    /** Events with commas between them. */
    public static CodeBlock joined(List<SampleEvent> events, CodeBlock id) {
        return events.stream().map(event -> event.java(id)).collect(CodeBlock.joining(", "));
    }

    private boolean isAccepted(CommandModel command, List<SampleEvent> history) {
        Optional<FieldModel> lifecycle = aggregate.lifecycleField();
        if (command.from().isEmpty() || lifecycle.isEmpty()) {
            return true;
        }
        CodeBlock state = after(history).value(lifecycle.get());
        return command.from().stream()
                .anyMatch(accepted -> code.constant(lifecycle.get(), accepted).equals(state));
    }

    private SampleEvent filled(EmittedEvent emitted, EventValues values) {
        EventModel event = aggregate.model().event(emitted.event());
        Map<String, CodeBlock> filled = new LinkedHashMap<>();
        event.fields().forEach(field -> filled.put(field.name(), values.value(field, emitted)));
        return new SampleEvent(aggregate, event, filled);
    }

    private CodeBlock value(Assignment assignment, SampleEvent event) {
        return code.value(assignment, event::value);
    }

    private boolean isLifecycle(FieldModel field) {
        return aggregate.lifecycleField().filter(field::equals).isPresent()
                || aggregate
                        .model()
                        .lifecycle()
                        .filter(cycle -> cycle.field().equals(field.name()))
                        .isPresent();
    }
}
