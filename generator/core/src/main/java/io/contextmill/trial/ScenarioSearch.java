package io.contextmill.trial;

import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.Computed;
import io.contextmill.model.EventModel;
import io.contextmill.model.Expression;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import io.contextmill.model.ScenarioModel;
import io.contextmill.model.ScenarioModel.Emitted;
import io.contextmill.model.ScenarioModel.Message;
import io.contextmill.model.ScenarioModel.Rejected;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.trial.AggregateTrial.Happened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for the values that a scenario does not say, so that it comes out as it says. */
public final class ScenarioSearch {
    private static final int FIRST = 1;
    private static final int OTHER = 2;

    private final AggregateModel aggregate;
    private final ScenarioModel scenario;
    private final CommandModel command;
    private final AggregateTrial trial;
    private final List<Expression> conditions;
    private final Set<String> asked;

    /** Looks for the values of a scenario of an aggregate. */
    public ScenarioSearch(AggregateModel aggregate, ScenarioModel scenario) {
        this.aggregate = aggregate;
        this.scenario = scenario;
        this.trial = new AggregateTrial(aggregate);
        this.command =
                aggregate.commands().stream()
                        .filter(known -> known.name().equals(scenario.when().name()))
                        .findFirst()
                        .orElseThrow();
        this.conditions = CommandSearch.conditions(aggregate, command);
        List<Expression> all = new ArrayList<>(conditions);
        scenario.given().stream()
                .map(message -> aggregate.event(message.name()))
                .flatMap(event -> event.sets().stream())
                .map(Computed::value)
                .forEach(all::add);
        this.asked = CommandSearch.names(all);
    }

    /**
     * All values of a scenario.
     *
     * @param given the events
     * @param command the values of the command
     */
    public record Played(List<Happened> given, Map<String, Object> command) {
        /** Takes copies of the values. */
        public Played {
            given = List.copyOf(given);
            command = Map.copyOf(command);
        }
    }

    /** The values that are nearest to the samples; absent if none of those that are tried fits. */
    public Optional<Played> find() {
        List<Played> simple =
                IntStream.concat(
                                IntStream.of(OTHER),
                                IntStream.rangeClosed(1, FieldValues.MOST_VARIANTS))
                        .mapToObj(this::usual)
                        .toList();
        return Stream.concat(simple.stream(), mixtures(simple.get(0)))
                .filter(played -> Overflows.holds(() -> isAsItSays(played)))
                .findFirst();
    }

    /** The values that were found; the usual ones where none fits, which is a finding. */
    public Played play() {
        return find().orElseGet(() -> usual(OTHER));
    }

    private Played usual(int variant) {
        List<Happened> given = new ArrayList<>();
        for (Message message : scenario.given()) {
            EventModel event = aggregate.event(message.name());
            given.add(new Happened(event, values(event, message, given.isEmpty() ? FIRST : OTHER)));
        }
        return new Played(
                given,
                said(
                        command.fields(),
                        scenario.when(),
                        FieldValues.samples(command.fields(), variant)));
    }

    private Map<String, Object> values(EventModel event, Message message, int variant) {
        Map<String, Object> values =
                said(event.fields(), message, FieldValues.samples(event.fields(), variant));
        event.to()
                .flatMap(to -> aggregate.lifecycle())
                .filter(cycle -> values.containsKey(cycle.field()))
                .ifPresent(cycle -> values.put(cycle.field(), event.to().orElseThrow()));
        return values;
    }

    private static Map<String, Object> said(
            List<FieldModel> fields, Message message, Map<String, Object> samples) {
        Map<String, Object> values = new HashMap<>(samples);
        for (FieldModel field : fields) {
            said(message, field)
                    .ifPresent(
                            said -> {
                                values.remove(field.name());
                                said.value()
                                        .ifPresent(
                                                value ->
                                                        values.put(
                                                                field.name(),
                                                                FieldValues.said(field, value)));
                            });
        }
        return values;
    }

    private static Optional<Said> said(Message message, FieldModel field) {
        return message.values().stream()
                .filter(value -> value.field().equals(field.name()))
                .findFirst();
    }

    /** The usual values with others for what is not said and is asked for. */
    private Stream<Played> mixtures(Played usual) {
        List<List<Optional<Object>>> places = new ArrayList<>();
        List<List<FieldModel>> open = new ArrayList<>();
        for (int i = 0; i < usual.given().size(); i++) {
            Happened happened = usual.given().get(i);
            open.add(open(happened.event().fields(), scenario.given().get(i)));
            addTo(places, open.get(i), i == 0 ? FIRST : OTHER);
        }
        List<FieldModel> ofCommand = open(command.fields(), scenario.when());
        addTo(places, ofCommand, OTHER);
        return Mixtures.of(places)
                .map(
                        values -> {
                            List<Happened> given = new ArrayList<>();
                            int taken = 0;
                            for (int i = 0; i < usual.given().size(); i++) {
                                Happened happened = usual.given().get(i);
                                int end = taken + open.get(i).size();
                                given.add(
                                        new Happened(
                                                happened.event(),
                                                FieldValues.changed(
                                                        happened.values(),
                                                        open.get(i),
                                                        values.subList(taken, end))));
                                taken = end;
                            }
                            return new Played(
                                    given,
                                    FieldValues.changed(
                                            usual.command(),
                                            ofCommand,
                                            values.subList(taken, values.size())));
                        });
    }

    private void addTo(List<List<Optional<Object>>> places, List<FieldModel> fields, int variant) {
        fields.forEach(field -> places.add(FieldValues.candidates(field, variant, conditions)));
    }

    private List<FieldModel> open(List<FieldModel> fields, Message message) {
        return fields.stream()
                .filter(field -> asked.contains(field.name()))
                .filter(field -> said(message, field).isEmpty())
                .filter(
                        field ->
                                aggregate
                                        .lifecycle()
                                        .filter(cycle -> cycle.field().equals(field.name()))
                                        .isEmpty())
                .toList();
    }

    private boolean isAsItSays(Played played) {
        Optional<Map<String, Object>> before =
                played.given().isEmpty()
                        ? Optional.empty()
                        : Optional.of(trial.after(played.given()));
        if (!isInAcceptedState(before)) {
            return true;
        }
        Optional<String> rejection =
                trial.rejection(command, played.command(), before).map(Guard::rejection);
        if (scenario.then() instanceof Rejected rejected) {
            boolean byGuard =
                    command.guards().stream()
                            .anyMatch(guard -> guard.rejection().equals(rejected.name()));
            return rejection.equals(byGuard ? Optional.of(rejected.name()) : Optional.empty());
        }
        return rejection.isEmpty()
                && (!command.emission().isConditional()
                        || trial.chosen(command, played.command(), before)
                                .equals(
                                        ((Emitted) scenario.then())
                                                .events().stream().map(Message::name).toList()));
    }

    /** Whether guards are asked at all; the checks of the scenario have looked at the rest. */
    private boolean isInAcceptedState(Optional<Map<String, Object>> before) {
        return before.isEmpty()
                || command.from().isEmpty()
                || aggregate
                        .lifecycle()
                        .map(cycle -> before.get().get(cycle.field()))
                        .filter(state -> !command.from().contains(state.toString()))
                        .isEmpty();
    }
}
