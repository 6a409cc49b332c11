package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.Effects.Assignment;
import io.contextmill.model.FieldModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An aggregate or a row with values.
 *
 * @param fields its fields without the identity
 * @param values expressions for them, in their order
 */
public record SampleState(List<FieldModel> fields, List<CodeBlock> values) {

    /** Takes copies of the lists. */
    public SampleState {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
    }

    /** An expression that makes it. */
    public CodeBlock java(TypeName type, CodeBlock id) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(id));
        arguments.addAll(values);
        return CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "));
    }

    /** The value of a field. */
    public CodeBlock value(FieldModel field) {
        return values.get(fields.indexOf(field));
    }

    /** The same with another value of a field. */
    public SampleState with(FieldModel field, CodeBlock value) {
        List<CodeBlock> changed = new ArrayList<>(values);
        changed.set(fields.indexOf(field), value);
        return new SampleState(fields, changed);
    }

    /** What assignments make of it. */
    SampleState with(List<Assignment> assignments, Function<Assignment, CodeBlock> value) {
        Map<String, CodeBlock> changed = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            changed.put(fields.get(i).name(), values.get(i));
        }
        assignments.forEach(
                assignment -> changed.put(assignment.field().name(), value.apply(assignment)));
        return new SampleState(fields, List.copyOf(changed.values()));
    }
}
