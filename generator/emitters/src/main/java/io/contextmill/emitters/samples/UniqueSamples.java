package io.contextmill.emitters.samples;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Literals;
import io.contextmill.model.FieldModel;
import io.contextmill.model.NumberRange;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import io.contextmill.trial.NumberedText;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Expressions for values of unique fields: another one each time that they are evaluated, within
 * the limits of its field.
 */
public final class UniqueSamples {
    private static final BigDecimal ROOM = BigDecimal.valueOf(NumberedText.ENOUGH - 1L);

    private final ContextTypes types;

    /** Values for the fields of a context. */
    public UniqueSamples(ContextTypes types) {
        this.types = types;
    }

    /** The value in Java. */
    public CodeBlock java(FieldModel field) {
        if (field.type() instanceof Type.IdType id) {
            return types.wrapped(id, java(id.value()));
        }
        if (field.type() instanceof Type.ValueType scalar) {
            return types.wrapped(scalar, java(field.plain()));
        }
        if (field.type() == Scalar.UUID) {
            return uuid();
        }
        if (field.type() == Scalar.INT) {
            return CodeBlock.of("(int) $L", number(field));
        }
        return field.type() == Scalar.LONG ? number(field) : text(field);
    }

    /** The identity of an aggregate, as one that nothing has yet. */
    public static CodeBlock identity(AggregateTypes aggregate) {
        return aggregate.hasRandomIdentity()
                ? CodeBlock.of("$T.random()", aggregate.id())
                : CodeBlock.of("new $T($L)", aggregate.id(), written(aggregate));
    }

    /** What such an identity is written as: a UUID, or a text. */
    public static CodeBlock written(AggregateTypes aggregate) {
        return new UniqueSamples(aggregate.types()).java(aggregate.model().id().value());
    }

    /** The value in JSON, as an expression for its text. */
    public CodeBlock json(FieldModel declared) {
        if (declared.type() instanceof Type.IdType id) {
            return json(id.value());
        }
        FieldModel field = declared.plain();
        if (field.type() == Scalar.INT || field.type() == Scalar.LONG) {
            return CodeBlock.of("$T.valueOf($L)", String.class, number(field));
        }
        // Texts are made of letters, digits and what stands in a pattern; quotes have to be
        // escaped.
        return field.type() == Scalar.STRING
                ? CodeBlock.of("JSON.writeValueAsString($L)", text(field))
                : CodeBlock.of("$S + $L + $S", "\"", uuid(), "\"");
    }

    private static CodeBlock uuid() {
        return CodeBlock.of("$T.randomUUID()", UUID.class);
    }

    private CodeBlock number(FieldModel field) {
        NumberRange range = NumberRange.of(field);
        BigDecimal first = range.sample(1).min(range.greatest().subtract(ROOM));
        return CodeBlock.of("$T.number($LL)", types.testing("UniqueValues"), first.toPlainString());
    }

    private CodeBlock text(FieldModel field) {
        NumberedText text = NumberedText.of(field);
        CodeBlock.Builder code =
                CodeBlock.builder()
                        .add(
                                "$T.text($L, $L, $L",
                                types.testing("UniqueValues"),
                                Literals.string(text.first()),
                                text.begin(),
                                text.end());
        text.turning().forEach(characters -> code.add(", $L", Literals.string(characters)));
        return code.add(")").build();
    }
}
