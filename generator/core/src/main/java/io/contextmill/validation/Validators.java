package io.contextmill.validation;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.model.ContextModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.Expression.Read;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import io.contextmill.model.ReadModel;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.model.WorkspaceModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** All checks of a resolved model, each in a method of its own. */
public final class Validators {
    private static final List<Rule> RULES =
            List.of(
                    ofAggregates(ModelRules.EVENT_NEVER_EMITTED, Validators::eventNeverEmitted),
                    ofAggregates(ModelRules.COMMAND_EMITS_NOTHING, Validators::commandEmitsNothing),
                    ofAggregates(
                            ModelRules.AGGREGATE_WITHOUT_COMMAND,
                            Validators::aggregateWithoutCommand),
                    ofAggregates(
                            ModelRules.AGGREGATE_NEVER_CREATED, Validators::aggregateNeverCreated),
                    ofAggregates(
                            ModelRules.ALTERNATIVES_UNDECIDED, Validators::alternativesUndecided),
                    ofAggregates(ModelRules.STATE_UNREACHABLE, Validators::stateUnreachable),
                    ofAggregates(
                            ModelRules.STATE_CARRIED_NOT_MOVED, Validators::stateCarriedNotMoved),
                    ofContexts(
                            ModelRules.READ_MODEL_MISSES_BEGINNING,
                            Validators::readModelMissesBeginning),
                    ofContexts(ModelRules.EVENT_FIELD_NOT_KEPT, Validators::eventFieldNotKept),
                    ofContexts(TrialRules.EXPRESSION_OVERFLOWS, TrialChecks::overflows),
                    ofContexts(TrialRules.SCENARIO_WITHOUT_SAMPLES, TrialChecks::scenarios),
                    ofContexts(TrialRules.TOO_FEW_TEXTS, TrialChecks::uniqueTexts));

    private Validators() {}

    /** What all rules find in a model, in {@link Diagnostic#ORDER}. */
    public static List<Diagnostic> validate(WorkspaceModel model) {
        return RULES.stream()
                .flatMap(rule -> rule.check(model).stream())
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    /** The rules that {@link #validate} runs. */
    public static List<Rule> rules() {
        return RULES;
    }

    private static void eventNeverEmitted(AggregateModel aggregate, Consumer<Diagnostic> found) {
        Set<String> emitted = new LinkedHashSet<>();
        aggregate.commands().stream()
                .flatMap(command -> command.emission().events().stream())
                .map(EmittedEvent::event)
                .forEach(emitted::add);
        for (EventModel event : aggregate.events()) {
            if (!emitted.contains(event.name())) {
                found.accept(
                        ModelRules.EVENT_NEVER_EMITTED.at(
                                event.origin(),
                                "no command emits " + quoted(event.name()),
                                "say `emits: "
                                        + event.name()
                                        + "` on a command of "
                                        + quoted(aggregate.name())));
            }
        }
    }

    private static void eventFieldNotKept(ContextModel context, Consumer<Diagnostic> found) {
        for (AggregateModel aggregate : context.aggregates()) {
            for (EventModel event : aggregate.events()) {
                event.fields().stream()
                        .filter(field -> !event.deletes())
                        .filter(field -> !isKept(field.name(), event, aggregate, context))
                        .forEach(
                                field ->
                                        found.accept(
                                                ModelRules.EVENT_FIELD_NOT_KEPT.at(
                                                        field.origin(),
                                                        "neither "
                                                                + quoted(aggregate.name())
                                                                + " nor a read model keeps "
                                                                + quoted(field.name())
                                                                + " of "
                                                                + quoted(event.name()),
                                                        "say `"
                                                                + field.name()
                                                                + "` under the `fields` of "
                                                                + quoted(aggregate.name()))));
            }
        }
    }

    private static Stream<Projection> projections(EventModel event, ContextModel context) {
        return context.readModels().stream()
                .flatMap(readModel -> readModel.projections().stream())
                .filter(projection -> projection.event().equals(event.name()));
    }

    private static boolean isKept(
            String field, EventModel event, AggregateModel aggregate, ContextModel context) {
        Stream<FieldModel> shown =
                context.readModels().stream()
                        .filter(readModel -> readModel.projects().contains(event.name()))
                        .flatMap(readModel -> readModel.fields().stream());
        boolean isKey =
                projections(event, context)
                        .flatMap(projection -> projection.key().stream())
                        .anyMatch(key -> key.name().equals(field));
        boolean computedWith =
                Stream.concat(
                                event.sets().stream(),
                                projections(event, context)
                                        .flatMap(projection -> projection.sets().stream()))
                        .flatMap(set -> set.value().parts())
                        .anyMatch(
                                part ->
                                        part instanceof Read read
                                                && read.root() == Root.EVENT
                                                && read.field().name().equals(field));
        return computedWith
                || isKey
                || Stream.concat(aggregate.fields().stream(), shown)
                        .anyMatch(kept -> kept.name().equals(field));
    }

    private static void commandEmitsNothing(AggregateModel aggregate, Consumer<Diagnostic> found) {
        for (CommandModel command : aggregate.commands()) {
            if (command.emission().events().isEmpty()) {
                found.accept(
                        ModelRules.COMMAND_EMITS_NOTHING.at(
                                command.origin(),
                                quoted(command.name()) + " emits no event, so that it does nothing",
                                "say `emits:` and an event of " + quoted(aggregate.name())));
            }
        }
    }

    private static void aggregateWithoutCommand(
            AggregateModel aggregate, Consumer<Diagnostic> found) {
        if (aggregate.commands().isEmpty()) {
            found.accept(
                    ModelRules.AGGREGATE_WITHOUT_COMMAND.at(
                            aggregate.origin(),
                            "no command goes to " + quoted(aggregate.name()),
                            "say `aggregate: " + aggregate.name() + "` on a command"));
        }
    }

    private static void aggregateNeverCreated(
            AggregateModel aggregate, Consumer<Diagnostic> found) {
        boolean never =
                aggregate.commands().stream()
                        .allMatch(command -> command.creation() == Creation.NEVER);
        if (never && !aggregate.commands().isEmpty()) {
            found.accept(
                    ModelRules.AGGREGATE_NEVER_CREATED.at(
                            aggregate.origin(),
                            "no command creates " + quoted(aggregate.name()),
                            "say `creates: always` or `creates: ifAbsent` on one of its commands"));
        }
    }

    private static void alternativesUndecided(
            AggregateModel aggregate, Consumer<Diagnostic> found) {
        for (CommandModel command : aggregate.commands()) {
            if (command.emission().alternatives() && !command.emission().isConditional()) {
                found.accept(
                        ModelRules.ALTERNATIVES_UNDECIDED.at(
                                command.origin(),
                                quoted(command.name())
                                        + " emits "
                                        + quoted(command.emission().events().get(0).event())
                                        + " until the behaviour of "
                                        + quoted(aggregate.name())
                                        + " decides otherwise"));
            }
        }
    }

    private static void stateUnreachable(AggregateModel aggregate, Consumer<Diagnostic> found) {
        if (aggregate.lifecycle().isEmpty()) {
            return;
        }
        Lifecycle lifecycle = aggregate.lifecycle().get();
        Set<String> reached = new LinkedHashSet<>();
        reached.add(lifecycle.initial());
        aggregate.events().stream()
                .map(EventModel::to)
                .flatMap(Optional::stream)
                .forEach(reached::add);
        for (String state : lifecycle.states().values()) {
            if (!reached.contains(state)) {
                found.accept(
                        ModelRules.STATE_UNREACHABLE.at(
                                lifecycle.states().origin(),
                                "no event leads "
                                        + quoted(aggregate.name())
                                        + " to "
                                        + quoted(state),
                                "say `to: " + state + "` on an event"));
            }
        }
    }

    private static void stateCarriedNotMoved(AggregateModel aggregate, Consumer<Diagnostic> found) {
        if (aggregate.lifecycle().isEmpty()) {
            return;
        }
        String field = aggregate.lifecycle().get().field();
        for (CommandModel command : aggregate.commands()) {
            for (EmittedEvent emitted : command.emission().events()) {
                if (emitted.sources().contains(new FieldSource.FromCommand(field))) {
                    found.accept(
                            ModelRules.STATE_CARRIED_NOT_MOVED.at(
                                    aggregate.event(emitted.event()).origin(),
                                    quoted(emitted.event())
                                            + " carries "
                                            + quoted(field)
                                            + " from "
                                            + quoted(command.name())
                                            + " and does not move "
                                            + quoted(aggregate.name()),
                                    "say `to:` on the event, one event for each state"));
                }
            }
        }
    }

    private static void readModelMissesBeginning(ContextModel context, Consumer<Diagnostic> found) {
        for (ReadModel readModel : context.readModels()) {
            List<String> missing =
                    context.aggregate(readModel.aggregate()).events().stream()
                            .filter(EventModel::creates)
                            .map(EventModel::name)
                            .filter(event -> !readModel.projects().contains(event))
                            .toList();
            if (!missing.isEmpty()) {
                found.accept(
                        ModelRules.READ_MODEL_MISSES_BEGINNING.at(
                                readModel.origin(),
                                quoted(readModel.name())
                                        + " does not project "
                                        + quoted(missing.get(0))
                                        + ", which makes "
                                        + quoted(readModel.aggregate()),
                                "add it to `projects`"));
            }
        }
    }

    private static Rule ofAggregates(
            RuleDescription description, BiConsumer<AggregateModel, Consumer<Diagnostic>> check) {
        return new ModelRule<>(
                description,
                model ->
                        model.contexts().stream().flatMap(context -> context.aggregates().stream()),
                check);
    }

    private static Rule ofContexts(
            RuleDescription description, BiConsumer<ContextModel, Consumer<Diagnostic>> check) {
        return new ModelRule<>(description, model -> model.contexts().stream(), check);
    }

    /** A rule that looks at one kind of thing at a time. */
    private record ModelRule<T>(
            RuleDescription description,
            Function<WorkspaceModel, Stream<T>> things,
            BiConsumer<T, Consumer<Diagnostic>> check)
            implements Rule {
        @Override
        public List<Diagnostic> check(WorkspaceModel model) {
            List<Diagnostic> found = new ArrayList<>();
            things.apply(model).forEach(thing -> check.accept(thing, found::add));
            return found;
        }
    }
}
