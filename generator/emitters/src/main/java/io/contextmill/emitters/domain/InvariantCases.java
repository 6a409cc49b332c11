package io.contextmill.emitters.domain;

import com.palantir.javapoet.CodeBlock;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.trial.Overflows;

/** Cases for what always holds for an aggregate, and for what breaks it. */
final class InvariantCases {
    private final AggregateTypes aggregate;
    private final AggregateSamples samples;
    private final StateExpression states;

    InvariantCases(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.samples = new AggregateSamples(aggregate);
        this.states = new StateExpression(aggregate);
    }

    void addTo(TestMethods tests) {
        SampleState sample = samples.initial();
        if (!aggregate.model().invariants().isEmpty()
                && Overflows.holds(() -> samples.violation(sample).isEmpty())) {
            tests.add(
                    "invariantsHoldFor" + TestMethods.phrase(aggregate.aNoun()),
                    CodeBlock.builder()
                            .addStatement(
                                    "$T.assertThatNoException().isThrownBy(() -> decider().requireInvariants($L))",
                                    Libraries.ASSERTIONS,
                                    states.of(sample))
                            .build());
        }
        aggregate
                .model()
                .invariants()
                .forEach(
                        invariant ->
                                samples.violating(invariant)
                                        .ifPresent(
                                                state ->
                                                        tests.add(
                                                                TestMethods.subject(
                                                                                invariant.name())
                                                                        + "IsRequired",
                                                                CodeBlock.builder()
                                                                        .addStatement(
                                                                                "$T.assertThatThrownBy(() -> decider().requireInvariants($L)).isInstanceOf($T.class)",
                                                                                Libraries
                                                                                        .ASSERTIONS,
                                                                                states.of(state),
                                                                                aggregate
                                                                                        .types()
                                                                                        .rejection(
                                                                                                invariant
                                                                                                        .rejection()))
                                                                        .build())));
    }
}
