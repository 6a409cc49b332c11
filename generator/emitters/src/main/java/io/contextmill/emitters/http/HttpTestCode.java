package io.contextmill.emitters.http;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.http.Journeys.Journey;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.MethodNames;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.TestMethods;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.ReadModel.Projection;
import io.contextmill.naming.Names;
import io.contextmill.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The phrases that the tests of an aggregate over HTTP are made of. */
public final class HttpTestCode {
    private final Endpoints endpoints;
    private final AggregateTypes aggregate;
    private final Names names;
    private final Journeys journeys;
    private final ClassName answer;
    private final MethodNames methods;
    private final Map<Journey, String> ways = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();

    private HttpTestCode(Endpoints endpoints, MethodNames methods, String noun) {
        this.endpoints = endpoints;
        this.methods = methods;
        this.aggregate = endpoints.aggregate();
        this.names = endpoints.types().names();
        this.journeys = new Journeys(aggregate);
        // Named so that JavaPoet imports the nested class itself.
        this.answer =
                ClassName.get(endpoints.types().testing("ServiceClient").canonicalName(), "Answer");
        journeys.all().forEach(journey -> ways.put(journey, methods.take(way(journey, noun))));
    }

    /** For a test of one kind of aggregate. */
    public static HttpTestCode of(Endpoints endpoints) {
        return new HttpTestCode(endpoints, new MethodNames(), "");
    }

    /** For one test of several kinds of aggregates, in the order of the endpoints. */
    public static List<HttpTestCode> ofAll(List<Endpoints> all) {
        MethodNames methods = new MethodNames();
        return all.stream()
                .map(
                        endpoints ->
                                new HttpTestCode(
                                        endpoints,
                                        methods,
                                        Words.of(endpoints.aggregate().name()).pascal()))
                .toList();
    }

    private String way(Journey journey, String noun) {
        if (isFirst(journey)) {
            return "create" + noun;
        }
        return Words.of(noun + "In" + TestMethods.state(journey.state().orElseThrow())).camel();
    }

    private boolean isFirst(Journey journey) {
        return journeys.first().filter(journey::equals).isPresent();
    }

    /** What is asked of. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** The kind of aggregate. */
    public AggregateTypes aggregate() {
        return aggregate;
    }

    /** The ways into its states. */
    public Journeys journeys() {
        return journeys;
    }

    /** What the service answered. */
    public ClassName answer() {
        return answer;
    }

    /** The name of a test: what it is about, and what it says. */
    private static String name(String about, String saying) {
        return Words.of(about).camel() + saying;
    }

    /** {@code AnOrderItem}, for names of tests. */
    public String anAggregate() {
        return Stream.of(aggregate.aNoun().split(" ", -1))
                .map(Phrases::capitalised)
                .collect(Collectors.joining());
    }

    /** A test about something of the spec. */
    public MethodSpec.Builder test(String about, String saying) {
        return MethodSpec.methodBuilder(methods.take(name(about, saying)))
                .addAnnotation(Libraries.TEST);
    }

    /** A path as an expression: the template's identity is replaced. */
    private CodeBlock path(String template, CodeBlock id) {
        int begin = template.indexOf('{');
        if (begin < 0) {
            return Literals.string(template);
        }
        String rest = template.substring(template.indexOf('}') + 1);
        CodeBlock path = CodeBlock.of("$L + $L", Literals.string(template.substring(0, begin)), id);
        return rest.isEmpty() ? path : CodeBlock.of("$L + $L", path, Literals.string(rest));
    }

    /** The path of a command. */
    public CodeBlock path(CommandModel command, CodeBlock id) {
        return path(names.path(command), id);
    }

    /** The path of a query, with what is no identity at all. */
    public CodeBlock pathOfNothing(QueryModel query) {
        return pathOfNothing(names.path(query));
    }

    /** The path of a query. */
    public CodeBlock path(QueryModel query, CodeBlock id) {
        return path(names.path(query), id);
    }

    /** Posts a valid command. */
    public CodeBlock post(CommandModel command, CodeBlock id, CodeBlock headers) {
        return post(command, id, valid(command), headers);
    }

    /** Posts a command with a body, if it has any. */
    public CodeBlock post(CommandModel command, CodeBlock id, CodeBlock body, CodeBlock headers) {
        return posted(command, path(command, id), body, headers);
    }

    /** Posts a valid command to what is no identity at all. */
    public CodeBlock postToNothing(CommandModel command) {
        return posted(command, pathOfNothing(names.path(command)), valid(command), plain());
    }

    private static CodeBlock posted(
            CommandModel command, CodeBlock path, CodeBlock body, CodeBlock headers) {
        return Endpoints.hasBody(command)
                ? CodeBlock.of("service.post($L, $L, $L)", path, body, headers)
                : CodeBlock.of("service.post($L, $L)", path, headers);
    }

    /** The fields of a command in which no two aggregates have the same value. */
    public List<FieldModel> unique(CommandModel command) {
        List<String> names = aggregate.uniqueIn(command).stream().map(FieldModel::name).toList();
        return command.fields().stream().filter(field -> names.contains(field.name())).toList();
    }

    /**
     * What a caller has to say of a command: the identity of what it makes, if nobody makes that.
     */
    public List<FieldModel> said(CommandModel command) {
        return Stream.concat(identity(command).stream(), command.fields().stream()).toList();
    }

    /** What differs from one aggregate to the other in the bodies of a command. */
    public List<FieldModel> individual(CommandModel command) {
        return Stream.concat(identity(command).stream(), unique(command).stream()).toList();
    }

    private Optional<FieldModel> identity(CommandModel command) {
        return creates(command)
                ? Optional.of(Endpoints.identity(aggregate)).filter(field -> !field.optional())
                : Optional.empty();
    }

    /** The valid body of a command that has one, with values that no other aggregate has. */
    public CodeBlock valid(CommandModel command) {
        return individual(command).isEmpty()
                ? body(command)
                : CodeBlock.of("$L()", uniqueBody(command));
    }

    /** The method that makes it. */
    String uniqueBody(CommandModel command) {
        return bodies.computeIfAbsent(
                command.name(), name -> methods.take(Words.of(name).camel() + "Body"));
    }

    /** The sample of a body, the same each time. */
    public CodeBlock body(CommandModel command) {
        return said(command).isEmpty()
                ? CodeBlock.of("$S", "{}")
                : CodeBlock.of("$L", constant(command));
    }

    /** The name of the constant that holds the body of a command. */
    static String constant(CommandModel command) {
        return Names.constantFor(command.name());
    }

    /** The valid body of a creating command with a chosen identity. */
    public CodeBlock bodyWithIdentity(CommandModel command, CodeBlock id) {
        String member = Names.identityName(aggregate.model());
        return said(command).isEmpty()
                ? CodeBlock.of("$S + $L + $S", "{\"" + member + "\": \"", id, "\"}")
                : CodeBlock.of(
                        "with($L, $S, $S + $L + $S)", valid(command), member, "\"", id, "\"");
    }

    /** Headers without anything in particular. */
    public CodeBlock plain() {
        return CodeBlock.of("plain()");
    }

    /** {@code If-Match} with a version. */
    public CodeBlock ifMatch(int version) {
        return CodeBlock.of("ifMatch($L)", tag(version));
    }

    /** A version as entity tag. */
    public static CodeBlock tag(int version) {
        return CodeBlock.of("$S", "\"" + version + "\"");
    }

    /** The entity tag of a row that shows a version. */
    public CodeBlock tag(QueryModel query, int version) {
        return readModel(query).isOfSeveral()
                ? CodeBlock.of("$S", "\"r" + version + "\"")
                : tag(version);
    }

    /** An aggregate at the end of a journey. */
    public CodeBlock at(Journey journey) {
        return CodeBlock.of("$L()", method(journey));
    }

    /** The method that leads an aggregate to the end of a journey. */
    String method(Journey journey) {
        return Objects.requireNonNull(ways.get(journey), "no way of this kind of aggregate");
    }

    /** The identity of nothing that exists: a UUID, or a text. */
    public CodeBlock newIdentity() {
        return UniqueSamples.written(aggregate);
    }

    /** A path as a text, with what is no identity at all. */
    private CodeBlock pathOfNothing(String template) {
        String text = Samples.noText(aggregate.model().id());
        return Literals.string(template.replaceFirst("\\{[^}]*}", text));
    }

    /** A new identity as a text. */
    public CodeBlock newIdentityText() {
        return aggregate.model().id().isUuid()
                ? CodeBlock.of("$L.toString()", newIdentity())
                : newIdentity();
    }

    /** Asserts what status an answer has. */
    public static CodeBlock statusIs(String variable, int status) {
        return CodeBlock.of(
                "$T.assertThat($L.status()).isEqualTo($L)", Libraries.ASSERTIONS, variable, status);
    }

    /** Asserts what a member of an answer is. */
    public static CodeBlock memberIs(Object variable, String member, String value) {
        return CodeBlock.of(
                "$T.assertThat($L.member($S)).isEqualTo($L)",
                Libraries.ASSERTIONS,
                variable,
                member,
                Literals.string(value));
    }

    /** Asserts which version an answer is about. */
    public static CodeBlock tagIs(String variable, int version) {
        return CodeBlock.of(
                "$T.assertThat($L.etag()).isEqualTo($L)",
                Libraries.ASSERTIONS,
                variable,
                tag(version));
    }

    /** What a rejection says. */
    public static void rejected(
            MethodSpec.Builder test, CodeBlock request, ClassName answer, int status, String name) {
        test.addStatement("$T rejected = $L", answer, request)
                .addCode("\n")
                .addStatement(statusIs("rejected", status))
                .addStatement(memberIs("rejected", "name", name));
    }

    /** Asserts which parameter is wrong. */
    public static CodeBlock parameterIs(String name) {
        return CodeBlock.of(
                "$T.assertThat(rejected.body().at($S).asString()).isEqualTo($S)",
                Libraries.ASSERTIONS,
                "/errors/0/parameter",
                name);
    }

    /** The query that shows one aggregate, if all that a command leads to is shown there. */
    public Optional<ByKey> shows(CommandModel command) {
        return byKey().filter(
                        query ->
                                isBuiltFrom(query, command)
                                        && journeys.first()
                                                .filter(first -> isShownBy(query, first))
                                                .isPresent());
    }

    /** Whether a query shows what the last command of a journey leads to. */
    public boolean isShownBy(QueryModel query, Journey journey) {
        return isBuiltFrom(query, journey.last())
                && journey.commands().stream().noneMatch(command -> takesOut(query, command));
    }

    private boolean isBuiltFrom(QueryModel query, CommandModel command) {
        return readModel(query).model().projects().containsAll(journeys.emitted(command))
                && !takesOut(query, command)
                && journeys.before(command)
                        .filter(
                                way ->
                                        way.commands().stream()
                                                .anyMatch(earlier -> takesOut(query, earlier)))
                        .isEmpty();
    }

    /** Whether the row of an aggregate that lives on is gone behind a command. */
    private boolean takesOut(QueryModel query, CommandModel command) {
        return readModel(query).model().own().stream()
                .filter(Projection::deletes)
                .anyMatch(projection -> journeys.emitted(command).contains(projection.event()));
    }

    /** Whether what a journey makes is listed in answer to a request once it is shown. */
    public boolean isListed(Journey journey, ListingRequest request, Listing listing) {
        return request.isPossible()
                && readModel(listing).isBuilt()
                && shows(journey.last())
                        .filter(shown -> shown.readModel().equals(listing.readModel()))
                        .isPresent();
    }

    private Optional<ByKey> byKey() {
        return endpoints.queries().stream()
                .filter(ByKey.class::isInstance)
                .map(ByKey.class::cast)
                .filter(query -> names.path(query).equals(names.itemPath(aggregate.model())))
                .findFirst();
    }

    /** The read model that answers a query. */
    public ReadModelTypes readModel(QueryModel query) {
        return endpoints.types().readModelOf(query);
    }

    /** Whether a command makes an aggregate each time. */
    public static boolean creates(CommandModel command) {
        return command.creation() == Creation.ALWAYS;
    }
}
