package io.contextmill.trial;

import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.model.Effects;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.model.Evaluation;
import io.contextmill.model.EventModel;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What events and commands of one aggregate lead to where their fields have values. Values stand by
 * the names of their fields, as far as they are there.
 *
 * <p>All its methods throw an {@link ArithmeticException} if a number does not fit.
 */
public final class AggregateTrial {
    private final AggregateModel aggregate;
    private final Instant now;

    /** Trials of an aggregate, at {@link FieldValues#NOW}. */
    public AggregateTrial(AggregateModel aggregate) {
        this(aggregate, FieldValues.NOW);
    }

    /** Trials of an aggregate at a moment. */
    public AggregateTrial(AggregateModel aggregate, Instant now) {
        this.aggregate = aggregate;
        this.now = now;
    }

    /** An event with values. */
    public record Happened(EventModel event, Map<String, Object> values) {
        /** Takes a copy of the values. */
        public Happened {
            values = Map.copyOf(values);
        }
    }

    /** The state that a history leads to; its first event begins it. */
    public Map<String, Object> after(List<Happened> history) {
        Happened first = history.get(0);
        Map<String, Object> begun =
                after(
                        Map.of(),
                        Effects.beginning(aggregate.fields(), aggregate.lifecycle(), first.event()),
                        first.values());
        return after(begun, history.subList(1, history.size()));
    }

    /** The state after some events. */
    public Map<String, Object> after(Map<String, Object> before, List<Happened> events) {
        Map<String, Object> state = before;
        for (Happened happened : events) {
            state =
                    after(
                            state,
                            Effects.changes(
                                    aggregate.fields(), aggregate.lifecycle(), happened.event()),
                            happened.values());
        }
        return state;
    }

    /** What an event makes of values. */
    public static Map<String, Object> after(
            Map<String, Object> before, List<Assignment> assignments, Map<String, Object> event) {
        Evaluation evaluation = Evaluation.empty().with(Root.STATE, before).with(Root.EVENT, event);
        Map<String, Object> changed = new HashMap<>(before);
        for (Assignment assignment : assignments) {
            changed.remove(assignment.field().name());
            value(assignment, event, evaluation)
                    .ifPresent(value -> changed.put(assignment.field().name(), value));
        }
        return changed;
    }

    private static Optional<Object> value(
            Assignment assignment, Map<String, Object> event, Evaluation evaluation) {
        if (assignment.source() instanceof Effects.Computation computation) {
            return evaluation.value(computation.value(), assignment.field());
        }
        if (assignment.source() instanceof Effects.State state) {
            return Optional.of(state.value());
        }
        return assignment.source() instanceof Effects.Copy copy
                ? Optional.ofNullable(event.get(copy.from().name()))
                : Optional.empty();
    }

    /** What expressions about a command see. */
    public Evaluation evaluation(
            Map<String, Object> command, Optional<Map<String, Object>> before) {
        return Evaluation.empty()
                .with(Root.COMMAND, command)
                .with(Root.STATE, before.orElse(Map.of()))
                .at(now);
    }

    /**
     * The guard that rejects a command first; none if all hold.
     *
     * @param before the state that it meets; absent where there is no aggregate yet
     */
    public Optional<Guard> rejection(
            CommandModel command,
            Map<String, Object> values,
            Optional<Map<String, Object>> before) {
        Evaluation evaluation = evaluation(values, before);
        return command.guards(before.isPresent()).stream()
                .filter(guard -> !evaluation.holds(guard.holds()))
                .findFirst();
    }

    /** The names of the events that a command leads to if it is accepted. */
    public List<String> chosen(
            CommandModel command,
            Map<String, Object> values,
            Optional<Map<String, Object>> before) {
        return command.emission().chosen(evaluation(values, before)).stream()
                .map(EmittedEvent::event)
                .toList();
    }

    /** The events that a command leads to by default, in a state or where there is none. */
    public List<Happened> emitted(
            CommandModel command,
            Map<String, Object> values,
            Optional<Map<String, Object>> before) {
        Evaluation evaluation = evaluation(values, before);
        return command.emission().chosen(evaluation).stream()
                .map(event -> filled(event, values, before.orElse(Map.of()), evaluation))
                .toList();
    }

    private Happened filled(
            EmittedEvent emitted,
            Map<String, Object> command,
            Map<String, Object> before,
            Evaluation evaluation) {
        EventModel event = aggregate.event(emitted.event());
        Map<String, Object> values = new HashMap<>();
        for (FieldSource source : emitted.sources()) {
            Optional<Object> value = Optional.empty();
            if (source instanceof FieldSource.FromTransition transition) {
                value = Optional.of(transition.state());
            } else if (source instanceof FieldSource.FromCommand) {
                value = Optional.ofNullable(command.get(source.field()));
            } else if (source instanceof FieldSource.FromState) {
                value = Optional.ofNullable(before.get(source.field()));
            } else if (source instanceof FieldSource.FromExpression said) {
                value = evaluation.value(said.computed().value(), field(event, source));
            }
            value.ifPresent(known -> values.put(source.field(), known));
        }
        return new Happened(event, values);
    }

    private static FieldModel field(EventModel event, FieldSource source) {
        return event.fields().stream()
                .filter(field -> field.name().equals(source.field()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + source.field()));
    }

    /** The invariant that does not hold in a state first; none if all hold. */
    public Optional<Guard> violation(Map<String, Object> state) {
        Evaluation evaluation = Evaluation.empty().with(Root.STATE, state);
        return aggregate.invariants().stream()
                .filter(invariant -> !evaluation.holds(invariant.holds()))
                .findFirst();
    }

    /** What a command is refused for by guards, or by invariants of the state that it leads to. */
    public Optional<Guard> refusal(
            CommandModel command,
            Map<String, Object> values,
            Optional<Map<String, Object>> before) {
        return rejection(command, values, before).or(() -> violation(command, values, before));
    }

    private Optional<Guard> violation(
            CommandModel command,
            Map<String, Object> values,
            Optional<Map<String, Object>> before) {
        if (command.emission().events().isEmpty()) {
            return Optional.empty();
        }
        List<Happened> events = emitted(command, values, before);
        return violation(before.map(state -> after(state, events)).orElseGet(() -> after(events)));
    }
}
