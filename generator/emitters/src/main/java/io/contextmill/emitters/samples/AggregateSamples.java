package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.EventValues;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Computed;
import io.contextmill.model.Effects;
import io.contextmill.model.Evaluation;
import io.contextmill.model.EventModel;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.trial.AggregateTrial;
import io.contextmill.trial.AggregateTrial.Happened;
import io.contextmill.trial.FieldValues;
import io.contextmill.trial.Mixtures;
import io.contextmill.trial.Overflows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private final AggregateTrial trial;

    /** What was searched for once, which takes long where nothing is found. */
    private final Map<String, Integer> variants = new HashMap<>();

    private final List<List<SampleEvent>> histories = new ArrayList<>();

    /** Samples of an aggregate; commands are decided at {@link FieldValues#NOW}. */
    public AggregateSamples(AggregateTypes aggregate) {
        this(aggregate, FieldValues.NOW);
    }

    /** Samples of an aggregate whose commands are decided at a moment. */
    AggregateSamples(AggregateTypes aggregate, Instant now) {
        this.aggregate = aggregate;
        this.samples = new Samples(aggregate.types());
        this.code = new EffectCode(aggregate.types());
        this.trial = new AggregateTrial(aggregate.model(), now);
    }

    /** A command to the aggregate with that identity. */
    public CodeBlock command(CommandModel command, CodeBlock id) {
        return command(command, variant(command), id);
    }

    /** A command with the values of a variant. */
    public CodeBlock command(CommandModel command, int variant, CodeBlock id) {
        return command(command, variant).java(id);
    }

    /** A command with the values of a variant. */
    public SampleCommand command(CommandModel command, int variant) {
        Map<String, CodeBlock> values = new LinkedHashMap<>();
        command.fields().forEach(field -> values.put(field.name(), samples.java(field, variant)));
        return new SampleCommand(
                aggregate, command, values, FieldValues.samples(command.fields(), variant));
    }

    /** A command with these values; for what is usual in it, as it is written for a variant. */
    public SampleCommand command(CommandModel command, Map<String, Object> data) {
        return new SampleCommand(aggregate, command, values(command.fields(), data), data);
    }

    /** An event with these values. */
    public SampleEvent event(EventModel event, Map<String, Object> data) {
        return new SampleEvent(aggregate, event, values(event.fields(), data), data);
    }

    private Map<String, CodeBlock> values(List<FieldModel> fields, Map<String, Object> data) {
        Map<String, CodeBlock> values = new LinkedHashMap<>();
        fields.forEach(
                field ->
                        values.put(
                                field.name(),
                                samples.computed(
                                        field, Optional.ofNullable(data.get(field.name())))));
        return values;
    }

    /**
     * The present form of an event that was kept in an earlier one, with the values of {@link
     * #FIRST}.
     */
    public SampleEvent upcast(EventModel event, EarlierForm form) {
        SampleEvent before = sample(event.in(form), FIRST);
        List<FieldModel> fields = event.fields();
        List<CodeBlock> values = fields.stream().map(field -> samples.java(field, FIRST)).toList();
        SampleState now =
                new SampleState(fields, values, Map.of())
                        .after(
                                Effects.beginning(fields, Optional.empty(), event.in(form)),
                                before,
                                code,
                                samples);
        Map<String, CodeBlock> named = new LinkedHashMap<>();
        fields.forEach(field -> named.put(field.name(), now.value(field)));
        return new SampleEvent(aggregate, event, named, now.data());
    }

    /**
     * An event with sample values: those of a variant, unless a number that the event leads to
     * would be too large.
     */
    public SampleEvent event(EventModel event, int variant) {
        SampleEvent sample = sample(event, variant);
        if (event.sets().isEmpty() || fits(sample)) {
            return sample;
        }
        List<Expression> values = event.sets().stream().map(Computed::value).toList();
        return variants()
                .map(other -> sample(event, other))
                .filter(this::fits)
                .findFirst()
                .or(
                        () ->
                                Mixtures.of(event.fields(), variant, values)
                                        .map(data -> event(event, data))
                                        .filter(this::fits)
                                        .findFirst())
                .orElse(sample);
    }

    /** Whether what an event leads to can be computed, also where it happens twice. */
    private boolean fits(SampleEvent sample) {
        Happened happened = new Happened(sample.event(), sample.data());
        if (sample.event().creates() && !Overflows.holds(() -> hasState(List.of(happened)))) {
            return false;
        }
        return !sample.event().changes()
                || (Overflows.holds(() -> hasState(initial(), happened))
                        && aggregate.beginnings().stream()
                                .map(begin -> sample(begin, FIRST))
                                .map(begin -> new Happened(begin.event(), begin.data()))
                                .filter(begin -> Overflows.holds(() -> hasState(List.of(begin))))
                                .allMatch(
                                        begin ->
                                                Overflows.holds(
                                                        () ->
                                                                hasState(
                                                                        List.of(
                                                                                begin, happened,
                                                                                happened)))));
    }

    private boolean hasState(List<Happened> history) {
        return !trial.after(history).isEmpty();
    }

    private boolean hasState(SampleState before, Happened happened) {
        return !trial.after(before.data(), List.of(happened, happened)).isEmpty();
    }

    private SampleEvent sample(EventModel event, int variant) {
        Map<String, CodeBlock> values = new LinkedHashMap<>();
        Map<String, Object> data = new HashMap<>();
        for (FieldModel field : event.fields()) {
            boolean moved = isLifecycle(field) && event.to().isPresent();
            data.put(field.name(), moved ? event.to().orElseThrow() : samples.data(field, variant));
            values.put(
                    field.name(),
                    moved
                            ? EffectCode.present(
                                    code.constant(field, event.to().orElseThrow()),
                                    field.optional())
                            : samples.java(field, variant));
        }
        return new SampleEvent(aggregate, event, values, data);
    }

    /** The value of a field that is said. */
    public CodeBlock value(FieldModel field, Said said) {
        return samples.java(field, said.value());
    }

    /** A state of the aggregate, in a state of its lifecycle where it has one. */
    public SampleState state(Optional<String> lifecycleState) {
        return state(lifecycleState, FIRST);
    }

    /** A state of the aggregate with the values of a variant. */
    public SampleState state(Optional<String> lifecycleState, int variant) {
        List<FieldModel> fields = aggregate.model().fields();
        List<CodeBlock> values = new ArrayList<>();
        Map<String, Object> data = new HashMap<>();
        for (FieldModel field : fields) {
            boolean said = isLifecycle(field) && lifecycleState.isPresent();
            values.add(
                    said
                            ? EffectCode.present(
                                    code.constant(field, lifecycleState.get()), field.optional())
                            : samples.java(field, variant));
            data.put(field.name(), said ? lifecycleState.get() : samples.data(field, variant));
        }
        return new SampleState(fields, values, data);
    }

    /**
     * Which sample values a command has: those that differ from a state's, unless guards demand
     * others.
     */
    public int variant(CommandModel command) {
        Integer known = variants.get(command.name());
        if (known == null) {
            known = findVariant(command);
            variants.put(command.name(), known);
        }
        return known;
    }

    private int findVariant(CommandModel command) {
        return accepted(command, OTHER, Optional.of(initial()))
                .or(() -> variants().filter(variant -> isAccepted(command, variant)).findFirst())
                .orElse(OTHER);
    }

    /** Which sample values a command is sent with over HTTP. */
    public int sent(CommandModel command) {
        return command.creation() == Creation.ALWAYS
                ? variant(command, FIRST, Optional.empty())
                : variant(command);
    }

    private int variant(CommandModel command, int preferred, Optional<SampleState> before) {
        return accepted(command, preferred, before).orElse(preferred);
    }

    private Optional<Integer> accepted(
            CommandModel command, int preferred, Optional<SampleState> before) {
        return Stream.concat(Stream.of(preferred), variants())
                .filter(
                        variant ->
                                Overflows.holds(() -> refusal(command, variant, before).isEmpty()))
                .findFirst();
    }

    private static Stream<Integer> variants() {
        return IntStream.rangeClosed(1, FieldValues.MOST_VARIANTS).boxed();
    }

    /**
     * The guard that rejects a command first; none if all hold.
     *
     * @param before the state that it meets; absent where there is no aggregate yet
     */
    public Optional<Guard> rejection(CommandModel command, Optional<SampleState> before) {
        return rejection(command, variant(command), before);
    }

    /** The guard that rejects a command with the values of a variant first. */
    public Optional<Guard> rejection(
            CommandModel command, int variant, Optional<SampleState> before) {
        return trial.rejection(
                command,
                FieldValues.samples(command.fields(), variant),
                before.map(SampleState::data));
    }

    /** What a command is refused for by guards, or by invariants of the state that it leads to. */
    public Optional<Guard> refusal(
            CommandModel command, int variant, Optional<SampleState> before) {
        return trial.refusal(
                command,
                FieldValues.samples(command.fields(), variant),
                before.map(SampleState::data));
    }

    /** The same with the values that a command has. */
    public Optional<Guard> refusal(CommandModel command, Optional<SampleState> before) {
        return refusal(command, variant(command), before);
    }

    /** The invariant that does not hold in a state first; none if all hold. */
    public Optional<Guard> violation(SampleState state) {
        return trial.violation(state.data());
    }

    /**
     * A state in which an invariant is the first not to hold: one of the samples with another value
     * in one field.
     */
    public Optional<SampleState> violating(Guard invariant) {
        SampleState state = initial();
        return aggregate.model().fields().stream()
                .filter(
                        field ->
                                invariant
                                        .holds()
                                        .parts()
                                        .anyMatch(
                                                part ->
                                                        part instanceof Read read
                                                                && read.field().equals(field)))
                .flatMap(
                        field ->
                                samples.others(field)
                                        .map(
                                                other ->
                                                        state.with(
                                                                field,
                                                                samples.computed(
                                                                        field, Optional.of(other)),
                                                                other)))
                .filter(
                        other ->
                                Overflows.holds(
                                        () ->
                                                violation(other)
                                                        .filter(invariant::equals)
                                                        .isPresent()))
                .findFirst();
    }

    /** An aggregate in a state in which a command is accepted. */
    public SampleState accepting(CommandModel command) {
        return state(stateBefore(command));
    }

    /** A state of the lifecycle in which a command is accepted. */
    Optional<String> stateBefore(CommandModel command) {
        return aggregate
                .model()
                .lifecycle()
                .map(cycle -> command.from().isEmpty() ? cycle.initial() : command.from().get(0));
    }

    /** A state of the aggregate as its lifecycle begins. */
    public SampleState initial() {
        return state(aggregate.model().lifecycle().map(Lifecycle::initial));
    }

    /** The events that a command leads to by default, in a state or where there is none. */
    public List<SampleEvent> emitted(CommandModel command, Optional<SampleState> before) {
        return emitted(command, variant(command), before);
    }

    /** The same for a command with the values of a variant. */
    public List<SampleEvent> emitted(
            CommandModel command, int variant, Optional<SampleState> before) {
        return emitted(command(command, variant), before);
    }

    /** The same for a command with its values. */
    public List<SampleEvent> emitted(SampleCommand command, Optional<SampleState> before) {
        Optional<Map<String, Object>> state = before.map(SampleState::data);
        Evaluation evaluation = trial.evaluation(command.data(), state);
        EventValues values =
                new EventValues(
                        aggregate,
                        command.command(),
                        command::value,
                        field -> before.orElseThrow().value(field),
                        (field, value) -> samples.computed(field, evaluation.value(value, field)));
        List<EmittedEvent> chosen = command.command().emission().chosen(evaluation);
        List<Happened> happened = trial.emitted(command.command(), command.data(), state);
        return IntStream.range(0, chosen.size())
                .mapToObj(i -> filled(chosen.get(i), happened.get(i), values))
                .toList();
    }

    /**
     * The names of the events that a command with the values of a variant leads to.
     *
     * @param before the state that it meets; absent where there is no aggregate yet
     */
    public List<String> chosen(CommandModel command, int variant, Optional<SampleState> before) {
        return Overflows.unlessTooLarge(
                        () ->
                                trial.chosen(
                                        command,
                                        FieldValues.samples(command.fields(), variant),
                                        before.map(SampleState::data)))
                .orElse(List.of());
    }

    /** Whether a command ends its aggregate in a state. */
    public boolean isEnding(CommandModel command, SampleState before) {
        return chosen(command, variant(command), Optional.of(before)).stream()
                .anyMatch(event -> aggregate.model().event(event).deletes());
    }

    /** The state that a history leads to; its first event begins it. */
    public SampleState after(List<SampleEvent> history) {
        SampleEvent first = history.get(0);
        SampleState begun =
                initial()
                        .after(
                                Effects.beginning(
                                        aggregate.model().fields(),
                                        aggregate.model().lifecycle(),
                                        first.event()),
                                first,
                                code,
                                samples);
        return after(begun, history.subList(1, history.size()));
    }

    /** The state after some events. */
    public SampleState after(SampleState before, List<SampleEvent> events) {
        SampleState state = before;
        for (SampleEvent event : events) {
            state =
                    state.after(
                            Effects.changes(
                                    aggregate.model().fields(),
                                    aggregate.model().lifecycle(),
                                    event.event()),
                            event,
                            code,
                            samples);
        }
        return state;
    }

    /**
     * A shortest history that ends in a state in which a command is accepted; absent where there is
     * none.
     */
    public Optional<List<SampleEvent>> historyBefore(CommandModel command) {
        int variant = variant(command);
        return histories().filter(history -> isAccepted(command, variant, history)).findFirst();
    }

    /** Histories of one event, and of two. */
    private Stream<List<SampleEvent>> histories() {
        if (histories.isEmpty()) {
            List<SampleEvent> firsts =
                    aggregate.beginnings().stream().map(event -> event(event, FIRST)).toList();
            List<SampleEvent> nexts =
                    aggregate.changes().stream().map(event -> event(event, FIRST)).toList();
            firsts.forEach(first -> histories.add(List.of(first)));
            firsts.forEach(first -> nexts.forEach(next -> histories.add(List.of(first, next))));
        }
        return histories.stream();
    }

    /** {@code List.of(…)} of events. */
    public static CodeBlock list(List<SampleEvent> events, CodeBlock id) {
        return CodeBlock.of("$T.of($L)", List.class, joined(events, id));
    }

    /** Events with commas between them. */
    public static CodeBlock joined(List<SampleEvent> events, CodeBlock id) {
        return events.stream().map(event -> event.java(id)).collect(CodeBlock.joining(", "));
    }

    /** Whether a command with the values of a variant is accepted behind some history. */
    private boolean isAccepted(CommandModel command, int variant) {
        return histories().anyMatch(history -> isAccepted(command, variant, history));
    }

    private boolean isAccepted(CommandModel command, int variant, List<SampleEvent> history) {
        return Overflows.holds(() -> isAccepted(command, variant, after(history)));
    }

    private boolean isAccepted(CommandModel command, int variant, SampleState after) {
        Optional<FieldModel> lifecycle = aggregate.lifecycleField();
        if (refusal(command, variant, Optional.of(after)).isPresent()) {
            return false;
        }
        if (command.from().isEmpty() || lifecycle.isEmpty()) {
            return true;
        }
        CodeBlock state = after.value(lifecycle.get());
        return command.from().stream()
                .anyMatch(accepted -> code.constant(lifecycle.get(), accepted).equals(state));
    }

    private SampleEvent filled(EmittedEvent emitted, Happened happened, EventValues values) {
        Map<String, CodeBlock> filled = new LinkedHashMap<>();
        for (FieldModel field : happened.event().fields()) {
            filled.put(field.name(), values.value(field, emitted));
        }
        return new SampleEvent(aggregate, happened.event(), filled, happened.values());
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
