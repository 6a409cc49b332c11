package io.contextmill.trial;

import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Condition;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for values of a command, and of the state that it meets, with which something holds. */
public final class CommandSearch {
    private final AggregateModel aggregate;
    private final CommandModel command;
    private final List<Expression> conditions;
    private final Set<String> asked;

    /** Looks for values of a command of an aggregate. */
    public CommandSearch(AggregateModel aggregate, CommandModel command) {
        this.aggregate = aggregate;
        this.command = command;
        this.conditions = conditions(aggregate, command);
        this.asked = names(conditions);
    }

    /**
     * What a command meets.
     *
     * @param before the values of the state; absent where there is none
     * @param command the values of the command
     */
    public record Met(Optional<Map<String, Object>> before, Map<String, Object> command) {
        /** Takes copies of the values. */
        public Met {
            before = before.map(Map::copyOf);
            command = Map.copyOf(command);
        }
    }

    /**
     * The least changes of sample values with which something holds, and in which no number is too
     * large; absent if none of those that are tried is like that.
     *
     * @param before the state that is changed, save for its lifecycle; absent where there is none
     * @param variant of the values of the command
     */
    public Optional<Met> find(
            Optional<Map<String, Object>> before, int variant, Predicate<Met> holds) {
        List<FieldModel> ofState =
                before.isEmpty()
                        ? List.of()
                        : aggregate.fields().stream()
                                .filter(this::isAsked)
                                .filter(field -> !isLifecycle(field))
                                .toList();
        List<FieldModel> ofCommand = command.fields().stream().filter(this::isAsked).toList();
        List<List<Optional<Object>>> places = new ArrayList<>();
        ofState.forEach(field -> places.add(state(field, before.orElseThrow())));
        ofCommand.forEach(field -> places.add(FieldValues.candidates(field, variant, conditions)));
        Map<String, Object> usual = FieldValues.samples(command.fields(), variant);
        return Mixtures.of(places)
                .map(
                        values ->
                                new Met(
                                        before.map(
                                                state ->
                                                        FieldValues.changed(
                                                                state, ofState, values)),
                                        FieldValues.changed(
                                                usual,
                                                ofCommand,
                                                values.subList(ofState.size(), values.size()))))
                .filter(met -> Overflows.holds(() -> holds.test(met)))
                .findFirst();
    }

    /** What decides about a command. */
    static List<Expression> conditions(AggregateModel aggregate, CommandModel command) {
        return Stream.of(
                        command.guards().stream().map(Guard::holds),
                        command.emission().events().stream()
                                .map(EmittedEvent::condition)
                                .flatMap(Optional::stream)
                                .map(Condition::holds),
                        aggregate.invariants().stream().map(Guard::holds))
                .flatMap(some -> some)
                .toList();
    }

    /** The names of the fields that are read. */
    static Set<String> names(List<Expression> expressions) {
        return expressions.stream()
                .flatMap(Expression::parts)
                .flatMap(
                        part ->
                                part instanceof Read read
                                        ? Stream.of(read.field().name())
                                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    private List<Optional<Object>> state(FieldModel field, Map<String, Object> before) {
        Optional<Object> usual = Optional.ofNullable(before.get(field.name()));
        List<Optional<Object>> candidates = new ArrayList<>(List.of(usual));
        FieldValues.candidates(field, 1, conditions).stream()
                .filter(candidate -> !candidate.equals(usual))
                .forEach(candidates::add);
        return candidates;
    }

    private boolean isAsked(FieldModel field) {
        return asked.contains(field.name());
    }

    private boolean isLifecycle(FieldModel field) {
        return aggregate
                .lifecycle()
                .filter(cycle -> cycle.field().equals(field.name()))
                .isPresent();
    }
}
