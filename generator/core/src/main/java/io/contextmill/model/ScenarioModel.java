package io.contextmill.model;

import io.contextmill.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * An example of what an aggregate does, which becomes a test. It agrees with the rest of the spec
 * as far as that can be told without running it.
 *
 * @param name what it shows, a phrase
 * @param aggregate whose it is
 * @param given what happened before, the first event first; nothing for a command that makes the
 *     aggregate
 * @param when the command
 * @param then what it leads to
 */
public record ScenarioModel(
        String name,
        String aggregate,
        List<Message> given,
        Message when,
        Outcome then,
        SourceSpan origin) {

    /** Takes a copy of the events. */
    public ScenarioModel {
        given = List.copyOf(given);
    }

    /**
     * An event or a command.
     *
     * @param name its name
     * @param values those that matter; the others may be any
     */
    public record Message(String name, List<Said> values) {
        /** Takes a copy of the values. */
        public Message {
            values = List.copyOf(values);
        }
    }

    /**
     * The value of a field.
     *
     * @param field its name
     * @param value absent where there is none
     */
    public record Said(String field, Optional<Value> value) {}

    /** A value, the same for what is the same. */
    public sealed interface Value {}

    /** A value of one part, as text. */
    public record Plain(String text) implements Value {}

    /** The items of a list. */
    public record Items(List<Value> items) implements Value {
        /** Takes a copy of the items. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * The parts of a value object that matter, in the order of its fields; the others may be any.
     */
    public record Parts(List<Said> parts) implements Value {
        /** Takes a copy of the parts. */
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** What a command leads to. */
    public sealed interface Outcome {}

    /** All events, in order. */
    public record Emitted(List<Message> events) implements Outcome {
        /** Takes a copy of the events. */
        public Emitted {
            events = List.copyOf(events);
        }
    }

    /** A rejection of that name. */
    public record Rejected(String name) implements Outcome {}
}
