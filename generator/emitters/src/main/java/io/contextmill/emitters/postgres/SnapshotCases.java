package io.contextmill.emitters.postgres;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.EventModel;
import io.contextmill.trial.Overflows;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Cases of what a repository makes of snapshots, where there is a snapshot behind every second
 * event.
 */
final class SnapshotCases {
    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final String repository;
    private final AggregateSamples samples;

    SnapshotCases(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.repository = aggregate.variables();
        this.samples = new AggregateSamples(aggregate);
    }

    /** The cases, and what they need; none where nothing happens to an aggregate that exists. */
    List<MethodSpec> methods() {
        if (!aggregate.model().isKeptAsEvents()
                || aggregate.changes().isEmpty()
                || Overflows.unlessTooLarge(() -> samples.after(history())).isEmpty()) {
            return List.of();
        }
        return List.of(
                test(
                        "readsNoEventsThatASnapshotStandsFor",
                        "delete from events where aggregate_id = ? and aggregate_version <= 2"),
                test(
                        "usesNoSnapshotOfAnotherForm",
                        "update snapshots set form = 'another', state = '{}' where aggregate_id = ?"),
                saved());
    }

    private MethodSpec test(String name, String change) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Libraries.TEST)
                .addStatement("$T id = $L", aggregate.id(), UniqueSamples.identity(aggregate))
                .addStatement("$T saved = saveOneByOne(id)", types.versioned(aggregate.state()))
                .addCode("\n")
                .addStatement(
                        "int changed = database.jdbc().sql($S).param(id.toString()).update()",
                        change)
                .addCode("\n")
                .addStatement("$T.assertThat(changed).isPositive()", Libraries.ASSERTIONS)
                .addStatement(
                        "$T.assertThat($L().find(id)).contains(saved)",
                        Libraries.ASSERTIONS,
                        repository)
                .build();
    }

    private MethodSpec saved() {
        TypeName versioned = types.versioned(aggregate.state());
        CodeBlock history =
                history().stream()
                        .map(event -> event.withUnique(new UniqueSamples(types)::java))
                        .map(event -> event.java(CodeBlock.of("id")))
                        .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder("saveOneByOne")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        Javadoc.of("Saves three events, and returns what they lead to.").block())
                .returns(versioned)
                .addParameter(aggregate.id(), "id")
                .addStatement("$T history = $T.of($L)", aggregate.eventList(), List.class, history)
                .addStatement("$L().create(history.subList(0, 1))", repository)
                .beginControlFlow("for ($T event : history.subList(1, 3))", aggregate.event())
                .addStatement(
                        "$1L().append($1L().get(id, $2T.empty()), $3T.of(event))",
                        repository,
                        Optional.class,
                        List.class)
                .endControlFlow()
                .addStatement(
                        "return new $T<>(DECIDER.evolve(history), new $T(3))",
                        types.platform("Versioned"),
                        types.platform("Version"))
                .build();
    }

    private List<SampleEvent> history() {
        List<EventModel> changes = aggregate.changes();
        return List.of(
                samples.event(aggregate.beginnings().get(0), AggregateSamples.FIRST),
                samples.event(changes.get(0), AggregateSamples.OTHER),
                samples.event(changes.get(changes.size() - 1), AggregateSamples.FIRST));
    }
}
