package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.naming.Names;
import io.contextmill.words.Words;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The phrases that the tests of an aggregate over HTTP are made of. */
final class HttpTestCode {
    private final Endpoints endpoints;
    private final AggregateTypes aggregate;
    private final Names names;
    private final Journeys journeys;
    private final ClassName answer;

    HttpTestCode(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.aggregate = endpoints.aggregate();
        this.names = endpoints.types().names();
        this.journeys = new Journeys(aggregate.model());
        // Named so that JavaPoet imports the nested class itself.
        this.answer =
                ClassName.get(endpoints.types().testing("ServiceClient").canonicalName(), "Answer");
    }

    Endpoints endpoints() {
        return endpoints;
    }

    AggregateTypes aggregate() {
        return aggregate;
    }

    Journeys journeys() {
        return journeys;
    }

    /** What the service answered. */
    ClassName answer() {
        return answer;
    }

    /** The name of a test: what it is about, and what it says. */
    static String name(String about, String saying) {
        return Words.of(about).camel() + saying;
    }

    /** {@code AnOrderItem}, for names of tests. */
    String anAggregate() {
        return Stream.of(aggregate.aNoun().split(" ", -1))
                .map(Phrases::capitalised)
                .collect(Collectors.joining());
    }

    MethodSpec.Builder test(String about, String saying) {
        return MethodSpec.methodBuilder(name(about, saying)).addAnnotation(Libraries.TEST);
    }

    /** A path as an expression: the template's identity is replaced. */
    CodeBlock path(String template, CodeBlock id) {
        int begin = template.indexOf('{');
        if (begin < 0) {
            return Literals.string(template);
        }
        String rest = template.substring(template.indexOf('}') + 1);
        CodeBlock path = CodeBlock.of("$L + $L", Literals.string(template.substring(0, begin)), id);
        return rest.isEmpty() ? path : CodeBlock.of("$L + $L", path, Literals.string(rest));
    }

    /** The path of a command. */
    CodeBlock path(CommandModel command, CodeBlock id) {
        return path(names.path(command), id);
    }

    /** The path of a query. */
    CodeBlock path(QueryModel query, CodeBlock id) {
        return path(names.path(query), id);
    }

    /** Posts a valid command. */
    CodeBlock post(CommandModel command, CodeBlock id, CodeBlock headers) {
        return Endpoints.hasBody(command)
                ? CodeBlock.of(
                        "service.post($L, $L, $L)", path(command, id), body(command), headers)
                : CodeBlock.of("service.post($L, $L)", path(command, id), headers);
    }

    /** The valid body of a command that has one. */
    static CodeBlock body(CommandModel command) {
        return command.fields().isEmpty()
                ? CodeBlock.of("$S", "{}")
                : CodeBlock.of("$L", constant(command));
    }

    /** The name of the constant that holds the body of a command. */
    static String constant(CommandModel command) {
        return Words.of(command.name()).upperSnake();
    }

    /** The valid body of a creating command with a chosen identity. */
    CodeBlock bodyWithIdentity(CommandModel command, CodeBlock id) {
        String member = Names.identityName(aggregate.model());
        return command.fields().isEmpty()
                ? CodeBlock.of("$S + $L + $S", "{\"" + member + "\": \"", id, "\"}")
                : CodeBlock.of("with($L, $S, $S + $L + $S)", body(command), member, "\"", id, "\"");
    }

    CodeBlock plain() {
        return CodeBlock.of("plain()");
    }

    /** {@code If-Match} with a version. */
    CodeBlock ifMatch(int version) {
        return CodeBlock.of("ifMatch($L)", tag(version));
    }

    /** A version as entity tag. */
    static CodeBlock tag(int version) {
        return CodeBlock.of("$S", "\"" + version + "\"");
    }

    /** An aggregate at the end of a journey. */
    CodeBlock at(Journeys.Journey journey) {
        return CodeBlock.of("$L()", TestAggregates.method(journeys, journey));
    }

    static CodeBlock randomId() {
        return CodeBlock.of("$T.randomUUID()", UUID.class);
    }

    static CodeBlock statusIs(String variable, int status) {
        return CodeBlock.of(
                "$T.assertThat($L.status()).isEqualTo($L)", Libraries.ASSERTIONS, variable, status);
    }

    static CodeBlock memberIs(Object variable, String member, String value) {
        return CodeBlock.of(
                "$T.assertThat($L.member($S)).isEqualTo($L)",
                Libraries.ASSERTIONS,
                variable,
                member,
                Literals.string(value));
    }

    static CodeBlock tagIs(String variable, int version) {
        return CodeBlock.of(
                "$T.assertThat($L.etag()).isEqualTo($L)",
                Libraries.ASSERTIONS,
                variable,
                tag(version));
    }

    /** What a rejection says. */
    static void rejected(
            MethodSpec.Builder test, CodeBlock request, ClassName answer, int status, String name) {
        test.addStatement("$T rejected = $L", answer, request)
                .addCode("\n")
                .addStatement(statusIs("rejected", status))
                .addStatement(memberIs("rejected", "name", name));
    }

    /** The query that shows one aggregate, if all that a command leads to is shown there. */
    Optional<ByKey> shows(CommandModel command) {
        return byKey().filter(
                        query ->
                                readModel(query)
                                                .model()
                                                .projects()
                                                .containsAll(Journeys.emitted(command))
                                        && journeys.first()
                                                .filter(
                                                        first ->
                                                                readModel(query)
                                                                        .model()
                                                                        .projects()
                                                                        .containsAll(
                                                                                Journeys.emitted(
                                                                                        first
                                                                                                .last())))
                                                .isPresent());
    }

    private Optional<ByKey> byKey() {
        return endpoints.queries().stream()
                .filter(ByKey.class::isInstance)
                .map(ByKey.class::cast)
                .filter(query -> names.path(query).equals(names.itemPath(aggregate.model())))
                .findFirst();
    }

    ReadModelTypes readModel(QueryModel query) {
        return endpoints.types().readModelOf(query);
    }

    static boolean creates(CommandModel command) {
        return command.creation() == Creation.ALWAYS;
    }
}
