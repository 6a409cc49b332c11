package io.contextmill.emitters.samples;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.Evaluation;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import io.contextmill.trial.AggregateTrial;
import io.contextmill.trial.CommandSearch;
import io.contextmill.trial.CommandSearch.Met;
import io.contextmill.trial.Edges;
import io.contextmill.trial.FieldValues;
import io.contextmill.trial.Overflows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** States and commands that come out in some way. */
public final class DecisionSamples {
    private final AggregateTypes aggregate;
    private final AggregateSamples all;
    private final Samples samples;
    private final AggregateTrial trial;

    /** Samples of an aggregate. */
    public DecisionSamples(AggregateTypes aggregate, AggregateSamples all) {
        this.aggregate = aggregate;
        this.all = all;
        this.samples = new Samples(aggregate.types());
        this.trial = new AggregateTrial(aggregate.model());
    }

    /** A command, and the state that it meets; absent where there is no aggregate yet. */
    public record Decided(Optional<SampleState> before, SampleCommand command) {}

    /** A state and a command that one guard is the first to reject, the least that can be found. */
    public Optional<Decided> refused(CommandModel command, Guard guard) {
        Optional<String> lifecycle = all.stateBefore(command);
        int most = FieldValues.MOST_VARIANTS;
        for (int sum = 2; sum <= 2 * most; sum++) {
            for (int of = Math.max(1, sum - most); of <= Math.min(most, sum - 1); of++) {
                SampleState before = all.state(lifecycle, of);
                int variant = sum - of;
                if (Overflows.holds(
                        () ->
                                all.rejection(command, variant, Optional.of(before))
                                        .filter(guard::equals)
                                        .isPresent())) {
                    return Optional.of(
                            new Decided(Optional.of(before), all.command(command, variant)));
                }
            }
        }
        return refused(command, guard, Optional.of(all.state(lifecycle)));
    }

    /** Values of a command to nothing that one guard is the first to reject. */
    public Optional<Decided> refusedNew(CommandModel command, Guard guard) {
        return refused(command, guard, Optional.empty());
    }

    private Optional<Decided> refused(
            CommandModel command, Guard guard, Optional<SampleState> before) {
        return find(
                command,
                before,
                met ->
                        trial.rejection(command, met.command(), met.before())
                                .filter(guard::equals)
                                .isPresent());
    }

    /**
     * Where a command is accepted that no guard lets pass in the states that are samples: one of
     * them with another value in one field, with several, or what a history leads to.
     */
    public Optional<Decided> accepted(CommandModel command) {
        return acceptedNearby(command)
                .or(
                        () ->
                                all.historyBefore(command)
                                        .map(
                                                history ->
                                                        new Decided(
                                                                Optional.of(all.after(history)),
                                                                all.command(
                                                                        command,
                                                                        all.variant(command)))))
                .or(
                        () ->
                                find(
                                        command,
                                        Optional.of(all.accepting(command)),
                                        met -> isAccepted(command, met)));
    }

    /** Where a command is accepted: with samples if it is, else with other values. */
    public Optional<Decided> acceptedAnywhere(CommandModel command, boolean existing) {
        Optional<SampleState> before =
                existing ? Optional.of(all.accepting(command)) : Optional.empty();
        return find(command, before, met -> isAccepted(command, met));
    }

    private Optional<Decided> acceptedNearby(CommandModel command) {
        SampleState state = all.accepting(command);
        return aggregate.model().fields().stream()
                .filter(field -> !isLifecycle(field))
                .flatMap(field -> samples.others(field).map(other -> with(state, field, other)))
                .flatMap(
                        before ->
                                IntStream.rangeClosed(1, FieldValues.MOST_VARIANTS)
                                        .filter(variant -> isAccepted(command, variant, before))
                                        .mapToObj(
                                                variant ->
                                                        new Decided(
                                                                Optional.of(before),
                                                                all.command(command, variant))))
                .findFirst();
    }

    /** A state and an accepted command that lead to one of several alternatives. */
    public Optional<Decided> choosing(CommandModel command, String event, boolean existing) {
        Optional<SampleState> before =
                existing ? Optional.of(all.accepting(command)) : Optional.empty();
        return IntStream.rangeClosed(1, FieldValues.MOST_VARIANTS)
                .mapToObj(variant -> new Decided(before, all.command(command, variant)))
                .filter(
                        decided ->
                                Overflows.holds(
                                        () ->
                                                isChosen(
                                                        command,
                                                        event,
                                                        new Met(
                                                                before.map(SampleState::data),
                                                                decided.command().data()))))
                .findFirst()
                .or(() -> find(command, before, met -> isChosen(command, event, met)));
    }

    /**
     * A decision at one moment.
     *
     * @param refused the guard that is the first not to hold; absent if all do
     * @param emitted what it leads to if all hold
     */
    public record Timed(Instant now, Optional<Guard> refused, List<SampleEvent> emitted) {}

    /**
     * What becomes of a command just before, at and just after the moment at which a guard comes
     * out otherwise; nothing where no moment is like that.
     */
    public List<Timed> around(Decided decided, Guard guard) {
        Evaluation evaluation =
                trial.evaluation(decided.command().data(), decided.before().map(SampleState::data));
        return Edges.of(guard.holds(), evaluation, FieldValues.NOW)
                .map(edge -> Stream.of(edge.minusNanos(1), edge, edge.plusNanos(1)))
                .map(moments -> moments.map(now -> timed(decided, now)).toList())
                .filter(
                        timed ->
                                timed.stream()
                                        .anyMatch(at -> at.refused().equals(Optional.of(guard))))
                .filter(timed -> timed.stream().anyMatch(at -> at.refused().isEmpty()))
                .findFirst()
                .orElse(List.of());
    }

    private Timed timed(Decided decided, Instant now) {
        AggregateSamples then = new AggregateSamples(aggregate, now);
        Optional<Guard> refused =
                new AggregateTrial(aggregate.model(), now)
                        .rejection(
                                decided.command().command(),
                                decided.command().data(),
                                decided.before().map(SampleState::data));
        return new Timed(
                now,
                refused,
                refused.isPresent()
                        ? List.of()
                        : then.emitted(decided.command(), decided.before()));
    }

    private boolean isChosen(CommandModel command, String event, Met met) {
        return trial.chosen(command, met.command(), met.before()).equals(List.of(event))
                && isAccepted(command, met);
    }

    private boolean isAccepted(CommandModel command, Met met) {
        return trial.refusal(command, met.command(), met.before()).isEmpty();
    }

    private boolean isAccepted(CommandModel command, int variant, SampleState before) {
        return Overflows.holds(() -> all.refusal(command, variant, Optional.of(before)).isEmpty());
    }

    private Optional<Decided> find(
            CommandModel command, Optional<SampleState> before, Predicate<Met> holds) {
        return new CommandSearch(aggregate.model(), command)
                .find(before.map(SampleState::data), all.variant(command), holds)
                .map(
                        met ->
                                new Decided(
                                        before.map(state -> changed(state, met)),
                                        all.command(command, met.command())));
    }

    private SampleState changed(SampleState before, Met met) {
        SampleState state = before;
        for (FieldModel field : aggregate.model().fields()) {
            Optional<Object> value = met.before().map(values -> values.get(field.name()));
            if (!value.equals(Optional.ofNullable(before.data().get(field.name())))) {
                state = value.isPresent() ? with(state, field, value.get()) : state.without(field);
            }
        }
        return state;
    }

    private SampleState with(SampleState state, FieldModel field, Object value) {
        return state.with(field, samples.computed(field, Optional.of(value)), value);
    }

    private boolean isLifecycle(FieldModel field) {
        return aggregate
                .model()
                .lifecycle()
                .map(Lifecycle::field)
                .filter(field.name()::equals)
                .isPresent();
    }
}
