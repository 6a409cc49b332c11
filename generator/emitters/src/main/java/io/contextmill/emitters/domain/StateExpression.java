package io.contextmill.emitters.domain;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.model.FieldModel;
import java.util.Optional;

/**
 * A state of an aggregate in the cases of its decider: by the method that makes samples, where it
 * is such a sample.
 */
final class StateExpression {
    private final AggregateTypes aggregate;
    private final SampleState sample;

    StateExpression(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.sample = new AggregateSamples(aggregate).initial();
    }

    CodeBlock of(SampleState state) {
        Optional<FieldModel> lifecycle = aggregate.lifecycleField();
        if (lifecycle.isEmpty()) {
            return state.equals(sample)
                    ? CodeBlock.of("$L()", aggregate.variable())
                    : state.java(aggregate.state(), CodeBlock.of("ID"));
        }
        CodeBlock value = state.value(lifecycle.get());
        Object known = state.data().get(lifecycle.get().name());
        return known != null && state.equals(sample.with(lifecycle.get(), value, known))
                ? CodeBlock.of("$L($L)", aggregate.variable(), value)
                : state.java(aggregate.state(), CodeBlock.of("ID"));
    }
}
