package io.contextmill.spec;

import io.contextmill.spec.ContextSpec.SetSpec;
import java.util.List;
import java.util.Optional;

/**
 * A policy: whenever an event has happened, a command follows.
 *
 * @param when the event, of this context or a qualified one of another
 * @param then the command
 * @param with what the command's fields get
 * @param find what the aggregate that it goes to is found by
 * @param otherwise the event for when the command is rejected
 * @param ordered {@code true} or {@code false}
 */
public record PolicySpec(
        Text name,
        Optional<Text> description,
        Optional<Text> when,
        Optional<Text> then,
        List<SetSpec> with,
        List<SetSpec> find,
        Optional<Text> otherwise,
        Optional<Text> ordered) {

    /** Takes copies of the lists. */
    public PolicySpec {
        with = List.copyOf(with);
        find = List.copyOf(find);
    }
}
