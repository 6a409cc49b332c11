package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.CommandModel.Condition;
import io.contextmill.model.ExpressionScope.Message;
import io.contextmill.model.Type.IdType;
import io.contextmill.spec.ContextSpec.AggregateSpec;
import io.contextmill.spec.ContextSpec.CommandSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.ContextSpec.GuardSpec;
import io.contextmill.spec.ContextSpec.SetSpec;
import io.contextmill.spec.ExpressionSpec;
import io.contextmill.spec.Text;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what a spec says in expressions: guards, what events set, and invariants. */
final class BehaviourLinker {
    private final ExpressionCompiler expressions;
    private final Hints hints;
    private final List<Diagnostic> findings;

    BehaviourLinker(ExpressionCompiler expressions, Hints hints, List<Diagnostic> findings) {
        this.expressions = expressions;
        this.hints = hints;
        this.findings = findings;
    }

    /**
     * What must hold for a command.
     *
     * @param state the fields of the aggregate; absent for a command that always makes one
     */
    List<Guard> guards(
            CommandSpec command,
            List<FieldModel> fields,
            Optional<List<FieldModel>> state,
            IdType id) {
        ExpressionScope scope =
                ExpressionScope.ofCommand(state, message(command.name(), fields, id));
        return guards(command.guards(), scope, false);
    }

    /** What always holds for an aggregate. */
    List<Guard> invariants(AggregateSpec aggregate, List<FieldModel> fields) {
        return guards(aggregate.invariants(), ExpressionScope.ofState(fields), true);
    }

    /** The name of the rejection where an invariant does not hold. */
    static String rejection(String invariant) {
        return Words.of(invariant).pascal() + "Violated";
    }

    private List<Guard> guards(List<GuardSpec> written, ExpressionScope scope, boolean invariants) {
        List<Guard> guards = new ArrayList<>();
        for (GuardSpec guard : written) {
            String name = guard.name().value();
            expressions
                    .condition(guard.holds(), scope)
                    .ifPresent(
                            holds ->
                                    guards.add(
                                            new Guard(
                                                    name,
                                                    invariants ? rejection(name) : name,
                                                    guard.holds().text(),
                                                    holds,
                                                    guard.holds().span())));
        }
        return guards;
    }

    /**
     * What an event computes.
     *
     * @param state the fields of the aggregate
     * @param fields those of the event
     * @param begins whether there may be no state before it
     */
    List<Computed> sets(
            EventSpec event,
            List<FieldModel> state,
            List<FieldModel> fields,
            Optional<Lifecycle> lifecycle,
            IdType id,
            boolean begins) {
        ExpressionScope scope =
                ExpressionScope.ofHappening(
                        begins ? Optional.empty() : Optional.of(state),
                        message(event.name(), fields, id));
        return computed(event.sets(), id.aggregate(), state, scope, lifecycle);
    }

    /**
     * What is computed of an earlier form of an event for the fields that it has now.
     *
     * @param fields what the earlier form carried
     */
    List<Computed> upcast(
            List<SetSpec> written, EventModel event, List<FieldModel> fields, IdType id) {
        Message earlier = new Message(event.name(), identity(id), fields);
        return computed(
                written,
                event.name(),
                event.fields(),
                ExpressionScope.ofEvent(Optional.empty(), earlier),
                Optional.empty());
    }

    /**
     * What an event computes for the row of a read model.
     *
     * @param columns the fields of the row
     * @param happened the identity of what the event happened to
     * @param lifecycle of the aggregate that the row is about, if the event is one of its own
     * @param begins whether there is no row before it
     */
    List<Computed> projection(
            List<SetSpec> written,
            String readModel,
            List<FieldModel> columns,
            EventModel event,
            IdType happened,
            Optional<Lifecycle> lifecycle,
            boolean begins) {
        ExpressionScope scope =
                ExpressionScope.ofEvent(
                        begins ? Optional.empty() : Optional.of(columns),
                        new Message(event.name(), identity(happened), event.fields()));
        return computed(
                written,
                readModel,
                columns,
                scope,
                lifecycle.filter(cycle -> event.to().isPresent()));
    }

    /**
     * What the fields of an event are filled with when a command emits it.
     *
     * @param scope what its expressions see
     */
    List<Computed> with(
            List<SetSpec> written,
            EventModel event,
            ExpressionScope scope,
            Optional<Lifecycle> lifecycle) {
        return computed(
                written,
                event.name(),
                event.fields(),
                scope,
                lifecycle.filter(cycle -> event.to().isPresent()));
    }

    /**
     * What must hold for one of several alternatives.
     *
     * @param scope what its expression sees
     */
    Optional<Condition> alternative(ExpressionSpec written, ExpressionScope scope) {
        return expressions
                .condition(written, scope)
                .map(holds -> new Condition(written.text(), holds, written.span()));
    }

    private List<Computed> computed(
            List<SetSpec> written,
            String owner,
            List<FieldModel> fields,
            ExpressionScope scope,
            Optional<Lifecycle> lifecycle) {
        List<Computed> computed = new ArrayList<>();
        for (SetSpec set : written) {
            Text name = set.field();
            Optional<FieldModel> target =
                    fields.stream().filter(field -> field.name().equals(name.value())).findFirst();
            if (target.isEmpty()) {
                findings.add(
                        hints.unknownIn(
                                owner,
                                ReferenceRules.UNKNOWN_FIELD,
                                name,
                                "field",
                                fields.stream().map(FieldModel::name).toList()));
            } else if (lifecycle.filter(cycle -> cycle.field().equals(name.value())).isPresent()) {
                findings.add(
                        LinkRules.LIFECYCLE_SET.at(
                                name.span(),
                                quoted(name.value())
                                        + " is the field of the lifecycle, which only `to` moves",
                                "say `to:` and the state"));
            } else {
                expressions
                        .value(set.value(), scope, target.get())
                        .ifPresent(
                                value ->
                                        computed.add(
                                                new Computed(
                                                        name.value(),
                                                        set.value().text(),
                                                        value,
                                                        set.value().span())));
            }
        }
        return computed;
    }

    /** What a command or an event is for expressions. */
    static Message message(Text name, List<FieldModel> fields, IdType id) {
        return new Message(name.value(), identity(id), fields);
    }

    private static FieldModel identity(IdType id) {
        return new FieldModel(id.fieldName(), id, false, FieldModel.Limits.NONE, id.origin());
    }
}
