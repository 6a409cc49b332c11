package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.model.Effects.Computation;
import io.contextmill.model.FieldModel;
import io.contextmill.trial.AggregateTrial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An aggregate or a row with values.
 *
 * @param fields its fields without the identity
 * @param values expressions for them, in their order
 * @param data their values, by their names, as far as they are there
 */
public record SampleState(
        List<FieldModel> fields, List<CodeBlock> values, Map<String, Object> data) {

    /** Takes copies of the lists. */
    public SampleState {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
        data = Map.copyOf(data);
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
    public SampleState with(FieldModel field, CodeBlock value, Object known) {
        List<CodeBlock> changed = new ArrayList<>(values);
        changed.set(fields.indexOf(field), value);
        Map<String, Object> changedData = new HashMap<>(data);
        changedData.put(field.name(), known);
        return new SampleState(fields, changed, changedData);
    }

    /** The same without a value of a field that may be missing. */
    public SampleState without(FieldModel field) {
        List<CodeBlock> changed = new ArrayList<>(values);
        changed.set(fields.indexOf(field), CodeBlock.of("$T.empty()", Optional.class));
        Map<String, Object> changedData = new HashMap<>(data);
        changedData.remove(field.name());
        return new SampleState(fields, changed, changedData);
    }

    /** What an event makes of it. */
    SampleState after(
            List<Assignment> assignments, SampleEvent event, EffectCode code, Samples samples) {
        Map<String, Object> changedData = AggregateTrial.after(data, assignments, event.data());
        List<CodeBlock> changed = new ArrayList<>(values);
        for (Assignment assignment : assignments) {
            FieldModel field = assignment.field();
            changed.set(
                    fields.indexOf(field),
                    assignment.source() instanceof Computation
                            ? samples.computed(
                                    field, Optional.ofNullable(changedData.get(field.name())))
                            : code.value(assignment, event::value));
        }
        return new SampleState(fields, changed, changedData);
    }
}
