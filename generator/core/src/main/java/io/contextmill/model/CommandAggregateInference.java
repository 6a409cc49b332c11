package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.Text;
import java.util.List;

/**
 * Rule 1: a command that names no aggregate goes to the one that {@link AggregateByName} finds in
 * its name.
 */
final class CommandAggregateInference implements InferenceRule {
    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        AggregateByName aggregates = new AggregateByName(spec);
        return spec.withCommands(
                spec.commands().stream()
                        .map(
                                command ->
                                        command.aggregate().isPresent()
                                                ? command
                                                : complete(command, aggregates, findings))
                        .toList());
    }

    private static CommandSpec complete(
            CommandSpec command, AggregateByName aggregates, List<Diagnostic> findings) {
        Text name = command.name();
        var choice = aggregates.ofVerbAndNoun(name.value());
        if (choice.isEmpty()) {
            // The linker reports a command without an aggregate.
            return command;
        }
        String aggregate = choice.get().aggregate();
        String message =
                quoted(name.value())
                        + " goes to "
                        + quoted(aggregate)
                        + ", "
                        + choice.get().reason();
        findings.add(
                choice.get().guess()
                        ? InferenceRules.GUESSED_AGGREGATE.at(
                                name.span(),
                                message + "; that is a guess",
                                "say `aggregate: "
                                        + aggregate
                                        + "` on the command, or which other one it is")
                        : InferenceRules.COMMAND_AGGREGATE.at(name.span(), message));
        return command.withAggregate(new Text(aggregate, name.span()));
    }
}
