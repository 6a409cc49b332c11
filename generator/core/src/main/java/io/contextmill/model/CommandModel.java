package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.Expression.Root;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command: what a caller wants of one aggregate.
 *
 * @param aggregate the aggregate that it goes to
 * @param creation whether it makes that aggregate
 * @param from the states in which it is accepted; empty means all
 * @param rejects the name of the rejection in any other state; absent for {@code IllegalTransition}
 * @param guards what must hold for it, in the order in which it is checked, behind {@code from}
 * @param fields what it carries beside the aggregate's identity
 * @param emission what it answers with
 */
public record CommandModel(
        String name,
        Optional<String> description,
        String aggregate,
        Creation creation,
        List<String> from,
        Optional<String> rejects,
        List<Guard> guards,
        List<FieldModel> fields,
        Emission emission,
        SourceSpan origin) {

    /** The rejection in a state in which a command is not accepted, where the spec names none. */
    public static final String ILLEGAL_TRANSITION = "IllegalTransition";

    /** The rejection of a command that emits nothing. */
    public static final String NOT_DECIDED_YET = "NotDecidedYet";

    /** Takes copies of the lists. */
    public CommandModel {
        from = List.copyOf(from);
        guards = List.copyOf(guards);
        fields = List.copyOf(fields);
    }

    /** Whether {@code IllegalTransition} rejects it in some states. */
    public boolean hasIllegalTransitions() {
        return !from.isEmpty() && rejects.isEmpty();
    }

    /** The rejections that the spec has a name for, in the order in which they are checked. */
    public List<String> rejections() {
        return Stream.concat(rejects.stream(), guards.stream().map(Guard::rejection))
                .distinct()
                .toList();
    }

    /**
     * The guards that are checked where there is an aggregate, or where there is none: then only
     * those that ask for nothing of it.
     */
    public List<Guard> guards(boolean existing) {
        return existing
                ? guards
                : guards.stream().filter(guard -> !guard.holds().reads(Root.STATE)).toList();
    }

    /**
     * Whether what is decided where there is an aggregate, or where there is none, needs the
     * moment.
     */
    public boolean asksForNow(boolean existing) {
        return guards(existing).stream().anyMatch(guard -> guard.holds().asksForNow())
                || emission.events().stream().anyMatch(EmittedEvent::asksForNow);
    }

    /** Whether it depends on the moment whether it is accepted, and what it leads to. */
    public boolean dependsOnNow() {
        return guards.stream().anyMatch(guard -> guard.holds().asksForNow())
                || emission.events().stream()
                        .flatMap(event -> event.condition().stream())
                        .anyMatch(condition -> condition.holds().asksForNow());
    }

    /** Whether a command makes its aggregate. */
    public enum Creation {
        /** It goes to an aggregate that exists. */
        NEVER,
        /** It makes a new aggregate each time. */
        ALWAYS,
        /** It goes to an aggregate that exists, and makes one where there is none. */
        IF_ABSENT
    }

    /**
     * The events that a command leads to.
     *
     * @param alternatives whether it is one of them (the first whose condition holds, and without
     *     conditions the first until somebody decides otherwise) or all, in order
     * @param events none for a command whose effect nobody has decided yet
     */
    public record Emission(boolean alternatives, List<EmittedEvent> events) {
        /** Takes a copy of the events. */
        public Emission {
            events = List.copyOf(events);
        }

        /** Whether the spec leaves it to the team what the command leads to. */
        public boolean isUndecided() {
            return events.isEmpty() || (alternatives && !isConditional());
        }

        /** Whether the spec says which of several alternatives it is. */
        public boolean isConditional() {
            return alternatives && events.get(0).condition().isPresent();
        }

        /** The events that it is where fields have these values. */
        public List<EmittedEvent> chosen(Evaluation evaluation) {
            return alternatives
                    ? events.stream().filter(event -> event.holds(evaluation)).findFirst().stream()
                            .toList()
                    : events;
        }
    }

    /**
     * An event as one command emits it.
     *
     * @param event its name
     * @param condition what must hold for it, where it is one of several alternatives; the last of
     *     them has none
     * @param sources where each of its fields comes from, in the order of the event's fields
     */
    public record EmittedEvent(
            String event, Optional<Condition> condition, List<FieldSource> sources) {
        /** Takes a copy of the sources. */
        public EmittedEvent {
            sources = List.copyOf(sources);
        }

        private boolean holds(Evaluation evaluation) {
            return condition.isEmpty() || evaluation.holds(condition.get().holds());
        }

        /** Whether its condition, or what is computed for it, needs the moment. */
        boolean asksForNow() {
            return isFilledWithNow()
                    || condition.filter(known -> known.holds().asksForNow()).isPresent();
        }

        /** Whether what is computed for its fields needs the moment. */
        public boolean isFilledWithNow() {
            return computed().stream().anyMatch(computed -> computed.value().asksForNow());
        }

        /** What the spec computes for its fields. */
        public List<Computed> computed() {
            return sources.stream()
                    .flatMap(
                            source ->
                                    source instanceof FieldSource.FromExpression computed
                                            ? Stream.of(computed.computed())
                                            : Stream.empty())
                    .toList();
        }
    }

    /**
     * What must hold for one of several alternatives.
     *
     * @param text as it was written
     * @param origin where it is written
     */
    public record Condition(String text, Expression holds, SourceSpan origin) {}

    /** Where the value of an event's field comes from. */
    public sealed interface FieldSource {
        /** The event's field that is filled. */
        String field();

        /** The command's field of the same name. */
        record FromCommand(String field) implements FieldSource {}

        /**
         * The field of the same name of the aggregate before the event, that is after the command's
         * events before it.
         */
        record FromState(String field) implements FieldSource {}

        /** The state into which the event moves the lifecycle. */
        record FromTransition(String field, String state) implements FieldSource {}

        /** What the spec computes for it, of the command and of the aggregate before it. */
        record FromExpression(Computed computed) implements FieldSource {
            @Override
            public String field() {
                return computed.field();
            }
        }

        /** Nowhere: an optional field that nobody fills. */
        record Missing(String field) implements FieldSource {}
    }
}
