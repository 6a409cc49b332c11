package io.contextmill.emitters.domain;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.CommandModel;
import io.contextmill.model.EventModel;
import io.contextmill.naming.AggregateClass;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The decisions about an aggregate, as the spec has them. */
final class DeciderFile {
    private DeciderFile() {}

    static JavaSource of(AggregateTypes aggregate) {
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(aggregate.decider())
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "What $L answers to each command, and what each event makes of it. Pure"
                                                        + " functions: whatever they need is passed in. They do what the"
                                                        + " spec says; {@link $T} overrides what the team decides"
                                                        + " otherwise.",
                                                aggregate.aNoun(),
                                                aggregate.of(AggregateClass.BEHAVIOUR))
                                        .block());
        methods(aggregate).forEach(type::addMethod);
        return JavaSource.of(aggregate.decider(), type.build());
    }

    private static List<MethodSpec> methods(AggregateTypes aggregate) {
        Decisions decisions = new Decisions(aggregate);
        Evolution evolution = new Evolution(aggregate);
        List<MethodSpec> methods = new ArrayList<>();
        for (CommandModel command : aggregate.model().commands()) {
            methods.addAll(decisions.about(command));
        }
        for (EventModel event : aggregate.model().events()) {
            methods.addAll(evolution.by(event));
        }
        methods.add(evolution.fromHistory());
        methods.add(evolution.byEvents());
        if (!aggregate.model().invariants().isEmpty()) {
            methods.add(Invariants.check(aggregate));
        }
        return methods;
    }
}
