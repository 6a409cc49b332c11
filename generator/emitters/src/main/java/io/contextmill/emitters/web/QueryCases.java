package io.contextmill.emitters.web;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.samples.AggregateSamples;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.emitters.web.Journeys.Journey;
import io.contextmill.model.AggregateModel.Lifecycle;
import io.contextmill.model.FieldModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Tests of the queries about one kind of aggregate. */
final class QueryCases {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpTestCode code;
    private final Samples samples;

    QueryCases(HttpTestCode code) {
        this.code = code;
        this.samples = new Samples(code.aggregate().types());
    }

    List<MethodSpec> all() {
        List<MethodSpec> cases = new ArrayList<>();
        for (var query : code.endpoints().queries()) {
            if (query instanceof ByKey single) {
                cases.add(isRejectedForWhatDoesNotExist(single));
                cases.add(rejectsWhatIsNoIdentity(single));
            } else if (query instanceof Listing listing) {
                cases.addAll(listing(listing));
            }
        }
        return cases;
    }

    private MethodSpec isRejectedForWhatDoesNotExist(ByKey query) {
        MethodSpec.Builder test =
                code.test(query.name(), "IsRejectedFor" + code.anAggregate() + "ThatDoesNotExist");
        CodeBlock request =
                CodeBlock.of("service.get($L)", code.path(query, HttpTestCode.randomId()));
        HttpTestCode.rejected(
                test, request, code.answer(), 404, code.aggregate().notFound().simpleName());
        return test.build();
    }

    private MethodSpec rejectsWhatIsNoIdentity(ByKey query) {
        MethodSpec.Builder test = code.test(query.name(), "RejectsWhatIsNoIdentity");
        String path =
                code.aggregate().types().names().path(query).replaceFirst("\\{[^}]*}", "not-an-id");
        HttpTestCode.rejected(
                test, CodeBlock.of("service.get($S)", path), code.answer(), 400, "InvalidRequest");
        return test.build();
    }

    private List<MethodSpec> listing(Listing listing) {
        List<MethodSpec> cases = new ArrayList<>();
        Optional<String> selection = selection(listing);
        boolean built = code.readModel(listing).isBuilt();
        if (!built && listing.filters().stream().allMatch(Filter::optional)) {
            cases.add(showsNothingYet(listing));
        }
        Optional<Journey> first = code.journeys().first();
        if (built
                && first.isPresent()
                && selection.isPresent()
                && code.shows(first.get().last()).isPresent()) {
            cases.add(showsEveryOneOnce(listing, selection.get(), first.get()));
        }
        selection.ifPresent(text -> cases.add(rejectsALimitOutOfBounds(listing, text)));
        if (!required(listing).isEmpty()) {
            cases.add(rejectsMissing(listing));
        }
        return cases;
    }

    private MethodSpec showsNothingYet(Listing listing) {
        return code.test(listing.name(), "ShowsNothingYet")
                .addStatement("$T page = service.get($L)", code.answer(), path(listing))
                .addCode("\n")
                .addStatement(HttpTestCode.statusIs("page", 200))
                .addStatement(
                        "$T.assertThat(page.body().path(\"items\")).isEmpty()",
                        Libraries.ASSERTIONS)
                .build();
    }

    private MethodSpec showsEveryOneOnce(Listing listing, String selection, Journey first) {
        ReadModelTypes readModel = code.readModel(listing);
        TypeName texts = ParameterizedTypeName.get(List.class, String.class);
        CodeBlock made = code.at(first);
        CodeBlock shown = code.path(code.shows(first.last()).orElseThrow(), CodeBlock.of("id"));
        boolean sorted = readModel.isPlain(listing);
        CodeBlock path = selected(listing, selection);
        return code.test(listing.name(), "ShowsEvery" + code.aggregate().name() + "Once")
                .addStatement("$T created = $T.of($L, $L, $L)", texts, List.class, made, made, made)
                .addStatement(
                        "created.forEach(id -> service.getWhen($L, $L))",
                        shown,
                        HttpTestCode.tag(first.version()))
                .addCode("\n")
                .addCode(path)
                .addStatement("$T listed = new $T<>()", texts, ArrayList.class)
                .addStatement("$T after = \"\"", String.class)
                .addCode("do {\n$>")
                .addStatement(
                        "$T page = service.get($L + after)",
                        code.answer(),
                        limited(listing, selection, 2))
                .addStatement(
                        "$T.assertThat(page.body().path(\"items\").size()).isLessThanOrEqualTo(2)",
                        Libraries.ASSERTIONS)
                .addStatement(
                        "page.body().path(\"items\").forEach(item -> listed.add(item.path($S).asString()))",
                        readModel.model().key())
                .addStatement(
                        "after = page.body().hasNonNull(\"next\") ? \"&after=\" + page.member(\"next\") : \"\"")
                .addCode("$<} while (!after.isEmpty());\n")
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(listed).containsAll(created).doesNotHaveDuplicates()$L",
                        Libraries.ASSERTIONS,
                        sorted ? ".isSorted()" : "")
                .build();
    }

    private MethodSpec rejectsALimitOutOfBounds(Listing listing, String selection) {
        MethodSpec.Builder test = code.test(listing.name(), "RejectsALimitOutOfBounds");
        if (!selection.isEmpty()) {
            test.addCode(selected(listing, selection)).addCode("\n");
        }
        for (int limit : new int[] {0, Endpoints.largestPage(listing) + 1}) {
            test.addStatement(
                    "$T.assertThat(service.get($L).member(\"name\")).isEqualTo(\"InvalidRequest\")",
                    Libraries.ASSERTIONS,
                    limited(listing, selection, limit));
        }
        return test.build();
    }

    private MethodSpec rejectsMissing(Listing listing) {
        MethodSpec.Builder test = code.test(listing.name(), "RejectsWhatSelectsNothing");
        HttpTestCode.rejected(
                test,
                CodeBlock.of("service.get($L)", path(listing)),
                code.answer(),
                400,
                "InvalidRequest");
        return test.build();
    }

    /** A variable with the path and what it selects by, where it has to select by something. */
    private CodeBlock selected(Listing listing, String selection) {
        return selection.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement(
                                "$T path = $L",
                                String.class,
                                Literals.string(
                                        pathText(listing)
                                                + "?"
                                                + selection.substring(0, selection.length() - 1)))
                        .build();
    }

    /** The path with a limit. */
    private CodeBlock limited(Listing listing, String selection, int limit) {
        return selection.isEmpty()
                ? Literals.string(pathText(listing) + "?limit=" + limit)
                : CodeBlock.of("path + $S", "&limit=" + limit);
    }

    private CodeBlock path(Listing listing) {
        return Literals.string(pathText(listing));
    }

    private String pathText(Listing listing) {
        return code.aggregate().types().names().path(listing);
    }

    private List<FieldModel> required(Listing listing) {
        return listing.filters().stream()
                .filter(filter -> !filter.optional())
                .map(filter -> code.readModel(listing).field(filter.field()))
                .toList();
    }

    /**
     * The parameters that select what a creating command makes; absent where that cannot be said in
     * an address.
     */
    private Optional<String> selection(Listing listing) {
        List<Optional<String>> values = required(listing).stream().map(this::value).toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(values.stream().flatMap(Optional::stream).collect(Collectors.joining()));
    }

    private Optional<String> value(FieldModel filter) {
        Optional<Journey> first = code.journeys().first();
        Optional<String> state =
                first.filter(journey -> isLifecycle(filter)).flatMap(Journey::state);
        Optional<String> said =
                first.filter(journey -> !isLifecycle(filter))
                        .flatMap(
                                journey ->
                                        journey.last().fields().stream()
                                                .filter(field -> field.name().equals(filter.name()))
                                                .findFirst())
                        .map(
                                field ->
                                        JSON.readTree(samples.json(field, variant(first.get())))
                                                .asString());
        return state.or(() -> said)
                .filter(text -> text.matches("[A-Za-z0-9_.:-]+"))
                .map(text -> Names.queryParameter(filter) + "=" + text + "&");
    }

    /** The variant of the values that the aggregate was made with. */
    static int variant(Journey first) {
        return HttpTestCode.creates(first.last()) ? AggregateSamples.FIRST : AggregateSamples.OTHER;
    }

    private boolean isLifecycle(FieldModel field) {
        return code.aggregate()
                .model()
                .lifecycle()
                .map(Lifecycle::field)
                .filter(field.name()::equals)
                .isPresent();
    }
}
