package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.Effects;
import io.contextmill.emitters.java.EventValues;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.model.Evaluation;
import io.contextmill.model.EventModel;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import io.contextmill.model.ScenarioModel.Said;
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

    /** So many variants are tried to find one that guards demand. */
    private static final int MOST = 8;

    private final AggregateTypes aggregate;
    private final Samples samples;
    private final EffectCode code;

    /** What was searched for once, which takes long where nothing is found. */
    private final Map<String, Integer> variants = new HashMap<>();

    private final Map<String, Optional<Accepted>> acceptances = new HashMap<>();
    private final List<List<SampleEvent>> histories = new ArrayList<>();

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

    /** A command with the values of a variant. */
    public CodeBlock command(CommandModel command, int variant, CodeBlock id) {
        return command(command, List.of(), variant, id);
    }

    /** A command with values that are said; the others are samples. */
    public CodeBlock command(CommandModel command, List<Said> said, CodeBlock id) {
        return command(command, said, variant(command), id);
    }

    /** A command with values that are said; the others are of a variant. */
    public CodeBlock command(CommandModel command, List<Said> said, int variant, CodeBlock id) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(id));
        command.fields()
                .forEach(
                        field ->
                                arguments.add(
                                        said(field, said)
                                                .orElseGet(() -> samples.java(field, variant))));
        return CodeBlock.of(
                "new $T($L)", aggregate.types().command(command), CodeBlock.join(arguments, ", "));
    }

    /**
     * The present form of an event that was kept in an earlier one, with the values of {@link
     * #FIRST}.
     */
    public SampleEvent upcast(EventModel event, EarlierForm form) {
        SampleEvent before = event(event.in(form), FIRST);
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

    /** An event with sample values. */
    public SampleEvent event(EventModel event, int variant) {
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

    /** An event with values that are said; the others are samples. */
    public SampleEvent event(EventModel event, List<Said> said, int variant) {
        SampleEvent sample = event(event, variant);
        Map<String, CodeBlock> values = new LinkedHashMap<>(sample.values());
        event.fields()
                .forEach(
                        field ->
                                said(field, said)
                                        .ifPresent(value -> values.put(field.name(), value)));
        return new SampleEvent(aggregate, event, values, said(event.fields(), said, sample.data()));
    }

    /** Values, where some of them are said to be others. */
    private Map<String, Object> said(
            List<FieldModel> fields, List<Said> said, Map<String, Object> data) {
        Map<String, Object> changed = new HashMap<>(data);
        for (FieldModel field : fields) {
            said.stream()
                    .filter(value -> value.field().equals(field.name()))
                    .forEach(
                            value -> {
                                changed.remove(field.name());
                                value.value()
                                        .ifPresent(
                                                known ->
                                                        changed.put(
                                                                field.name(),
                                                                samples.data(field, known)));
                            });
        }
        return changed;
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
                .filter(variant -> refusal(command, variant, before).isEmpty())
                .findFirst();
    }

    private static Stream<Integer> variants() {
        return IntStream.rangeClosed(1, MOST).boxed();
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
        return rejection(command, List.of(), variant, before);
    }

    private Optional<Guard> rejection(
            CommandModel command, List<Said> said, int variant, Optional<SampleState> before) {
        Map<String, Object> data = new HashMap<>();
        command.fields().forEach(field -> data.put(field.name(), samples.data(field, variant)));
        Evaluation evaluation =
                Evaluation.empty()
                        .with(Root.COMMAND, said(command.fields(), said, data))
                        .with(Root.STATE, before.map(SampleState::data).orElse(Map.of()));
        return command.guards(before.isPresent()).stream()
                .filter(guard -> !evaluation.holds(guard.holds()))
                .findFirst();
    }

    /**
     * Which sample values a command of a scenario has beside those that are said, so that it comes
     * out as the scenario says.
     *
     * @param rejection the name that it is rejected by; absent if it is accepted
     * @param event the event that it leads to if it is accepted; absent if it is not said which
     */
    public int variant(
            CommandModel command,
            List<Said> said,
            Optional<SampleState> before,
            Optional<String> rejection,
            Optional<String> event) {
        return IntStream.concat(IntStream.of(variant(command)), IntStream.rangeClosed(1, MOST))
                .filter(
                        variant ->
                                rejection(command, said, variant, before)
                                        .map(Guard::rejection)
                                        .equals(
                                                rejection.filter(
                                                        name ->
                                                                command.guards().stream()
                                                                        .anyMatch(
                                                                                guard ->
                                                                                        guard.rejection()
                                                                                                .equals(
                                                                                                        name)))))
                .filter(
                        variant ->
                                event.isEmpty()
                                        || chosen(command, said, variant)
                                                .equals(List.of(event.get())))
                .findFirst()
                .orElseGet(() -> variant(command));
    }

    /** What a command is refused for by guards, or by invariants of the state that it leads to. */
    public Optional<Guard> refusal(
            CommandModel command, int variant, Optional<SampleState> before) {
        return rejection(command, variant, before).or(() -> violation(command, variant, before));
    }

    /** The same with the values that a command has. */
    public Optional<Guard> refusal(CommandModel command, Optional<SampleState> before) {
        return refusal(command, variant(command), before);
    }

    private Optional<Guard> violation(
            CommandModel command, int variant, Optional<SampleState> before) {
        if (aggregate.model().invariants().isEmpty() || command.emission().events().isEmpty()) {
            return Optional.empty();
        }
        List<SampleEvent> events = emitted(command, variant, before);
        return violation(before.map(state -> after(state, events)).orElseGet(() -> after(events)));
    }

    /** The invariant that does not hold in a state first; none if all hold. */
    public Optional<Guard> violation(SampleState state) {
        Evaluation evaluation = Evaluation.empty().with(Root.STATE, state.data());
        return aggregate.model().invariants().stream()
                .filter(invariant -> !evaluation.holds(invariant.holds()))
                .findFirst();
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
                .filter(other -> violation(other).filter(invariant::equals).isPresent())
                .findFirst();
    }

    /**
     * A state and a command that one guard rejects, the least that can be found of which it is the
     * first.
     */
    public Optional<Refused> refused(CommandModel command, Guard guard) {
        Optional<String> lifecycle = stateBefore(command);
        for (int sum = 2; sum <= 2 * MOST; sum++) {
            for (int of = Math.max(1, sum - MOST); of <= Math.min(MOST, sum - 1); of++) {
                SampleState before = state(lifecycle, of);
                int variant = sum - of;
                if (rejection(command, variant, Optional.of(before))
                        .filter(guard::equals)
                        .isPresent()) {
                    return Optional.of(new Refused(before, variant));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Values of a command that one guard is the first to reject: one of its numbers is at the edge
     * of what the guard demands.
     *
     * @param before the state that it meets; absent where there is no aggregate yet
     */
    public Optional<List<Said>> refusedAtEdge(
            CommandModel command, Guard guard, Optional<SampleState> before) {
        int variant = variant(command);
        return command.fields().stream()
                .flatMap(field -> EdgeSamples.of(field, guard.holds()))
                .map(List::of)
                .filter(
                        said ->
                                rejection(command, said, variant, before)
                                        .filter(guard::equals)
                                        .isPresent())
                .findFirst();
    }

    /** An aggregate in a state in which a command is accepted. */
    public SampleState accepting(CommandModel command) {
        return state(stateBefore(command));
    }

    /** A state, and the variant of a command that is rejected in it. */
    public record Refused(SampleState before, int variant) {}

    /** A state, and the variant of a command that is accepted in it. */
    public record Accepted(SampleState before, int variant) {}

    /**
     * Where a command is accepted that no guard lets pass in the states that are samples: one of
     * them with another value in one field, or what a history leads to.
     */
    public Optional<Accepted> accepted(CommandModel command) {
        Optional<Accepted> known = acceptances.get(command.name());
        if (known == null) {
            known = findAccepted(command);
            acceptances.put(command.name(), known);
        }
        return known;
    }

    private Optional<Accepted> findAccepted(CommandModel command) {
        SampleState state = state(stateBefore(command), FIRST);
        return aggregate.model().fields().stream()
                .filter(field -> !isLifecycle(field))
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
                .flatMap(
                        before ->
                                IntStream.rangeClosed(1, MOST)
                                        .filter(
                                                variant ->
                                                        refusal(
                                                                        command,
                                                                        variant,
                                                                        Optional.of(before))
                                                                .isEmpty())
                                        .mapToObj(variant -> new Accepted(before, variant)))
                .findFirst()
                .or(
                        () ->
                                historyBefore(command)
                                        .map(
                                                history ->
                                                        new Accepted(
                                                                after(history), variant(command))));
    }

    /** A state of the lifecycle in which a command is accepted. */
    private Optional<String> stateBefore(CommandModel command) {
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
        Map<String, Object> said = new HashMap<>();
        command.fields().forEach(field -> said.put(field.name(), samples.data(field, variant)));
        Evaluation evaluation =
                Evaluation.empty()
                        .with(Root.COMMAND, said)
                        .with(Root.STATE, before.map(SampleState::data).orElse(Map.of()));
        EventValues values =
                new EventValues(
                        aggregate,
                        command,
                        field -> samples.java(field, variant),
                        field -> before.orElseThrow().value(field),
                        (field, value) -> samples.computed(field, evaluation.value(value, field)));
        return command.emission().chosen(evaluation).stream()
                .map(event -> filled(event, values, said, before, evaluation))
                .toList();
    }

    /** The names of the events that a command with the values of a variant leads to. */
    public List<String> chosen(CommandModel command, int variant) {
        return chosen(command, List.of(), variant);
    }

    private List<String> chosen(CommandModel command, List<Said> said, int variant) {
        Map<String, Object> data = new HashMap<>();
        command.fields().forEach(field -> data.put(field.name(), samples.data(field, variant)));
        Evaluation evaluation =
                Evaluation.empty().with(Root.COMMAND, said(command.fields(), said, data));
        return command.emission().chosen(evaluation).stream().map(EmittedEvent::event).toList();
    }

    /** The variant of an accepted command that leads to one of several alternatives. */
    public Optional<Integer> choosing(
            CommandModel command, String event, Optional<SampleState> before) {
        return IntStream.rangeClosed(1, MOST)
                .filter(variant -> chosen(command, variant).equals(List.of(event)))
                .filter(variant -> refusal(command, variant, before).isEmpty())
                .boxed()
                .findFirst();
    }

    /** Whether a command ends its aggregate. */
    public boolean isEnding(CommandModel command) {
        return chosen(command, variant(command)).stream()
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
        Optional<FieldModel> lifecycle = aggregate.lifecycleField();
        SampleState after = after(history);
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

    private SampleEvent filled(
            EmittedEvent emitted,
            EventValues values,
            Map<String, Object> said,
            Optional<SampleState> before,
            Evaluation evaluation) {
        EventModel event = aggregate.model().event(emitted.event());
        Map<String, CodeBlock> filled = new LinkedHashMap<>();
        Map<String, Object> data = new HashMap<>();
        for (FieldModel field : event.fields()) {
            filled.put(field.name(), values.value(field, emitted));
        }
        for (FieldModel field : event.fields()) {
            emitted.computed().stream()
                    .filter(value -> value.field().equals(field.name()))
                    .findFirst()
                    .flatMap(value -> evaluation.value(value.value(), field))
                    .ifPresent(known -> data.put(field.name(), known));
        }
        for (FieldSource source : emitted.sources()) {
            Optional<Object> value =
                    source instanceof FieldSource.FromTransition transition
                            ? Optional.of(transition.state())
                            : source instanceof FieldSource.FromCommand
                                    ? Optional.ofNullable(said.get(source.field()))
                                    : source instanceof FieldSource.FromState
                                            ? before.map(state -> state.data().get(source.field()))
                                            : Optional.empty();
            value.ifPresent(known -> data.put(source.field(), known));
        }
        return new SampleEvent(aggregate, event, filled, data);
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
