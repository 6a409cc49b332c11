package io.contextmill.emitters.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.model.Effects.Computation;
import io.contextmill.model.Effects.Copy;
import io.contextmill.model.Effects.Source;
import io.contextmill.model.Effects.State;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an event does to fields, as Java. */
public final class EffectCode {
    /** What stands for the event where the code is one of its own methods. */
    public static final String THIS = "this";

    private final ContextTypes types;

    /** Code for a context. */
    public EffectCode(ContextTypes types) {
        this.types = types;
    }

    /**
     * A new value that an event begins.
     *
     * @param type the record
     * @param id the identity
     * @param values what all other components get
     * @param event the variable that holds the event
     */
    public CodeBlock creation(TypeName type, CodeBlock id, List<Assignment> values, String event) {
        List<CodeBlock> arguments = new ArrayList<>(List.of(id));
        ExpressionCode expressions = new ExpressionCode(types, Map.of(Root.EVENT, event));
        values.forEach(value -> arguments.add(value(value, event, expressions)));
        return CodeBlock.of("new $T($L)", type, CodeBlock.join(arguments, ", "));
    }

    /**
     * A value that an event has changed.
     *
     * @param before the variable that holds the value before
     * @param changes what some components get
     * @param event the variable that holds the event
     * @param component what a component is called
     */
    public CodeBlock change(
            String before,
            List<Assignment> changes,
            String event,
            Function<FieldModel, String> component) {
        ExpressionCode expressions =
                new ExpressionCode(types, Map.of(Root.STATE, before, Root.EVENT, event), component);
        CodeBlock.Builder code = CodeBlock.builder().add("$L", before);
        for (Assignment change : changes) {
            code.add(
                    ".with$L($L)",
                    Phrases.capitalised(component.apply(change.field())),
                    value(change, event, expressions));
        }
        return code.build();
    }

    private CodeBlock value(Assignment assignment, String event, ExpressionCode expressions) {
        return assignment.source() instanceof Computation computation
                ? expressions.value(computation.value(), assignment.field())
                : value(assignment, field -> ExpressionCode.part(event, Names.component(field)));
    }

    /** The value that a field gets without being computed. */
    public CodeBlock value(Assignment assignment, Function<FieldModel, CodeBlock> carried) {
        FieldModel field = assignment.field();
        Source source = assignment.source();
        if (source instanceof State state) {
            return present(constant(field, state.value()), field.optional());
        }
        if (source instanceof Copy copy) {
            return present(carried.apply(copy.from()), field.optional() && !copy.from().optional());
        }
        return CodeBlock.of("$T.empty()", Optional.class);
    }

    /** A constant of the enum that a field has as its type. */
    public CodeBlock constant(FieldModel field, String value) {
        return CodeBlock.of("$T.$L", types.type(field.type()), Names.constant(value));
    }

    /** A value, as an {@code Optional} where one is wanted. */
    public static CodeBlock present(CodeBlock value, boolean wrapped) {
        return wrapped ? CodeBlock.of("$T.of($L)", Optional.class, value) : value;
    }
}
