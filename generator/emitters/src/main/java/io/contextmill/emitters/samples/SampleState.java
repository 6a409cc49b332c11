package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.Effects;
import io.contextmill.emitters.java.Effects.Assignment;
import io.contextmill.emitters.java.Effects.Computation;
import io.contextmill.emitters.java.Effects.Copy;
import io.contextmill.emitters.java.Effects.Source;
import io.contextmill.model.Evaluation;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
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
        Evaluation before =
                Evaluation.empty().with(Root.STATE, data).with(Root.EVENT, event.data());
        List<CodeBlock> changed = new ArrayList<>(values);
        Map<String, Object> changedData = new HashMap<>(data);
        for (Assignment assignment : assignments) {
            FieldModel field = assignment.field();
            Optional<Object> value = value(assignment, event, before);
            changed.set(
                    fields.indexOf(field),
                    assignment.source() instanceof Computation
                            ? samples.computed(field, value)
                            : code.value(assignment, event::value));
            changedData.remove(field.name());
            value.ifPresent(known -> changedData.put(field.name(), known));
        }
        return new SampleState(fields, changed, changedData);
    }

    private static Optional<Object> value(
            Assignment assignment, SampleEvent event, Evaluation before) {
        Source source = assignment.source();
        if (source instanceof Computation computation) {
            return before.value(computation.value(), assignment.field());
        }
        if (source instanceof Effects.State state) {
            return Optional.of(state.value());
        }
        return source instanceof Copy copy
                ? Optional.ofNullable(event.data().get(copy.from().name()))
                : Optional.empty();
    }
}
