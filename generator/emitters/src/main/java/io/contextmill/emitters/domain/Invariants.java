package io.contextmill.emitters.domain;

import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ExpressionCode;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.Expression.Root;
import io.contextmill.model.Guard;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** What always holds for an aggregate. */
final class Invariants {
    private Invariants() {}

    /** The method of a decider that rejects a state for which something does not hold. */
    static MethodSpec check(AggregateTypes aggregate) {
        Javadoc javadoc = Javadoc.of("What holds for $L, whatever was decided.", aggregate.aNoun());
        javadoc.param(
                aggregate.variable(), "the $L as a decision would leave it", aggregate.noun());
        ExpressionCode expressions =
                new ExpressionCode(aggregate.types(), Map.of(Root.STATE, aggregate.variable()));
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("requireInvariants")
                        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                        .addParameter(aggregate.state(), aggregate.variable());
        for (Guard invariant : aggregate.model().invariants()) {
            javadoc.throwing(
                    aggregate.types().rejection(invariant.rejection()),
                    "unless $L",
                    invariant.text());
            method.beginControlFlow("if ($L)", expressions.opposite(invariant.holds()))
                    .addStatement(
                            "throw new $T($L)",
                            aggregate.types().rejection(invariant.rejection()),
                            Literals.string(
                                    Phrases.capitalised(aggregate.aNoun())
                                            + " demands that "
                                            + invariant.text()
                                            + "."))
                    .endControlFlow();
        }
        return method.addJavadoc(javadoc.block()).build();
    }
}
