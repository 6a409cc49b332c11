package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.EffectCode;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.Effects;
import io.contextmill.model.Effects.Assignment;
import io.contextmill.model.Effects.Computation;
import io.contextmill.model.Effects.Copy;
import io.contextmill.model.Effects.State;
import io.contextmill.model.EventModel;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods {@code evolve} of a decider. */
final class Evolution {
    private final AggregateTypes aggregate;
    private final EffectCode code;

    Evolution(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.code = new EffectCode(aggregate.types());
    }

    /** What one event begins, what it changes, or both. */
    List<MethodSpec> by(EventModel event) {
        List<MethodSpec> methods = new ArrayList<>();
        if (event.creates()) {
            methods.add(beginning(event));
        }
        if (event.changes()) {
            methods.add(change(event));
        }
        return methods;
    }

    private MethodSpec beginning(EventModel event) {
        List<Assignment> values =
                Effects.beginning(aggregate.model().fields(), aggregate.model().lifecycle(), event);
        CodeBlock id = CodeBlock.of("event.$L()", aggregate.idComponent());
        return evolve().addJavadoc(sentence("begins", "as ", values).block())
                .addParameter(aggregate.types().event(event), "event")
                .addStatement("return $L", code.creation(aggregate.state(), id, values, "event"))
                .build();
    }

    private MethodSpec change(EventModel event) {
        List<Assignment> changes =
                Effects.changes(aggregate.model().fields(), aggregate.model().lifecycle(), event);
        Javadoc meaning =
                event.deletes() ? Javadoc.of("$L ends.", aggregate.aNounFirst()) : changed(changes);
        return evolve().addJavadoc(meaning.block())
                .addParameter(aggregate.state(), aggregate.variable())
                .addParameter(aggregate.types().event(event), "event")
                .addStatement(
                        "return $L",
                        code.change(aggregate.variable(), changes, "event", Names::stateComponent))
                .build();
    }

    /** The method for a whole history. */
    MethodSpec fromHistory() {
        MethodSpec.Builder method =
                evolve().addJavadoc(
                                Javadoc.of(
                                                "The $L that a whole history leads to.",
                                                aggregate.noun())
                                        .param("history", "what happened, the first event first")
                                        .throwing(
                                                ClassName.get(IllegalArgumentException.class),
                                                "if $L does not begin like that",
                                                aggregate.aNoun())
                                        .block())
                        .addParameter(aggregate.eventList(), "history");
        for (EventModel event : aggregate.beginnings()) {
            String variable = aggregate.variable(event);
            method.beginControlFlow(
                            "if (!history.isEmpty() && history.get(0) instanceof $T $L)",
                            aggregate.types().event(event),
                            variable)
                    .addStatement(
                            "return evolve(evolve($L), history.subList(1, history.size()))",
                            variable)
                    .endControlFlow();
        }
        return method.addStatement(
                        "throw new $T($L + history + $S)",
                        IllegalArgumentException.class,
                        Literals.string(aggregate.aNounFirst() + " does not begin with "),
                        ".")
                .build();
    }

    /** The method for events that follow on a state. */
    MethodSpec byEvents() {
        MethodSpec.Builder method =
                evolve().addJavadoc(
                                Javadoc.of("The $L after some more events.", aggregate.noun())
                                        .param(
                                                aggregate.variable(),
                                                "the $L before",
                                                aggregate.noun())
                                        .param("events", "what happened since, in its order")
                                        .throwing(
                                                ClassName.get(IllegalArgumentException.class),
                                                "if one of them can only happen to $L that does not exist",
                                                aggregate.aNoun())
                                        .block())
                        .addParameter(aggregate.state(), aggregate.variable())
                        .addParameter(aggregate.eventList(), "events");
        return aggregate.happenings().isEmpty() ? withoutChanges(method) : withChanges(method);
    }

    private MethodSpec withoutChanges(MethodSpec.Builder method) {
        return method.beginControlFlow("if (!events.isEmpty())")
                .addStatement(notChangedBy("events.get(0)"))
                .endControlFlow()
                .addStatement("return $L", aggregate.variable())
                .build();
    }

    private MethodSpec withChanges(MethodSpec.Builder method) {
        method.addStatement("$T current = $L", aggregate.state(), aggregate.variable());
        method.beginControlFlow("for ($T event : events)", aggregate.event());
        boolean first = true;
        for (EventModel event : aggregate.happenings()) {
            String variable = aggregate.variable(event);
            CodeBlock condition =
                    CodeBlock.of(
                            "if (event instanceof $T $L)",
                            aggregate.types().event(event),
                            variable);
            if (first) {
                method.beginControlFlow("$L", condition);
            } else {
                method.nextControlFlow("else $L", condition);
            }
            first = false;
            method.addStatement("current = evolve(current, $L)", variable);
        }
        return method.nextControlFlow("else")
                .addStatement(notChangedBy("event"))
                .endControlFlow()
                .endControlFlow()
                .addStatement("return current")
                .build();
    }

    private CodeBlock notChangedBy(String event) {
        return CodeBlock.of(
                "throw new $T($L + $L + $S)",
                IllegalArgumentException.class,
                Literals.string(aggregate.aNounFirst() + " that exists is not changed by "),
                event,
                ".");
    }

    private MethodSpec.Builder evolve() {
        return MethodSpec.methodBuilder("evolve")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(aggregate.state());
    }

    private Javadoc changed(List<Assignment> changes) {
        List<String> copied = fields(changes, Copy.class);
        List<String> computed = fields(changes, Computation.class);
        List<String> says = new ArrayList<>();
        if (changes.stream().anyMatch(change -> change.source() instanceof State)) {
            says.add("becomes");
        }
        if (!copied.isEmpty()) {
            says.add("takes over " + Phrases.and(copied));
        }
        if (!computed.isEmpty()) {
            says.add("gets another " + Phrases.and(computed));
        }
        if (says.isEmpty()) {
            return Javadoc.of("$L stays as it is.", aggregate.aNounFirst());
        }
        // The state stands behind the first verb.
        String rest = says.size() == 1 ? "" : " and " + Phrases.and(says.subList(1, says.size()));
        return sentence(says.get(0), "", changes, rest);
    }

    private static List<String> fields(List<Assignment> changes, Class<?> source) {
        return changes.stream()
                .filter(change -> source.isInstance(change.source()))
                .map(change -> "{@code " + Names.stateComponent(change.field()) + "}")
                .toList();
    }

    private Javadoc sentence(String verb, String link, List<Assignment> values) {
        return sentence(verb, link, values, "");
    }

    /** {@code An order begins as CREATED.} */
    private Javadoc sentence(String verb, String link, List<Assignment> values, String rest) {
        String state =
                values.stream()
                        .map(Assignment::source)
                        .filter(State.class::isInstance)
                        .map(source -> " " + link + "{@code " + ((State) source).value() + "}")
                        .findFirst()
                        .orElse("");
        return Javadoc.of("$L " + verb + state + rest + ".", aggregate.aNounFirst());
    }
}
