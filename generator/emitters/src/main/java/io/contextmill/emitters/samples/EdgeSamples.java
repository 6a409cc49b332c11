package io.contextmill.emitters.samples;

import io.contextmill.model.Expression;
import io.contextmill.model.Expression.Literal;
import io.contextmill.model.FieldModel;
import io.contextmill.model.ScenarioModel.Parts;
import io.contextmill.model.ScenarioModel.Plain;
import io.contextmill.model.ScenarioModel.Said;
import io.contextmill.model.ScenarioModel.Value;
import io.contextmill.model.Type.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers where a condition may come out otherwise: those that it names, and their neighbours. */
final class EdgeSamples {
    private EdgeSamples() {}

    /** Values of a field in which one number is such a one; all are within the field's limits. */
    static Stream<Said> of(FieldModel field, Expression condition) {
        return values(field, condition).map(value -> new Said(field.name(), Optional.of(value)));
    }

    private static Stream<Value> values(FieldModel said, Expression condition) {
        FieldModel field = said.plain();
        if (field.type() instanceof ValueType value) {
            return value.fields().stream()
                    .flatMap(member -> of(member, condition))
                    .map(member -> new Parts(List.of(member)));
        }
        return Samples.isNumber(field.type())
                ? numbers(NumberRange.of(field), condition)
                : Stream.empty();
    }

    private static Stream<Value> numbers(NumberRange range, Expression condition) {
        return condition
                .parts()
                .flatMap(part -> part instanceof Literal literal ? number(literal) : Stream.empty())
                .flatMap(
                        named ->
                                Stream.of(
                                        named,
                                        named.subtract(range.step()),
                                        named.add(range.step())))
                .flatMap(number -> range.exact(number).stream())
                .map(number -> new Plain(number.toPlainString()));
    }

    private static Stream<BigDecimal> number(Literal literal) {
        return literal.value() instanceof Number number
                ? Stream.of(new BigDecimal(number.toString()))
                : Stream.empty();
    }
}
