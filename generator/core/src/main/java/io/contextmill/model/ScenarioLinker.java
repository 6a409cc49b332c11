package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.ScenarioModel.Emitted;
import io.contextmill.model.ScenarioModel.Message;
import io.contextmill.model.ScenarioModel.Outcome;
import io.contextmill.model.ScenarioModel.Rejected;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.EventsSpec;
import io.contextmill.spec.ContextSpec.MessageSpec;
import io.contextmill.spec.ContextSpec.OutcomeSpec;
import io.contextmill.spec.ContextSpec.RejectedSpec;
import io.contextmill.spec.ContextSpec.ScenarioSpec;
import io.contextmill.spec.ContextSpec.ValueSpec;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves the scenarios of a context, and checks that they can happen by the rest of the spec. */
final class ScenarioLinker {
    private final ContextSpec spec;
    private final List<AggregateModel> aggregates;
    private final Hints hints;
    private final List<Diagnostic> findings;

    ScenarioLinker(
            ContextSpec spec,
            List<AggregateModel> aggregates,
            Hints hints,
            List<Diagnostic> findings) {
        this.spec = spec;
        this.aggregates = aggregates;
        this.hints = hints;
        this.findings = findings;
    }

    /** Those of which everything is known; what is wrong with any is reported. */
    List<ScenarioModel> scenarios() {
        return spec.scenarios().stream().map(this::scenario).flatMap(Optional::stream).toList();
    }

    private Optional<ScenarioModel> scenario(ScenarioSpec scenario) {
        Optional<CommandModel> command = command(scenario.when().name());
        Optional<AggregateModel> aggregate = command.flatMap(this::aggregate);
        if (command.isEmpty() || aggregate.isEmpty()) {
            scenario.given().forEach(event -> event(event.name()));
            return Optional.empty();
        }
        Optional<List<Message>> given = events(scenario.given(), aggregate.get());
        Message when =
                new Message(
                        command.get().name(),
                        said(scenario.when(), command.get().fields(), aggregate.get()));
        if (given.isEmpty() || !isPossible(scenario, command.get(), aggregate.get())) {
            return Optional.empty();
        }
        Optional<Outcome> then = outcome(scenario.then(), command.get(), aggregate.get());
        if (then.isEmpty()) {
            return Optional.empty();
        }
        ScenarioModel model =
                new ScenarioModel(
                        scenario.name().value(),
                        aggregate.get().name(),
                        given.get(),
                        when,
                        then.get(),
                        scenario.name().span());
        new ScenarioChecks(aggregate.get(), command.get(), model, findings).check(scenario);
        return Optional.of(model);
    }

    private Optional<CommandModel> command(Text name) {
        Optional<CommandModel> command =
                aggregates.stream()
                        .flatMap(aggregate -> aggregate.commands().stream())
                        .filter(known -> known.name().equals(name.value()))
                        .findFirst();
        List<String> declared =
                spec.commands().stream().map(known -> known.name().value()).toList();
        if (command.isEmpty() && !declared.contains(name.value())) {
            findings.add(hints.unknown(ReferenceRules.UNKNOWN_COMMAND, name, "command", declared));
        }
        return command;
    }

    private Optional<AggregateModel> aggregate(CommandModel command) {
        return aggregates.stream()
                .filter(aggregate -> aggregate.name().equals(command.aggregate()))
                .findFirst();
    }

    private Optional<EventModel> event(Text name) {
        Optional<EventModel> event =
                aggregates.stream()
                        .flatMap(aggregate -> aggregate.events().stream())
                        .filter(known -> known.name().equals(name.value()))
                        .findFirst();
        List<String> declared = spec.events().stream().map(known -> known.name().value()).toList();
        if (event.isEmpty() && !declared.contains(name.value())) {
            findings.add(hints.unknown(ReferenceRules.UNKNOWN_EVENT, name, "event", declared));
        }
        return event;
    }

    /** The events with their values; absent if one is not an event of the aggregate. */
    private Optional<List<Message>> events(List<MessageSpec> events, AggregateModel aggregate) {
        List<Message> messages = new ArrayList<>();
        for (MessageSpec message : events) {
            Optional<EventModel> event = event(message.name());
            if (event.isPresent() && !event.get().aggregate().equals(aggregate.name())) {
                findings.add(
                        ScenarioRules.SCENARIO_OF_TWO_AGGREGATES
                                .at(
                                        message.name().span(),
                                        quoted(event.get().name())
                                                + " happens to "
                                                + quoted(event.get().aggregate())
                                                + ", and the scenario is about "
                                                + quoted(aggregate.name()),
                                        "a scenario follows one aggregate: take the event out")
                                .relatedTo(event.get().origin(), "the event is declared here"));
            } else if (event.isPresent()) {
                messages.add(
                        new Message(
                                event.get().name(),
                                said(message, event.get().fields(), aggregate)));
            }
        }
        return messages.size() == events.size() ? Optional.of(messages) : Optional.empty();
    }

    private List<Said> said(
            MessageSpec message, List<FieldModel> fields, AggregateModel aggregate) {
        List<ValueSpec> others = new ArrayList<>();
        for (ValueSpec value : message.values()) {
            String name = value.field().value();
            boolean identity =
                    name.equals(aggregate.id().fieldName())
                            && fields.stream().noneMatch(field -> field.name().equals(name));
            if (identity) {
                findings.add(
                        ReferenceRules.UNKNOWN_FIELD.at(
                                value.field().span(),
                                quoted(name)
                                        + " is the identity of "
                                        + quoted(aggregate.name())
                                        + ", which is the same in all of the scenario",
                                "leave it out"));
            } else {
                others.add(value);
            }
        }
        return new SaidValues(hints, findings).of(message.name().value(), others, fields);
    }

    /** Whether the events can happen in that order, and the command be sent behind them. */
    private boolean isPossible(
            ScenarioSpec scenario, CommandModel command, AggregateModel aggregate) {
        int before = findings.size();
        List<MessageSpec> given = scenario.given();
        for (int i = 0; i < given.size(); i++) {
            Text name = given.get(i).name();
            EventModel event = aggregate.event(name.value());
            if (event.deletes()) {
                impossible(
                        name.span(),
                        quoted(event.name())
                                + " ends "
                                + quoted(aggregate.name())
                                + ": nothing is decided about it behind that",
                        "take it out; every command is rejected then, as `"
                                + aggregate.name()
                                + "NoLongerExists`");
            } else if (i == 0 && !event.creates()) {
                impossible(
                        name.span(),
                        quoted(event.name())
                                + " happens to "
                                + quoted(aggregate.name())
                                + " only where there is one",
                        beginnings(aggregate));
            } else if (i > 0 && !event.changes()) {
                impossible(
                        name.span(),
                        quoted(event.name())
                                + " makes "
                                + quoted(aggregate.name())
                                + ", and there is one already",
                        "take it out");
            }
        }
        Text when = scenario.when().name();
        if (given.isEmpty() && command.creation() == Creation.NEVER) {
            impossible(
                    when.span(),
                    quoted(command.name())
                            + " goes to "
                            + quoted(aggregate.name())
                            + " that exists, and nothing is given",
                    beginnings(aggregate));
        } else if (!given.isEmpty() && command.creation() == Creation.ALWAYS) {
            impossible(
                    given.get(0).name().span(),
                    quoted(command.name())
                            + " makes "
                            + quoted(aggregate.name())
                            + ", to which nothing can have happened before",
                    "take `given` out");
        }
        return findings.size() == before;
    }

    private static String beginnings(AggregateModel aggregate) {
        List<String> beginnings =
                aggregate.events().stream()
                        .filter(EventModel::creates)
                        .map(EventModel::name)
                        .toList();
        return beginnings.isEmpty()
                ? "say `creates:` on a command of " + quoted(aggregate.name())
                : "begin `given` with " + Phrases.names(beginnings);
    }

    private void impossible(SourceSpan span, String message, String hint) {
        findings.add(ScenarioRules.SCENARIO_IMPOSSIBLE.at(span, message, hint));
    }

    private Optional<Outcome> outcome(
            OutcomeSpec outcome, CommandModel command, AggregateModel aggregate) {
        if (outcome instanceof EventsSpec events) {
            return events(events.events(), aggregate).map(Emitted::new);
        }
        Text name = ((RejectedSpec) outcome).name();
        Set<String> known = rejections(command);
        if (!known.contains(name.value())) {
            findings.add(
                    known.isEmpty()
                            ? ReferenceRules.UNKNOWN_REJECTION.at(
                                    name.span(),
                                    "nothing rejects " + quoted(command.name()),
                                    "say in which states it is accepted, as in `from: [PENDING]`")
                            : hints.unknownIn(
                                    command.name(),
                                    ReferenceRules.UNKNOWN_REJECTION,
                                    name,
                                    "rejection",
                                    known));
            return Optional.empty();
        }
        return Optional.of(new Rejected(name.value()));
    }

    /** What a decision about a command can be rejected with. */
    private static Set<String> rejections(CommandModel command) {
        Set<String> names = new LinkedHashSet<>(command.rejections());
        if (command.hasIllegalTransitions()) {
            names.add(CommandModel.ILLEGAL_TRANSITION);
        }
        if (command.emission().events().isEmpty()) {
            names.add(CommandModel.NOT_DECIDED_YET);
        }
        return names;
    }
}
