package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An event with values.
 *
 * @param aggregate what it happens to
 * @param event which one
 * @param values expressions for its fields, by their names
 * @param data their values, by their names, as far as they are there
 */
public record SampleEvent(
        AggregateTypes aggregate,
        EventModel event,
        Map<String, CodeBlock> values,
        Map<String, Object> data) {

    /** Takes copies of the values. */
    public SampleEvent {
        values = Map.copyOf(values);
        data = Map.copyOf(data);
    }

    /** An expression that makes it. */
    public CodeBlock java(CodeBlock id) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(id));
        event.fields().forEach(field -> arguments.add(value(field)));
        return CodeBlock.of(
                "new $T($L)", aggregate.types().event(event), CodeBlock.join(arguments, ", "));
    }

    /** The same with other values of the fields that no two aggregates have in common. */
    public SampleEvent withUnique(Function<FieldModel, CodeBlock> unique) {
        Map<String, CodeBlock> changed = new LinkedHashMap<>(values);
        aggregate.uniqueIn(event).forEach(field -> changed.put(field.name(), unique.apply(field)));
        return new SampleEvent(aggregate, event, changed, data);
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
