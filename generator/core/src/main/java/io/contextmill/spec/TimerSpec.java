package io.contextmill.spec;

import java.util.List;
import java.util.Optional;

/**
 * A command that time gives.
 *
 * @param after how long after {@code on}, unless one of {@code cancelledBy} came first
 * @param every the period of a schedule; there is either this or {@code after}
 * @param then the command
 */
public record TimerSpec(
        Text name,
        Optional<Text> description,
        Optional<Text> after,
        Optional<Text> on,
        List<Text> cancelledBy,
        Optional<Text> every,
        Optional<Text> then) {

    /** Takes a copy of the events. */
    public TimerSpec {
        cancelledBy = List.copyOf(cancelledBy);
    }
}
