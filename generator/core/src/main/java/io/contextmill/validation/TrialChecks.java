package io.contextmill.validation;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Condition;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.Computed;
import io.contextmill.model.ContextModel;
import io.contextmill.model.EventModel;
import io.contextmill.model.EventModel.EarlierForm;
import io.contextmill.model.Expression;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Guard;
import io.contextmill.model.ReadModel;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.model.ScenarioModel;
import io.contextmill.model.Type.Scalar;
import io.contextmill.trial.NumberedText;
import io.contextmill.trial.Overflows;
import io.contextmill.trial.ScenarioSearch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Checks of what comes out where fields have values. */
final class TrialChecks {
    private TrialChecks() {}

    static void overflows(ContextModel context, Consumer<Diagnostic> found) {
        for (AggregateModel aggregate : context.aggregates()) {
            guards(aggregate.invariants(), found);
            aggregate.commands().forEach(command -> overflows(aggregate, command, found));
            for (EventModel event : aggregate.events()) {
                values(event.sets(), aggregate.fields(), found);
                for (EarlierForm form : event.earlier()) {
                    values(form.sets(), event.fields(), found);
                }
            }
        }
        for (ReadModel readModel : context.readModels()) {
            for (Projection projection : readModel.projections()) {
                values(projection.sets(), readModel.fields(), found);
            }
        }
    }

    private static void overflows(
            AggregateModel aggregate, CommandModel command, Consumer<Diagnostic> found) {
        guards(command.guards(), found);
        for (EmittedEvent emitted : command.emission().events()) {
            emitted.condition()
                    .ifPresent(
                            (Condition condition) ->
                                    check(
                                            condition.holds(),
                                            Optional.empty(),
                                            condition.origin(),
                                            found));
            values(emitted.computed(), aggregate.event(emitted.event()).fields(), found);
        }
    }

    private static void guards(List<Guard> guards, Consumer<Diagnostic> found) {
        guards.forEach(guard -> check(guard.holds(), Optional.empty(), guard.origin(), found));
    }

    private static void values(
            List<Computed> values, List<FieldModel> fields, Consumer<Diagnostic> found) {
        for (Computed value : values) {
            Optional<FieldModel> target =
                    fields.stream().filter(field -> field.name().equals(value.field())).findFirst();
            check(value.value(), target, value.origin(), found);
        }
    }

    private static void check(
            Expression expression,
            Optional<FieldModel> target,
            SourceSpan origin,
            Consumer<Diagnostic> found) {
        if (Overflows.always(expression, target)) {
            found.accept(
                    TrialRules.EXPRESSION_OVERFLOWS.at(
                            origin,
                            "a number is too large here, whatever this is computed of",
                            "use smaller numbers: "
                                    + target.map(field -> field.type().word())
                                            .filter(word -> word.equals("int"))
                                            .map(word -> quoted(word) + " has 32 bits")
                                            .orElse("whole numbers have 64 bits")));
        }
    }

    static void scenarios(ContextModel context, Consumer<Diagnostic> found) {
        for (ScenarioModel scenario : context.scenarios()) {
            AggregateModel aggregate = context.aggregate(scenario.aggregate());
            if (new ScenarioSearch(aggregate, scenario).find().isEmpty()) {
                found.accept(
                        TrialRules.SCENARIO_WITHOUT_SAMPLES.at(
                                scenario.origin(),
                                "no values were found with which "
                                        + quoted(scenario.when().name())
                                        + " comes out like that",
                                "say the values that matter, or change what is expected"));
            }
        }
    }

    static void uniqueTexts(ContextModel context, Consumer<Diagnostic> found) {
        for (AggregateModel aggregate : context.aggregates()) {
            Stream.concat(
                            Stream.of(aggregate.id().value()),
                            aggregate.fields().stream()
                                    .filter(field -> aggregate.unique().contains(field.name())))
                    .map(FieldModel::plain)
                    .filter(field -> field.type() == Scalar.STRING)
                    .filter(field -> NumberedText.of(field).count() < NumberedText.ENOUGH)
                    .forEach(field -> found.accept(tooFew(field)));
        }
    }

    private static Diagnostic tooFew(FieldModel field) {
        return TrialRules.TOO_FEW_TEXTS.at(
                field.origin(),
                "no "
                        + NumberedText.ENOUGH
                        + " texts were found that "
                        + quoted(field.limits().pattern().orElseThrow())
                        + " matches",
                "leave more digits or letters open, side by side, as in"
                        + " `\"string(12) ~ [A-Z]{2}-[0-9]{4}\"`");
    }
}
