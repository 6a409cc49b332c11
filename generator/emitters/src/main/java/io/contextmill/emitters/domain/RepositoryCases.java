package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.SampleEvent;
import io.contextmill.emitters.samples.SampleState;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.EventModel;
import io.contextmill.model.Expression;
import io.contextmill.model.FieldModel;
import io.contextmill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Cases for what every repository of an aggregate does. */
final class RepositoryCases {
    private static final CodeBlock ID = CodeBlock.of("id");
    private static final CodeBlock OTHER_ID = CodeBlock.of("other");

    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final AggregateSamples samples;
    private final String repository;
    private final SampleEvent begun;
    private final List<SampleEvent> changes;
    private final CodeBlock create;

    RepositoryCases(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.samples = new AggregateSamples(aggregate);
        this.repository = aggregate.variables();
        this.begun = event(aggregate.beginnings().get(0), AggregateSamples.FIRST);
        this.changes =
                aggregate.changes().stream()
                        .map(event -> event(event, AggregateSamples.OTHER))
                        .toList();
        this.create =
                CodeBlock.of(
                        "$L().create($L)", repository, AggregateSamples.list(List.of(begun), ID));
    }

    void addTo(TestMethods tests) {
        tests.whereSamplesFit(() -> tests.add("findsWhatWasCreated", findsWhatWasCreated()));
        tests.add("findsNothingElse", findsNothingElse());
        if (!changes.isEmpty()) {
            tests.whereSamplesFit(
                    () -> tests.add("savesSeveralEventsAtOnce", savesSeveralEventsAtOnce()));
        }
        tests.add("savesNothingWhereNothingHappened", savesNothingWhereNothingHappened());
        tests.add("refusesAnIdentityThatIsTaken", refusesAnIdentityThatIsTaken());
        tests.add("refusesAVersionThatTheCallerDidNotSee", refusesAVersionThatTheCallerDidNotSee());
        if (!changes.isEmpty()) {
            tests.addThrowing("losesNoUpdate", losesNoUpdate());
        }
        for (FieldModel field : aggregate.unique()) {
            String taken =
                    "refuses" + TestMethods.phrase(Phrases.aNoun(field.name())) + "ThatIsTaken";
            tests.add(taken, refusesWhatIsTaken(field));
            aggregate.changes().stream()
                    .filter(change -> aggregate.uniqueIn(change).contains(field))
                    .forEach(
                            change ->
                                    tests.add(
                                            taken + "When" + Words.of(change.name()).pascal(),
                                            refusesWhatIsTaken(field, change)));
        }
        if (!aggregate.unique().isEmpty()) {
            aggregate.endings().stream()
                    .limit(1)
                    .forEach(
                            end ->
                                    tests.add(
                                            TestMethods.subject(end.name()) + "FreesWhatWasTaken",
                                            freesWhatItHad(end)));
        }
        for (EventModel end : aggregate.endings()) {
            tests.add(
                    TestMethods.subject(end.name()) + "LeavesNothingButItsIdentity",
                    leavesNothing(end));
        }
    }

    private CodeBlock findsWhatWasCreated() {
        return CodeBlock.builder()
                .addStatement(
                        "$T.assertThat($L).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        create,
                        versioned(ID, 1))
                .add("\n")
                .addStatement(found(List.of(begun)))
                .addStatement(
                        "$T.assertThat(committed(id)).containsExactly($L)",
                        Libraries.ASSERTIONS,
                        event(1, begun))
                .build();
    }

    private CodeBlock findsNothingElse() {
        CodeBlock other = AggregateSamples.list(List.of(begun), UniqueSamples.identity(aggregate));
        return CodeBlock.builder()
                .addStatement("$L().create($L)", repository, other)
                .add("\n")
                .addStatement(
                        "$T.assertThat($L().find(id)).isEmpty()", Libraries.ASSERTIONS, repository)
                .addStatement(
                        refused(
                                get(CodeBlock.of("$T.empty()", Optional.class)),
                                aggregate.notFound()))
                .build();
    }

    private CodeBlock savesSeveralEventsAtOnce() {
        List<SampleEvent> all = new ArrayList<>(List.of(begun));
        all.addAll(changes);
        List<CodeBlock> events = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            events.add(event(i + 1, all.get(i)));
        }
        return CodeBlock.builder()
                .addStatement(create)
                .add("\n")
                .addStatement(
                        "$L().append(current(), $L)",
                        repository,
                        AggregateSamples.list(changes, ID))
                .add("\n")
                .addStatement(found(all))
                .addStatement(
                        "$T.assertThat(committed(id)).containsExactly($L)",
                        Libraries.ASSERTIONS,
                        CodeBlock.join(events, ", "))
                .build();
    }

    private CodeBlock savesNothingWhereNothingHappened() {
        return CodeBlock.builder()
                .addStatement(create)
                .add("\n")
                .addStatement(
                        "$T.assertThat($L().append(current(), $T.of())).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        repository,
                        List.class,
                        versioned(ID, 1))
                .add("\n")
                .addStatement("$T.assertThat(committed(id)).hasSize(1)", Libraries.ASSERTIONS)
                .build();
    }

    private CodeBlock refusesAnIdentityThatIsTaken() {
        return CodeBlock.builder()
                .addStatement(create)
                .add("\n")
                .addStatement(refused(create, aggregate.alreadyExists()))
                .addStatement("$T.assertThat(committed(id)).hasSize(1)", Libraries.ASSERTIONS)
                .build();
    }

    private CodeBlock refusesAVersionThatTheCallerDidNotSee() {
        return CodeBlock.builder()
                .addStatement(create)
                .add("\n")
                .addStatement(
                        "$T.assertThat($L).isEqualTo(current())",
                        Libraries.ASSERTIONS,
                        get(expected(1)))
                .addStatement(refused(get(expected(2)), types.platform("OptimisticLockConflict")))
                .build();
    }

    private CodeBlock losesNoUpdate() {
        CodeBlock change = AggregateSamples.list(changes.subList(0, 1), ID);
        return CodeBlock.builder()
                .addStatement(create)
                .addStatement("$T seenByAll = current()", types.versioned(aggregate.state()))
                .add("\n")
                .addStatement(
                        "long saved = together(() -> $L().append(seenByAll, $L))",
                        repository,
                        change)
                .add("\n")
                .addStatement("$T.assertThat(saved).isEqualTo(1)", Libraries.ASSERTIONS)
                .addStatement(
                        "$T.assertThat(current().version()).isEqualTo(new $T(2))",
                        Libraries.ASSERTIONS,
                        types.platform("Version"))
                .addStatement("$T.assertThat(committed(id)).hasSize(2)", Libraries.ASSERTIONS)
                .build();
    }

    /** Fields with values that nobody else has, as the first event and later ones carry them. */
    List<FieldSpec> values() {
        List<FieldSpec> fields = new ArrayList<>();
        aggregate.unique().forEach(field -> fields.add(value(field, AggregateSamples.FIRST)));
        boolean later =
                aggregate.unique().size() > 1
                        || aggregate.happenings().stream()
                                .anyMatch(event -> !aggregate.uniqueIn(event).isEmpty());
        if (later) {
            aggregate.unique().forEach(field -> fields.add(value(field, AggregateSamples.OTHER)));
        }
        return fields;
    }

    private FieldSpec value(FieldModel field, int variant) {
        return FieldSpec.builder(
                        types.type(field),
                        variable(field, variant),
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .initializer(new UniqueSamples(types).java(field))
                .build();
    }

    private static String variable(FieldModel field, int variant) {
        return (variant == AggregateSamples.FIRST ? "first" : "later")
                + Words.of(field.name()).pascal();
    }

    /** An event with samples; its unique values are those of the test. */
    private SampleEvent event(EventModel event, int variant) {
        return event(event, variant, Optional.empty());
    }

    /**
     * The same, save for one value.
     *
     * @param taken the field that has the value of the first event
     */
    private SampleEvent event(EventModel event, int variant, Optional<FieldModel> taken) {
        return samples.event(event, variant)
                .withUnique(
                        field ->
                                CodeBlock.of(
                                        "$L",
                                        variable(
                                                field,
                                                taken.filter(field::equals).isPresent()
                                                        ? AggregateSamples.FIRST
                                                        : variant)));
    }

    private CodeBlock refusesWhatIsTaken(FieldModel field) {
        SampleEvent second = event(begun.event(), AggregateSamples.OTHER, Optional.of(field));
        return CodeBlock.builder()
                .addStatement("$T other = $L", aggregate.id(), UniqueSamples.identity(aggregate))
                .addStatement(create)
                .add("\n")
                .addStatement(refused(createOther(second), aggregate.taken(field)))
                .addStatement("$T.assertThat(committed(other)).isEmpty()", Libraries.ASSERTIONS)
                .build();
    }

    private CodeBlock refusesWhatIsTaken(FieldModel field, EventModel change) {
        SampleEvent changed = event(change, AggregateSamples.OTHER, Optional.of(field));
        CodeBlock append =
                CodeBlock.of(
                        "$L().append($L().get(other, $T.empty()), $L)",
                        repository,
                        repository,
                        Optional.class,
                        AggregateSamples.list(List.of(changed), OTHER_ID));
        return CodeBlock.builder()
                .addStatement("$T other = $L", aggregate.id(), UniqueSamples.identity(aggregate))
                .addStatement(create)
                .addStatement(createOther(event(begun.event(), AggregateSamples.OTHER)))
                .add("\n")
                .addStatement(refused(append, aggregate.taken(field)))
                .addStatement("$T.assertThat(committed(other)).hasSize(1)", Libraries.ASSERTIONS)
                .build();
    }

    private CodeBlock freesWhatItHad(EventModel end) {
        return CodeBlock.builder()
                .addStatement("$T other = $L", aggregate.id(), UniqueSamples.identity(aggregate))
                .addStatement(create)
                .addStatement(
                        "$L().append(current(), $L)",
                        repository,
                        AggregateSamples.list(List.of(event(end, AggregateSamples.OTHER)), ID))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        createOther(begun),
                        versioned(OTHER_ID, 1))
                .build();
    }

    private CodeBlock createOther(SampleEvent event) {
        return CodeBlock.of(
                "$L().create($L)", repository, AggregateSamples.list(List.of(event), OTHER_ID));
    }

    private CodeBlock leavesNothing(EventModel end) {
        SampleEvent ended = event(end, AggregateSamples.OTHER);
        CodeBlock append =
                CodeBlock.of(
                        "$L().append(last, $L)",
                        repository,
                        AggregateSamples.list(List.of(ended), ID));
        CodeBlock find = CodeBlock.of("$L().find(id)", repository);
        return CodeBlock.builder()
                .addStatement(create)
                .addStatement("$T last = current()", types.versioned(aggregate.state()))
                .add("\n")
                .addStatement(
                        "$T.assertThat($L).isEqualTo($L)",
                        Libraries.ASSERTIONS,
                        append,
                        versioned(ID, 2))
                .add("\n")
                .addStatement(refused(find, aggregate.noLongerExists()))
                .addStatement(refused(create, aggregate.noLongerExists()))
                .addStatement(refused(append, types.platform("OptimisticLockConflict")))
                .addStatement(
                        "$T.assertThat(committed(id)).containsExactly($L, $L)",
                        Libraries.ASSERTIONS,
                        event(1, begun),
                        event(2, ended))
                .build();
    }

    /** What is found behind these events, the first of which began it. */
    private CodeBlock found(List<SampleEvent> events) {
        SampleState after = samples.after(events);
        // Values of which no other aggregate has the same are known to the test alone, and so is
        // what is computed of them.
        CodeBlock state =
                events.stream().anyMatch(this::computesOfUnique)
                        ? CodeBlock.of(
                                "new $T() {}.evolve($L)",
                                aggregate.decider(),
                                AggregateSamples.list(events, ID))
                        : after.java(aggregate.state(), ID);
        return CodeBlock.of(
                "$T.assertThat($L().find(id)).contains($L)",
                Libraries.ASSERTIONS,
                repository,
                versioned(state, events.size()));
    }

    private boolean computesOfUnique(SampleEvent event) {
        return event.event().sets().stream()
                .flatMap(set -> set.value().parts())
                .anyMatch(
                        part ->
                                part instanceof Expression.Read read
                                        && aggregate
                                                .model()
                                                .unique()
                                                .contains(read.field().name()));
    }

    private CodeBlock get(CodeBlock expected) {
        return CodeBlock.of("$L().get(id, $L)", repository, expected);
    }

    private CodeBlock expected(int version) {
        return CodeBlock.of(
                "$T.of(new $T($L))", Optional.class, types.platform("Version"), version);
    }

    private static CodeBlock refused(CodeBlock call, ClassName rejection) {
        return CodeBlock.of(
                "$T.assertThatThrownBy(() -> $L).isInstanceOf($T.class)",
                Libraries.ASSERTIONS,
                call,
                rejection);
    }

    private static CodeBlock event(int version, SampleEvent event) {
        return CodeBlock.of("event($L, $L)", version, event.java(ID));
    }

    private CodeBlock versioned(CodeBlock value, int version) {
        return CodeBlock.of(
                "new $T<>($L, new $T($L))",
                types.platform("Versioned"),
                value,
                types.platform("Version"),
                version);
    }
}
