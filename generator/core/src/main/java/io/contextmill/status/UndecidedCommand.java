package io.contextmill.status;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import java.util.List;

/**
 * A command of which the spec does not say what it leads to.
 *
 * @param context the context that it belongs to
 * @param command as the spec has it: it emits nothing, or one of several events
 * @param overrides where the team's code says it; empty as well where nobody looked
 * @param isOverridden whether the team's code says it in full: a command that makes what is absent
 *     is decided about twice
 */
public record UndecidedCommand(
        String context, CommandModel command, List<SourceSpan> overrides, boolean isOverridden) {

    /** Takes a copy of the places. */
    public UndecidedCommand {
        overrides = List.copyOf(overrides);
    }

    /** The events of which it emits one, the first until the team decides; none at all. */
    public List<String> events() {
        return command.emission().events().stream().map(EmittedEvent::event).toList();
    }
}
