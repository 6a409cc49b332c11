package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.AggregateClass;
import javax.lang.model.element.Modifier;

/**
 * What the team decides about an aggregate, and the two classes that bind the cases of the spec to
 * deciders.
 */
final class BehaviourFiles {
    private BehaviourFiles() {}

    static JavaSource behaviour(AggregateTypes aggregate) {
        ClassName name = aggregate.of(AggregateClass.BEHAVIOUR);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addSuperinterface(aggregate.decider())
                        .addJavadoc(
                                Javadoc.of(
                                                "What the team decides about $L; everything not said here is as the spec"
                                                        + " says.",
                                                aggregate.nouns())
                                        .block())
                        .build();
        return JavaSource.of(name, type);
    }

    static JavaSource deciderTest(AggregateTypes aggregate) {
        return test(
                aggregate,
                aggregate.of(AggregateClass.DECIDER_TEST),
                Javadoc.of(
                        "The generated decisions about $L do what the spec says.",
                        aggregate.nouns()),
                CodeBlock.of("new $T() {}", aggregate.decider()));
    }

    static JavaSource behaviourTest(AggregateTypes aggregate) {
        return test(
                aggregate,
                aggregate.of(AggregateClass.BEHAVIOUR_TEST),
                Javadoc.of(
                        "The team's decisions about $L: as the spec says, save for the cases that are overridden here.",
                        aggregate.nouns()),
                CodeBlock.of("new $T()", aggregate.of(AggregateClass.BEHAVIOUR)));
    }

    private static JavaSource test(
            AggregateTypes aggregate, ClassName name, Javadoc meaning, CodeBlock decider) {
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .superclass(aggregate.of(AggregateClass.DECIDER_CONTRACT))
                        .addJavadoc(meaning.block())
                        .addMethod(
                                MethodSpec.methodBuilder("decider")
                                        .addAnnotation(Override.class)
                                        .returns(aggregate.decider())
                                        .addStatement("return $L", decider)
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }
}
