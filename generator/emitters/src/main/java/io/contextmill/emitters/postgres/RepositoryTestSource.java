package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.ContextClass;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The test that holds a repository on PostgreSQL to the contract of its port, and its events to its
 * transaction.
 */
final class RepositoryTestSource {
    /** What a test hands over for some parts of a repository. */
    private static final Map<String, String> ARGUMENTS =
            Map.of(
                    "jdbc",
                    "database.jdbc()",
                    "transactions",
                    "database.transaction()",
                    "decider",
                    "DECIDER",
                    "json",
                    "mapper()");

    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final ClassName eventJson;
    private final ClassName outbox;
    private final ClassName domainJson;

    RepositoryTestSource(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.eventJson = RepositoryParts.outbox(types, "EventJson");
        this.outbox = RepositoryParts.outbox(types, "Outbox");
        this.domainJson = types.of(ContextClass.DOMAIN_JSON);
    }

    /** Whether there is something to test: an event that an aggregate begins with. */
    static boolean isPossible(AggregateTypes aggregate) {
        return !aggregate.beginnings().isEmpty();
    }

    JavaSource source() {
        ClassName name = aggregate.of(AggregateClass.POSTGRES_REPOSITORY_TEST);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .superclass(aggregate.of(AggregateClass.REPOSITORY_CONTRACT))
                        .addJavadoc(
                                Javadoc.of(
                                                "$L in PostgreSQL.",
                                                Phrases.capitalised(aggregate.nouns()))
                                        .block())
                        .addField(
                                constant(
                                        eventJson,
                                        "JSON",
                                        CodeBlock.of("$T.events(mapper())", domainJson)))
                        .addField(
                                constant(
                                        aggregate.decider(),
                                        "DECIDER",
                                        CodeBlock.of("new $T() {}", aggregate.decider())))
                        .addField(TestDatabases.field(types))
                        .addMethod(TestDatabases.creation(types))
                        .addMethod(repository())
                        .addMethod(committed())
                        .addMethod(savesNothingWithoutItsEvents())
                        .addMethods(new SnapshotCases(aggregate).methods())
                        .addMethod(repositoryWith())
                        .addMethod(TestDatabases.mapper(types))
                        .build();
        return JavaSource.of(name, type)
                .importing(Libraries.ASSERTIONS, "assertThat", "assertThatThrownBy");
    }

    private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private MethodSpec repository() {
        return TestDatabases.overriding(aggregate.variables())
                .returns(aggregate.repository())
                .addStatement("return $L(JSON)", aggregate.variables())
                .build();
    }

    private MethodSpec committed() {
        TypeName event = types.versioned(aggregate.event());
        String sql =
                "select * from outbox where aggregate_type = %s and aggregate_id = ? order by position"
                        .formatted(Sql.text(aggregate.name()));
        return TestDatabases.overriding("committed")
                .addParameter(aggregate.id(), aggregate.variable())
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), event))
                .addStatement(
                        "return database.jdbc().sql($S).param($L.toString()).query((row, index) -> new $T<>(($T)"
                                + " JSON.read(row.getString(\"event_type\"), row.getInt(\"event_version\"),"
                                + " row.getString(\"payload\")), new"
                                + " $T(row.getLong(\"aggregate_version\")))).list()",
                        sql,
                        aggregate.variable(),
                        types.platform("Versioned"),
                        aggregate.event(),
                        types.platform("Version"))
                .build();
    }

    private MethodSpec savesNothingWithoutItsEvents() {
        CodeBlock event =
                new AggregateSamples(aggregate)
                        .event(aggregate.beginnings().get(0), AggregateSamples.FIRST)
                        .withUnique(new UniqueSamples(types)::java)
                        .java(CodeBlock.of("id"));
        return MethodSpec.methodBuilder("savesNothingWithoutItsEvents")
                .addAnnotation(Libraries.TEST)
                .addStatement("$T id = $L", aggregate.id(), UniqueSamples.identity(aggregate))
                .addStatement(
                        "$T unableToKeepEvents = $L(new $T(mapper(), $T.empty()))",
                        aggregate.repository(),
                        aggregate.variables(),
                        eventJson,
                        Stream.class)
                .addCode("\n")
                .addStatement(
                        "$T.assertThatThrownBy(() -> unableToKeepEvents.create($T.of($L))).isInstanceOf($T.class)",
                        Libraries.ASSERTIONS,
                        List.class,
                        event,
                        IllegalArgumentException.class)
                .addCode("\n")
                .addStatement(
                        "$T.assertThat($L().find(id)).isEmpty()",
                        Libraries.ASSERTIONS,
                        aggregate.variables())
                .build();
    }

    private MethodSpec repositoryWith() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(aggregate.variables())
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(aggregate.repository())
                        .addParameter(eventJson, "json")
                        .addStatement(
                                "$T outbox = new $T(database.jdbc(), json, $T.systemUTC(), () -> {})",
                                outbox,
                                outbox,
                                Clock.class);
        if (aggregate.model().isKeptAsEvents()) {
            ClassName store = RepositoryParts.eventStore(types, "EventStore");
            method.addStatement(
                    "$T eventStore = new $T(database.jdbc(), json, $T.systemUTC())",
                    store,
                    store,
                    Clock.class);
            ClassName snapshots = RepositoryParts.eventStore(types, "Snapshots");
            method.addStatement(
                    "$T snapshots = new $T(database.jdbc(), mapper(), 2)", snapshots, snapshots);
        }
        String arguments =
                RepositoryParts.of(aggregate).stream()
                        .map(part -> ARGUMENTS.getOrDefault(part.name(), part.name()))
                        .collect(Collectors.joining(", "));
        return method.addStatement(
                        "return $T.$L($L)",
                        AdapterSource.name(types),
                        aggregate.variables(),
                        arguments)
                .build();
    }
}
