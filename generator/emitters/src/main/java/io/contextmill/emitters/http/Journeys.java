package io.contextmill.emitters.http;

import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.Guard;
import io.contextmill.trial.Overflows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which commands an aggregate comes into each state that it can come into, as the spec has it.
 */
public final class Journeys {
    private static final int MOST = 8;

    private final AggregateModel aggregate;
    private final AggregateSamples samples;
    private final Map<Optional<String>, Journey> shortest = new LinkedHashMap<>();

    Journeys(AggregateTypes types) {
        this.aggregate = types.model();
        this.samples = new AggregateSamples(types);
        creator().ifPresent(this::explore);
    }

    /**
     * Commands that follow each other; the first makes the aggregate.
     *
     * @param state the state that they lead to; absent for an aggregate without states
     * @param commands at least one
     * @param version the version that the aggregate has behind them
     */
    public record Journey(Optional<String> state, List<CommandModel> commands, int version) {
        /** Takes a copy of the commands. */
        public Journey {
            commands = List.copyOf(commands);
        }

        /** The last command. */
        public CommandModel last() {
            return commands.get(commands.size() - 1);
        }
    }

    /**
     * The command that makes an aggregate, if there is one that is known to: rather one that makes
     * one each time.
     */
    public Optional<CommandModel> creator() {
        return firstDecided(Creation.ALWAYS).or(() -> firstDecided(Creation.IF_ABSENT));
    }

    private Optional<CommandModel> firstDecided(Creation creation) {
        return aggregate.commands().stream()
                .filter(command -> command.creation() == creation)
                .filter(this::begins)
                .findFirst();
    }

    /**
     * Whether a command as it is sent leads to an event where there is no aggregate: neither guards
     * nor invariants reject it.
     */
    public boolean begins(CommandModel command) {
        return command.creation() != Creation.NEVER
                && count(command) > 0
                && Overflows.holds(
                        () ->
                                samples.refusal(command, samples.sent(command), Optional.empty())
                                        .isEmpty());
    }

    /** The shortest ways to all states, the nearest first. */
    public List<Journey> all() {
        return List.copyOf(shortest.values());
    }

    /** The way by the creating command alone. */
    public Optional<Journey> first() {
        return shortest.values().stream().findFirst();
    }

    /** The shortest way to a state in which a command is accepted. */
    public Optional<Journey> before(CommandModel command) {
        return shortest.values().stream().filter(journey -> accepts(command, journey)).findFirst();
    }

    /**
     * What a guard is the first to reject: the way to an aggregate, and the variant of the command.
     */
    public record Refused(Journey before, int variant) {}

    /** What a guard is the first to reject, where that can be found. */
    public Optional<Refused> refused(CommandModel command, Guard guard) {
        for (Journey journey : shortest.values()) {
            if (accepts(command, journey.state())) {
                SampleState before = stateAfter(journey);
                for (int variant = 1; variant <= MOST; variant++) {
                    int tried = variant;
                    if (Overflows.holds(
                            () ->
                                    samples.rejection(command, tried, Optional.of(before))
                                            .filter(guard::equals)
                                            .isPresent())) {
                        return Optional.of(new Refused(journey, variant));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private SampleState stateAfter(Journey journey) {
        CommandModel creator = journey.commands().get(0);
        SampleState state =
                samples.after(samples.emitted(creator, samples.sent(creator), Optional.empty()));
        for (CommandModel command : journey.commands().subList(1, journey.commands().size())) {
            state =
                    samples.after(
                            state,
                            samples.emitted(command, samples.sent(command), Optional.of(state)));
        }
        return state;
    }

    private boolean accepts(CommandModel command, Journey journey) {
        return accepts(command, journey.state())
                && Overflows.holds(
                        () -> samples.refusal(command, Optional.of(stateAfter(journey))).isEmpty());
    }

    /** The ways to states in which a command is not accepted. */
    public List<Journey> beyond(CommandModel command) {
        return shortest.values().stream()
                .filter(journey -> !accepts(command, journey.state()))
                .toList();
    }

    /** The command that ends an aggregate, if there is one, and the shortest way to it. */
    public Optional<Journey> toTheEnd() {
        return aggregate.commands().stream()
                .filter(this::isEnding)
                .flatMap(command -> before(command).stream().map(journey -> with(journey, command)))
                .findFirst();
    }

    /** Whether an aggregate is no more behind a command, in the first state that accepts it. */
    public boolean isEnding(CommandModel command) {
        return before(command).filter(journey -> isEnding(command, journey)).isPresent();
    }

    private boolean isEnding(CommandModel command, Journey before) {
        return emitted(command, Optional.of(before)).stream()
                .anyMatch(event -> aggregate.event(event).deletes());
    }

    private Journey with(Journey journey, CommandModel command) {
        List<CommandModel> longer = new ArrayList<>(journey.commands());
        longer.add(command);
        return new Journey(
                after(command, Optional.of(journey)), longer, journey.version() + count(command));
    }

    /** The state after a command; the way to what it meets is absent where that is nothing. */
    public Optional<String> after(CommandModel command, Optional<Journey> before) {
        Optional<String> state =
                before.flatMap(Journey::state)
                        .or(() -> aggregate.lifecycle().map(Lifecycle::initial));
        for (String event : emitted(command, before)) {
            Optional<String> current = state;
            state = aggregate.event(event).to().or(() -> current);
        }
        return aggregate.lifecycle().isEmpty() ? Optional.empty() : state;
    }

    /** How many events a command leads to. */
    public static int count(CommandModel command) {
        int events = command.emission().events().size();
        return command.emission().alternatives() ? Math.min(1, events) : events;
    }

    /**
     * The events that a command leads to as it is sent, until its owners decide otherwise: where
     * there is nothing if it makes its aggregate then, else in the first state that accepts it.
     */
    public List<String> emitted(CommandModel command) {
        return begins(command)
                ? emitted(command, Optional.empty())
                : before(command)
                        .map(journey -> emitted(command, Optional.of(journey)))
                        .orElse(List.of());
    }

    /** The same where a command meets what a journey leads to, or nothing. */
    List<String> emitted(CommandModel command, Optional<Journey> before) {
        return samples.chosen(command, samples.sent(command), before.map(this::stateAfter));
    }

    private static boolean accepts(CommandModel command, Optional<String> state) {
        return command.from().isEmpty() || state.filter(command.from()::contains).isPresent();
    }

    private void explore(CommandModel creator) {
        Journey begin =
                new Journey(after(creator, Optional.empty()), List.of(creator), count(creator));
        shortest.put(begin.state(), begin);
        Deque<Journey> open = new ArrayDeque<>(List.of(begin));
        while (!open.isEmpty()) {
            Journey journey = open.remove();
            for (CommandModel command : aggregate.commands()) {
                boolean possible =
                        command.creation() != Creation.ALWAYS
                                && count(command) > 0
                                && accepts(command, journey)
                                && !isEnding(command, journey);
                if (possible) {
                    Journey next = with(journey, command);
                    if (shortest.putIfAbsent(next.state(), next) == null) {
                        open.add(next);
                    }
                }
            }
        }
    }
}
