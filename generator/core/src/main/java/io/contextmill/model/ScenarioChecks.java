package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.model.CommandModel.FieldSource.FromCommand;
import io.contextmill.model.CommandModel.FieldSource.FromExpression;
import io.contextmill.model.CommandModel.FieldSource.FromState;
import io.contextmill.model.CommandModel.FieldSource.FromTransition;
import io.contextmill.model.CommandModel.FieldSource.Missing;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.ScenarioModel.Emitted;
import io.contextmill.model.ScenarioModel.Message;
import io.contextmill.model.ScenarioModel.Plain;
import io.contextmill.model.ScenarioModel.Rejected;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.model.ScenarioModel.Value;
import io.contextmill.spec.ContextSpec.EventsSpec;
import io.contextmill.spec.ContextSpec.MessageSpec;
import io.contextmill.spec.ContextSpec.RejectedSpec;
import io.contextmill.spec.ContextSpec.SaidSpec;
import io.contextmill.spec.ContextSpec.ScenarioSpec;
import io.contextmill.spec.ContextSpec.ValueSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a scenario says what the rest of the spec says, as far as that can be told from names and
 * values alone; the rest is for its test to find.
 */
final class ScenarioChecks {
    private final AggregateModel aggregate;
    private final CommandModel command;
    private final ScenarioModel scenario;
    private final List<Diagnostic> findings;

    ScenarioChecks(
            AggregateModel aggregate,
            CommandModel command,
            ScenarioModel scenario,
            List<Diagnostic> findings) {
        this.aggregate = aggregate;
        this.command = command;
        this.scenario = scenario;
        this.findings = findings;
    }

    void check(ScenarioSpec written) {
        for (int i = 0; i < scenario.given().size(); i++) {
            checkTransition(written.given().get(i), scenario.given().get(i));
        }
        if (scenario.then() instanceof Rejected rejected) {
            checkRejection(rejected.name(), ((RejectedSpec) written.then()).name().span());
        } else {
            checkEvents((Emitted) scenario.then(), (EventsSpec) written.then());
        }
    }

    private void checkRejection(String name, SourceSpan span) {
        Optional<String> certain = certainRejection();
        if (certain.isPresent() && !certain.get().equals(name)) {
            if (certain.get().equals(CommandModel.NOT_DECIDED_YET)
                    && command.rejections().contains(name)) {
                return;
            }
            contradiction(
                    span, quoted(command.name()) + " is rejected as " + quoted(certain.get()));
        } else if (certain.isEmpty() && isOnlyForStates(name)) {
            contradiction(
                    span, quoted(command.name()) + " is accepted " + inState().orElse("there"));
        }
    }

    /** The rejection that the lifecycle, or the lack of any event, leads to. */
    private Optional<String> certainRejection() {
        boolean exists = !scenario.given().isEmpty();
        boolean accepted =
                !exists
                        || command.from().isEmpty()
                        || state().filter(state -> !command.from().contains(state)).isEmpty();
        if (!accepted) {
            return Optional.of(command.rejects().orElse(CommandModel.ILLEGAL_TRANSITION));
        }
        return command.emission().events().isEmpty()
                ? Optional.of(CommandModel.NOT_DECIDED_YET)
                : Optional.empty();
    }

    /** Whether a rejection is that of another state, and no other check of the command has it. */
    private boolean isOnlyForStates(String name) {
        return name.equals(command.rejects().orElse(CommandModel.ILLEGAL_TRANSITION))
                && command.guards().stream().noneMatch(guard -> guard.rejection().equals(name));
    }

    private void checkEvents(Emitted then, EventsSpec written) {
        Optional<String> certain = certainRejection();
        if (certain.isPresent()) {
            contradiction(
                    written.span(),
                    quoted(command.name())
                            + " is rejected as "
                            + quoted(certain.get())
                            + inState().map(state -> " " + state).orElse(""));
            return;
        }
        List<EmittedEvent> emitted = command.emission().events();
        List<String> expected = then.events().stream().map(Message::name).toList();
        List<String> names = emitted.stream().map(EmittedEvent::event).toList();
        if (command.emission().isConditional()) {
            if (expected.size() != 1 || !names.contains(expected.get(0))) {
                contradiction(
                        written.span(),
                        quoted(command.name()) + " emits one of " + Phrases.names(names));
                return;
            }
            emitted =
                    emitted.stream()
                            .filter(event -> event.event().equals(expected.get(0)))
                            .toList();
        } else if (command.emission().alternatives()) {
            if (expected.size() != 1 || !expected.get(0).equals(names.get(0))) {
                contradiction(
                        written.span(),
                        quoted(command.name())
                                + " emits "
                                + quoted(names.get(0))
                                + " until the team decides otherwise, which is for its own tests");
                return;
            }
        } else if (!expected.equals(names)) {
            contradiction(
                    written.span(), quoted(command.name()) + " emits " + Phrases.names(names));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            checkValues(then.events().get(i), emitted.get(i), written.events().get(i));
        }
    }

    private void checkValues(Message event, EmittedEvent emitted, MessageSpec written) {
        for (Said said : event.values()) {
            emitted.sources().stream()
                    .filter(source -> source.field().equals(said.field()))
                    .findFirst()
                    .ifPresent(source -> checkValue(said, source, written));
        }
    }

    private void checkValue(Said said, FieldSource source, MessageSpec written) {
        String field = quoted(written.name().value() + "." + said.field());
        if (source instanceof FromTransition transition) {
            if (!said.value().equals(Optional.of(new Plain(transition.state())))) {
                contradiction(span(written, said), field + " is " + quoted(transition.state()));
            }
        } else if (source instanceof Missing) {
            if (said.value().isPresent()) {
                contradiction(span(written, said), "nothing fills " + field);
            }
        } else if (source instanceof FromCommand) {
            checkSame(said, value(scenario.when(), said.field()), field, command.name(), written);
        } else if (source instanceof FromExpression computed) {
            checkComputed(said, computed, field, written);
        } else if (source instanceof FromState) {
            Optional<Message> last =
                    scenario.given().stream()
                            .filter(event -> carries(event, said.field()))
                            .reduce((earlier, later) -> later);
            last.ifPresent(
                    event ->
                            checkSame(
                                    said,
                                    value(event, said.field()),
                                    field,
                                    event.name(),
                                    written));
        }
    }

    /** A value that is computed of samples is none that a scenario can expect. */
    private void checkComputed(
            Said said, FromExpression source, String field, MessageSpec written) {
        if (source.computed().value().asksForNow()) {
            contradiction(
                    span(written, said), field + " is computed of `now`, of which nothing is said");
            return;
        }
        source.computed()
                .value()
                .parts()
                .flatMap(part -> part instanceof Read read ? Stream.of(read) : Stream.empty())
                .filter(read -> !isSaid(read))
                .findFirst()
                .ifPresent(
                        read ->
                                contradiction(
                                        span(written, said),
                                        field
                                                + " is computed of "
                                                + quoted(
                                                        (read.root() == Root.COMMAND
                                                                        ? command.name()
                                                                        : aggregate.name())
                                                                + "."
                                                                + read.field().name())
                                                + ", of which nothing is said"));
    }

    private boolean isSaid(Read read) {
        String name = read.field().name();
        return read.root() == Root.COMMAND
                ? value(scenario.when(), name).isPresent()
                : scenario.given().stream().anyMatch(event -> value(event, name).isPresent());
    }

    private void checkSame(
            Said said, Optional<Said> origin, String field, String message, MessageSpec written) {
        if (origin.filter(known -> known.value().equals(said.value())).isPresent()) {
            return;
        }
        String source = quoted(message + "." + said.field());
        String value =
                origin.isEmpty()
                        ? "of which nothing is said"
                        : "which is "
                                + origin.get()
                                        .value()
                                        .map(ScenarioChecks::described)
                                        .orElse("missing");
        contradiction(span(written, said), field + " is filled from " + source + ", " + value);
    }

    private static String described(Value value) {
        return value instanceof Plain plain ? quoted(plain.text()) : "another value";
    }

    /** The lifecycle is moved by the event, whatever the event carries. */
    private void checkTransition(MessageSpec written, Message event) {
        Optional<String> to = aggregate.event(event.name()).to();
        Optional<Said> said = aggregate.lifecycle().flatMap(cycle -> value(event, cycle.field()));
        if (to.isPresent() && said.isPresent() && !said.get().value().equals(to.map(Plain::new))) {
            contradiction(
                    span(written, said.get()),
                    quoted(event.name()) + " leads to " + quoted(to.get()));
        }
    }

    private boolean carries(Message event, String field) {
        return aggregate.event(event.name()).fields().stream()
                .anyMatch(own -> own.name().equals(field));
    }

    /** The state of the lifecycle before the command. */
    private Optional<String> state() {
        Optional<String> state = aggregate.lifecycle().map(Lifecycle::initial);
        for (Message event : scenario.given()) {
            Optional<String> before = state;
            state = aggregate.event(event.name()).to().or(() -> before);
        }
        return aggregate.lifecycle().isEmpty() ? Optional.empty() : state;
    }

    private Optional<String> inState() {
        return scenario.given().isEmpty()
                ? Optional.empty()
                : state().map(state -> "when " + quoted(aggregate.name()) + " is " + quoted(state));
    }

    private static Optional<Said> value(Message message, String field) {
        return message.values().stream().filter(said -> said.field().equals(field)).findFirst();
    }

    private static SourceSpan span(MessageSpec written, Said said) {
        ValueSpec value =
                written.values().stream()
                        .filter(known -> known.field().value().equals(said.field()))
                        .findFirst()
                        .orElseThrow();
        return value.value().map(SaidSpec::span).orElse(value.field().span());
    }

    private void contradiction(SourceSpan span, String otherwise) {
        findings.add(
                ScenarioRules.SCENARIO_CONTRADICTS_SPEC.at(
                        span,
                        "by the rest of the spec, " + otherwise,
                        "change the scenario, or what it is about"));
    }
}
