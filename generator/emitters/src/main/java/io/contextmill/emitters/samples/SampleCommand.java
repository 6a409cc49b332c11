package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.model.CommandModel;
import io.contextmill.model.FieldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command with values.
 *
 * @param aggregate what it goes to
 * @param command which one
 * @param values expressions for its fields, by their names
 * @param data their values, by their names, as far as they are there
 */
public record SampleCommand(
        AggregateTypes aggregate,
        CommandModel command,
        Map<String, CodeBlock> values,
        Map<String, Object> data) {

    /** Takes copies of the values. */
    public SampleCommand {
        values = Map.copyOf(values);
        data = Map.copyOf(data);
    }

    /** An expression that makes it, for the aggregate with that identity. */
    public CodeBlock java(CodeBlock id) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(id));
        command.fields().forEach(field -> arguments.add(value(field)));
        return CodeBlock.of(
                "new $T($L)", aggregate.types().command(command), CodeBlock.join(arguments, ", "));
    }

    /** The value of one of its fields. */
    CodeBlock value(FieldModel field) {
        CodeBlock value = values.get(field.name());
        if (value == null) {
            throw new IllegalArgumentException("no value of " + field.name());
        }
        return value;
    }
}
