package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel.Creation;
import java.util.List;
import java.util.Optional;

/**
 * Whether the events of one aggregate can make its state: fields of the same name are copied, and
 * some must be there.
 */
final class StateChecks {
    private final AggregateModel aggregate;
    private final List<Diagnostic> findings;

    StateChecks(AggregateModel aggregate, List<Diagnostic> findings) {
        this.aggregate = aggregate;
        this.findings = findings;
    }

    void check() {
        for (EventModel event : aggregate.events()) {
            aggregate.fields().forEach(field -> check(event, field));
        }
    }

    private void check(EventModel event, FieldModel field) {
        if (event.sets().stream().anyMatch(set -> set.field().equals(field.name()))) {
            return;
        }
        Optional<FieldModel> carried =
                event.fields().stream().filter(own -> own.name().equals(field.name())).findFirst();
        if (isLifecycle(field)) {
            carried.filter(own -> !own.type().equals(field.type()))
                    .ifPresent(own -> mismatch(event, own, field, "the types differ"));
            return;
        }
        if (carried.isPresent()) {
            FieldFit.problem(carried.get(), field)
                    .ifPresent(problem -> mismatch(event, carried.get(), field, problem));
        } else if (event.creates() && !field.mayBeLeftOut()) {
            Diagnostic finding =
                    LinkRules.FIELD_NEVER_SET
                            .at(
                                    field.origin(),
                                    quoted(event.name())
                                            + " makes "
                                            + quoted(aggregate.name())
                                            + " without its required "
                                            + quoted(field.name()),
                                    "give the event a field "
                                            + quoted(field.name())
                                            + " of the same type, or make this"
                                            + " one optional with `?`")
                            .relatedTo(event.origin(), "the event is declared here");
            findings.add(
                    making(event)
                            .map(command -> finding.relatedTo(command.origin(), why(command)))
                            .orElse(finding));
        }
    }

    /** The first command that begins the aggregate with an event. */
    private Optional<CommandModel> making(EventModel event) {
        return aggregate.commands().stream()
                .filter(command -> command.creation() != Creation.NEVER)
                .filter(
                        command ->
                                command.emission().events().stream()
                                        .anyMatch(emitted -> emitted.event().equals(event.name())))
                .findFirst();
    }

    private static String why(CommandModel command) {
        return quoted(command.name())
                + (command.creation() == Creation.ALWAYS
                        ? " makes one each time"
                        : " makes one if there is none")
                + "; say `creates: never` if it should not";
    }

    private boolean isLifecycle(FieldModel field) {
        return aggregate.lifecycle().map(Lifecycle::field).filter(field.name()::equals).isPresent();
    }

    private void mismatch(EventModel event, FieldModel own, FieldModel field, String problem) {
        findings.add(
                TypeRules.TYPE_MISMATCH
                        .at(
                                own.origin(),
                                quoted(event.name() + "." + own.name())
                                        + " cannot be copied to "
                                        + quoted(aggregate.name() + "." + field.name())
                                        + ": "
                                        + problem,
                                "give both the same type")
                        .relatedTo(field.origin(), "the aggregate's field is declared here"));
    }
}
