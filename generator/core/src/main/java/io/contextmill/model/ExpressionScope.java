package io.contextmill.model;

import io.contextmill.model.Expression.Root;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an expression can name, beside the values of enums.
 *
 * @param state the fields of the aggregate, each by its name; absent where there is no aggregate
 * @param command what {@code command} has
 * @param event what {@code event} has
 * @param now what stands for the moment; absent where it cannot be asked for
 */
record ExpressionScope(
        Optional<List<FieldModel>> state,
        Optional<Message> command,
        Optional<Message> event,
        Optional<Expression> now) {

    /** A command or event: its identity and its fields. */
    record Message(String name, FieldModel identity, List<FieldModel> fields) {
        Message {
            fields = List.copyOf(fields);
        }

        /** The field of that name, the identity included. */
        Optional<FieldModel> field(String wanted) {
            if (identity.name().equals(wanted)) {
                return Optional.of(identity);
            }
            return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
        }

        /** The names of all fields. */
        List<String> names() {
            return Stream.concat(Stream.of(identity.name()), fields.stream().map(FieldModel::name))
                    .toList();
        }
    }

    /** What holds in a state. */
    static ExpressionScope ofState(List<FieldModel> state) {
        return new ExpressionScope(
                Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What a command is decided by. */
    static ExpressionScope ofCommand(Optional<List<FieldModel>> state, Message command) {
        return new ExpressionScope(
                state, Optional.of(command), Optional.empty(), Optional.of(new Expression.Now()));
    }

    /** What an event changes a state by: its moment is what it carries. */
    static ExpressionScope ofHappening(Optional<List<FieldModel>> state, Message event) {
        Optional<Expression> moment =
                event.field(Moments.FIELD)
                        .map(field -> new Expression.Read(Root.EVENT, field, false));
        return new ExpressionScope(state, Optional.empty(), Optional.of(event), moment);
    }

    /** What an event changes something else by. */
    static ExpressionScope ofEvent(Optional<List<FieldModel>> state, Message event) {
        return new ExpressionScope(state, Optional.empty(), Optional.of(event), Optional.empty());
    }
}
