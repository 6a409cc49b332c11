package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An aggregate with the commands it takes and the events that it is changed by.
 *
 * @param id the type of its identity
 * @param fields its state without the identity, the field of the lifecycle included
 * @param lifecycle absent for an aggregate without states
 * @param invariants what holds behind every decision
 * @param unique the names of the fields in which no two of them have the same value
 * @param persistence what is kept of it
 * @param commands in the order written; none for an aggregate that nothing happens to
 * @param events in the order written
 */
public record AggregateModel(
        String name,
        Optional<String> description,
        Type.IdType id,
        List<FieldModel> fields,
        Optional<Lifecycle> lifecycle,
        List<Guard> invariants,
        List<String> unique,
        Persistence persistence,
        List<CommandModel> commands,
        List<EventModel> events,
        SourceSpan origin) {

    /** Takes copies of the lists. */
    public AggregateModel {
        fields = List.copyOf(fields);
        invariants = List.copyOf(invariants);
        unique = List.copyOf(unique);
        commands = List.copyOf(commands);
        events = List.copyOf(events);
    }

    /** The same with other invariants. */
    AggregateModel withInvariants(List<Guard> newInvariants) {
        return new AggregateModel(
                name,
                description,
                id,
                fields,
                lifecycle,
                newInvariants,
                unique,
                persistence,
                commands,
                events,
                origin);
    }

    /**
     * The rejection of a value that another one has already, unless something else is called so:
     * {@code OrderNumberTaken} for a field {@code number} or {@code orderNumber} of {@code Order}.
     */
    public static String taken(String aggregate, String field) {
        List<String> own = Words.of(aggregate).parts();
        List<String> words = new ArrayList<>(Words.of(field).parts());
        boolean repeated =
                words.size() > own.size()
                        && Words.of(field)
                                .lower()
                                .subList(0, own.size())
                                .equals(Words.of(aggregate).lower());
        List<String> rest = repeated ? words.subList(own.size(), words.size()) : words;
        return aggregate + new Words(rest).pascal() + "Taken";
    }

    /**
     * The event of that name.
     *
     * @throws IllegalArgumentException if there is none, which a linked model rules out for its own
     *     references
     */
    public EventModel event(String eventName) {
        return events.stream()
                .filter(event -> event.name().equals(eventName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event " + eventName));
    }

    /** Whether a number that is computed for a command may be too large for its type. */
    public boolean mayOverflow(CommandModel command) {
        Stream<Expression> decided =
                Stream.concat(
                        command.guards().stream().map(Guard::holds),
                        command.emission().events().stream()
                                .flatMap(event -> event.condition().stream())
                                .map(CommandModel.Condition::holds));
        Stream<Computed> filled =
                command.emission().events().stream().flatMap(event -> event.computed().stream());
        Stream<Computed> set =
                command.emission().events().stream()
                        .flatMap(emitted -> event(emitted.event()).sets().stream());
        return Stream.of(
                        decided,
                        invariants.stream().map(Guard::holds),
                        Stream.concat(filled, set).map(Computed::value))
                .flatMap(some -> some)
                .anyMatch(Expression::mayOverflow);
    }

    /** Whether its events are kept, and its state is made of them. */
    public boolean isKeptAsEvents() {
        return persistence == Persistence.EVENTS;
    }

    /** What is kept of an aggregate. */
    public enum Persistence {
        /** Its state as it is. */
        STATE,
        /** All that happened to it. */
        EVENTS
    }

    /**
     * The states that an aggregate goes through.
     *
     * @param field the name of the field that holds the state
     * @param states the type of that field
     * @param initial the state with which an aggregate begins where its first event names no other
     */
    public record Lifecycle(String field, Type.EnumType states, String initial) {}
}
