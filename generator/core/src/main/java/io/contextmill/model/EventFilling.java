package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.spec.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the fields of an event come from, when one command emits it.
 *
 * <p>The field of the lifecycle takes the state that the event leads to. Any other takes what the
 * spec computes {@code with} it; else the command's field of the same name; else the aggregate's
 * before the event, where there surely is one: not for an event with which a command may make its
 * aggregate; else its default. An optional field that has none of these stays missing.
 */
final class EventFilling {
    private final Text command;
    private final List<FieldModel> commandFields;
    private final List<FieldModel> stateFields;
    private final Optional<Lifecycle> lifecycle;
    private final boolean stateExists;
    private final Set<String> said;
    private final List<Computed> computed;
    private final List<Diagnostic> findings;

    /**
     * @param stateExists whether there surely is an aggregate before the event
     * @param said the fields of which the spec says what they are filled with
     * @param computed what these are filled with, as far as it could be understood
     */
    EventFilling(
            Text command,
            List<FieldModel> commandFields,
            List<FieldModel> stateFields,
            Optional<Lifecycle> lifecycle,
            boolean stateExists,
            Set<String> said,
            List<Computed> computed,
            List<Diagnostic> findings) {
        this.command = command;
        this.commandFields = commandFields;
        this.stateFields = stateFields;
        this.lifecycle = lifecycle;
        this.stateExists = stateExists;
        this.said = said;
        this.computed = computed;
        this.findings = findings;
    }

    /** One source for each field of the event that has one; whatever has none is reported. */
    List<FieldSource> sources(EventModel event) {
        List<FieldSource> sources = new ArrayList<>();
        for (FieldModel field : event.fields()) {
            source(event, field).ifPresent(sources::add);
        }
        return sources;
    }

    private Optional<FieldSource> source(EventModel event, FieldModel field) {
        String name = field.name();
        if (event.to().isPresent()
                && lifecycle.filter(cycle -> cycle.field().equals(name)).isPresent()) {
            return Optional.of(new FieldSource.FromTransition(name, event.to().get()));
        }
        if (said.contains(name)) {
            return computed.stream()
                    .filter(value -> value.field().equals(name))
                    .findFirst()
                    .map(FieldSource.FromExpression::new);
        }
        Optional<FieldModel> fromCommand = named(commandFields, name);
        if (fromCommand.isPresent()) {
            checkFits(fromCommand.get(), field, quoted(command.value() + "." + name), event);
            return Optional.of(new FieldSource.FromCommand(name));
        }
        Optional<FieldModel> fromState = named(stateFields, name);
        if (fromState.isPresent() && stateExists) {
            checkFits(fromState.get(), field, quoted(event.aggregate() + "." + name), event);
            return Optional.of(new FieldSource.FromState(name));
        }
        Optional<Expression> byDefault = Defaults.of(field);
        if (byDefault.isPresent()) {
            return Optional.of(
                    new FieldSource.FromExpression(
                            new Computed(
                                    name,
                                    field.defaultValue().orElseThrow(),
                                    byDefault.get(),
                                    field.origin())));
        }
        if (field.optional()) {
            return Optional.of(new FieldSource.Missing(name));
        }
        String hint = "give the command a field " + quoted(name) + " of the same type";
        findings.add(
                LinkRules.FIELD_WITHOUT_SOURCE
                        .at(
                                field.origin(),
                                "nothing fills "
                                        + quoted(event.name() + "." + name)
                                        + " when "
                                        + quoted(command.value())
                                        + " emits it"
                                        + (fromState.isPresent()
                                                ? ": before an aggregate is made it has no "
                                                        + quoted(name)
                                                : ""),
                                fromState.isPresent()
                                        ? hint
                                        : hint + ", or the aggregate one that is set earlier")
                        .relatedTo(command.span(), "the command is declared here"));
        return Optional.empty();
    }

    private void checkFits(FieldModel source, FieldModel field, String what, EventModel event) {
        FieldFit.problem(source, field)
                .ifPresent(
                        problem ->
                                findings.add(
                                        TypeRules.TYPE_MISMATCH
                                                .at(
                                                        field.origin(),
                                                        what
                                                                + " cannot fill "
                                                                + quoted(
                                                                        event.name()
                                                                                + "."
                                                                                + field.name())
                                                                + ": "
                                                                + problem,
                                                        "give both the same type")
                                                .relatedTo(
                                                        source.origin(),
                                                        "the other field is declared here")));
    }

    private static Optional<FieldModel> named(List<FieldModel> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
