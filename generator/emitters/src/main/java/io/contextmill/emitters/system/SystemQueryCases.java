package io.contextmill.emitters.system;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.http.HttpTestCode;
import io.contextmill.emitters.http.Journeys.Journey;
import io.contextmill.emitters.http.ListingRequest;
import io.contextmill.emitters.http.QueryCases;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests of the queries about one kind of aggregate: what was made is found, what was not is not.
 */
final class SystemQueryCases {
    private static final CodeBlock ID = CodeBlock.of("id");

    private final HttpTestCode code;
    private final QueryCases common;

    SystemQueryCases(HttpTestCode code) {
        this.code = code;
        this.common = new QueryCases(code);
    }

    List<MethodSpec> all() {
        List<MethodSpec> cases = new ArrayList<>();
        for (var query : code.endpoints().queries()) {
            if (query instanceof ByKey single) {
                finds(single).ifPresent(cases::add);
                cases.add(common.isRejectedForWhatDoesNotExist(single));
            } else if (query instanceof Listing listing) {
                lists(listing)
                        .or(() -> common.showsNothingYet(listing))
                        .or(() -> isAnswered(listing))
                        .ifPresent(cases::add);
                common.rejectsWhatSelectsNothing(listing)
                        .or(() -> common.rejectsALimitOutOfBounds(listing))
                        .ifPresent(cases::add);
            }
        }
        return cases;
    }

    /** The way to an aggregate, if there is one at any time: here the clock goes on. */
    private Optional<Journey> first() {
        return code.journeys().first().filter(first -> !first.last().dependsOnNow());
    }

    private Optional<MethodSpec> finds(ByKey query) {
        return first().filter(first -> code.isShownBy(query, first))
                .map(first -> finds(query, first));
    }

    private MethodSpec finds(ByKey query, Journey first) {
        return code.test(query.name(), "Finds" + code.anAggregate())
                .addStatement("$T id = $L", String.class, code.at(first))
                .addCode("\n")
                .addStatement(
                        "$T found = service.getWhen($L, $L)",
                        code.answer(),
                        code.path(query, ID),
                        code.tag(query, first.version()))
                .addCode("\n")
                .addStatement(
                        "$T.assertThat(found.member($S)).isEqualTo(id)",
                        Libraries.ASSERTIONS,
                        code.readModel(query).model().key())
                .build();
    }

    private Optional<MethodSpec> lists(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        return first().filter(first -> code.isListed(first, request, listing))
                .map(first -> lists(listing, request, first));
    }

    private MethodSpec lists(Listing listing, ListingRequest request, Journey first) {
        CodeBlock shown = code.path(code.shows(first.last()).orElseThrow(), ID);
        return code.test(listing.name(), "Shows" + code.anAggregate())
                .addStatement("$T id = $L", String.class, code.at(first))
                .addStatement(
                        "service.getWhen($L, $L)",
                        shown,
                        code.tag(code.shows(first.last()).orElseThrow(), first.version()))
                .addCode(request.selected())
                .addCode("\n")
                .addStatement(
                        "$T page = service.get($L)",
                        code.answer(),
                        request.limited(Endpoints.largestPage(listing)))
                .addCode("\n")
                .addStatement(HttpTestCode.statusIs("page", 200))
                .addStatement(
                        "$T.assertThat(page.body().path(\"items\")).extracting(item -> item.path($S).asString()).contains(id)",
                        Libraries.ASSERTIONS,
                        code.readModel(listing).model().key())
                .build();
    }

    private Optional<MethodSpec> isAnswered(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        if (!request.isPossible()) {
            return Optional.empty();
        }
        return Optional.of(
                code.test(listing.name(), "IsAnswered")
                        .addCode(request.selected())
                        .addStatement(
                                "$T page = service.get($L)", code.answer(), request.limited(1))
                        .addCode("\n")
                        .addStatement(HttpTestCode.statusIs("page", 200))
                        .build());
    }
}
