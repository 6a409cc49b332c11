package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.Clocks;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.model.FieldModel;
import io.contextmill.model.ScenarioModel;
import io.contextmill.naming.AggregateClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The cases that the decisions about an aggregate are held to. */
final class DeciderContractFile {
    private static final List<String> ASSERTIONS =
            List.of(
                    "assertThat",
                    "assertThatIllegalArgumentException",
                    "assertThatNoException",
                    "assertThatThrownBy");

    private final AggregateTypes aggregate;

    private DeciderContractFile(AggregateTypes aggregate) {
        this.aggregate = aggregate;
    }

    static JavaSource of(AggregateTypes aggregate) {
        return new DeciderContractFile(aggregate).source();
    }

    private JavaSource source() {
        ClassName name = aggregate.of(AggregateClass.DECIDER_CONTRACT);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.ABSTRACT)
                        .addJavadoc(javadoc().block())
                        .addField(
                                FieldSpec.builder(
                                                aggregate.id(),
                                                "ID",
                                                Modifier.STATIC,
                                                Modifier.FINAL)
                                        .initializer(
                                                new Samples(aggregate.types())
                                                        .identity(aggregate.model().id(), 1))
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("decider")
                                        .addModifiers(Modifier.ABSTRACT)
                                        .addJavadoc(
                                                Javadoc.of("Whose decisions are tested.").block())
                                        .returns(aggregate.decider())
                                        .build());
        if (aggregate.asksForNow()) {
            type.addField(Clocks.constant(Modifier.STATIC, Modifier.FINAL));
        }
        List<String> others = new ArrayList<>(ASSERTIONS);
        others.addAll(List.of("decider", aggregate.variable()));
        TestMethods tests = TestMethods.beside(others);
        DecisionCases decisions = new DecisionCases(aggregate);
        aggregate.model().commands().forEach(command -> decisions.addTo(tests, command));
        new EvolutionCases(aggregate).addTo(tests);
        new InvariantCases(aggregate).addTo(tests);
        ScenarioCases scenarios = new ScenarioCases(aggregate);
        scenariosOf(aggregate).forEach(scenario -> scenarios.addTo(tests, scenario));
        tests.addTo(type);
        if (usesState()) {
            type.addMethod(state());
        }
        return JavaSource.of(name, type.build())
                .importing(Libraries.ASSERTIONS, ASSERTIONS.toArray(String[]::new));
    }

    private static Stream<ScenarioModel> scenariosOf(AggregateTypes aggregate) {
        return aggregate.types().context().scenarios().stream()
                .filter(scenario -> scenario.aggregate().equals(aggregate.name()));
    }

    /** Some case begins with an aggregate that exists. */
    private boolean usesState() {
        return !aggregate.happenings().isEmpty()
                || !aggregate.beginnings().isEmpty()
                || aggregate.model().commands().stream().anyMatch(AggregateTypes::isForExisting);
    }

    private Javadoc javadoc() {
        return Javadoc.of(
                "What the spec says about $L, one method a case. {@link $T} holds the generated defaults to it, and"
                        + " {@code $L}, which is the team's, their own decisions: a case that the team decides otherwise"
                        + " is overridden there.",
                aggregate.nouns(),
                aggregate.of(AggregateClass.DECIDER_TEST),
                aggregate.of(AggregateClass.BEHAVIOUR_TEST).simpleName());
    }

    private MethodSpec state() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(aggregate.variable())
                        .addModifiers(Modifier.STATIC)
                        .returns(aggregate.state());
        SampleState state = new AggregateSamples(aggregate).initial();
        Optional<FieldModel> lifecycle = aggregate.lifecycleField();
        if (lifecycle.isPresent()) {
            FieldModel field = lifecycle.get();
            String parameter = aggregate.component(field).name();
            method.addParameter(aggregate.component(field).type(), parameter);
            state = state.with(field, CodeBlock.of("$L", parameter), parameter);
        }
        return method.addStatement("return $L", state.java(aggregate.state(), CodeBlock.of("ID")))
                .build();
    }
}
