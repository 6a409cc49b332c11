package io.contextmill.emitters.java;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.EmittedEvent;
import io.contextmill.model.CommandModel.FieldSource;
import io.contextmill.model.CommandModel.FieldSource.FromCommand;
import io.contextmill.model.CommandModel.FieldSource.FromExpression;
import io.contextmill.model.CommandModel.FieldSource.FromState;
import io.contextmill.model.CommandModel.FieldSource.FromTransition;
import io.contextmill.model.EventModel;
import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The event that a command leads to, as an expression: each field is filled from where the model
 * says.
 */
public final class EventValues {
    private final AggregateTypes aggregate;
    private final CommandModel command;
    private final Function<FieldModel, CodeBlock> commandValue;
    private final Function<FieldModel, CodeBlock> stateValue;
    private final BiFunction<FieldModel, Expression, CodeBlock> computed;

    /**
     * Expressions for what one command leads to.
     *
     * @param commandValue the value of a field of the command
     * @param stateValue the value of a field of the aggregate before the event
     * @param computed the value that a field of the event gets by an expression
     */
    public EventValues(
            AggregateTypes aggregate,
            CommandModel command,
            Function<FieldModel, CodeBlock> commandValue,
            Function<FieldModel, CodeBlock> stateValue,
            BiFunction<FieldModel, Expression, CodeBlock> computed) {
        this.aggregate = aggregate;
        this.command = command;
        this.commandValue = commandValue;
        this.stateValue = stateValue;
        this.computed = computed;
    }

    /** Expressions for where the command and the aggregate are variables. */
    public static EventValues inFactory(AggregateTypes aggregate, CommandModel command) {
        ExpressionCode expressions =
                new ExpressionCode(
                        aggregate.types(),
                        Map.of(Root.STATE, aggregate.variable(), Root.COMMAND, "command"));
        return new EventValues(
                aggregate,
                command,
                field -> CodeBlock.of("command.$L()", Names.component(field)),
                field -> CodeBlock.of("$L.$L()", aggregate.variable(), Names.stateComponent(field)),
                (field, value) -> expressions.value(value, field));
    }

    /** The event, of the aggregate with that identity. */
    public CodeBlock event(EventModel event, EmittedEvent emitted, CodeBlock id) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(id));
        for (FieldModel field : event.fields()) {
            arguments.add(value(field, emitted));
        }
        return CodeBlock.of(
                "new $T($L)", aggregate.types().event(event), CodeBlock.join(arguments, ", "));
    }

    /** The value that a field of the event gets. */
    public CodeBlock value(FieldModel field, EmittedEvent emitted) {
        FieldSource source =
                emitted.sources().stream()
                        .filter(candidate -> candidate.field().equals(field.name()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no source for " + field.name()));
        if (source instanceof FromTransition transition) {
            CodeBlock constant =
                    new EffectCode(aggregate.types()).constant(field, transition.state());
            return EffectCode.present(constant, field.optional());
        }
        if (source instanceof FromCommand) {
            return filled(field, named(command.fields(), field), commandValue);
        }
        if (source instanceof FromState) {
            return filled(field, named(aggregate.model().fields(), field), stateValue);
        }
        if (source instanceof FromExpression said) {
            return computed.apply(field, said.computed().value());
        }
        return CodeBlock.of("$T.empty()", Optional.class);
    }

    private static CodeBlock filled(
            FieldModel field, FieldModel from, Function<FieldModel, CodeBlock> value) {
        return EffectCode.present(value.apply(from), field.optional() && !from.optional());
    }

    private static FieldModel named(List<FieldModel> fields, FieldModel like) {
        return fields.stream()
                .filter(field -> field.name().equals(like.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + like.name()));
    }
}
