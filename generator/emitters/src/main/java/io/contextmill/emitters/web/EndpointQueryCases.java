package io.contextmill.emitters.web;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.http.HttpTestCode;
import io.contextmill.emitters.http.Journeys.Journey;
import io.contextmill.emitters.http.ListingRequest;
import io.contextmill.emitters.http.QueryCases;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tests of the queries about one kind of aggregate. */
final class EndpointQueryCases {
    private final HttpTestCode code;
    private final QueryCases common;

    EndpointQueryCases(HttpTestCode code) {
        this.code = code;
        this.common = new QueryCases(code);
    }

    List<MethodSpec> all() {
        List<MethodSpec> cases = new ArrayList<>();
        for (var query : code.endpoints().queries()) {
            if (query instanceof ByKey single) {
                cases.add(common.isRejectedForWhatDoesNotExist(single));
                cases.add(rejectsWhatIsNoIdentity(single));
            } else if (query instanceof Listing listing) {
                common.showsNothingYet(listing).ifPresent(cases::add);
                showsEveryOneOnce(listing).ifPresent(cases::add);
                common.rejectsWhatIsNoPlace(listing).ifPresent(cases::add);
                common.rejectsWhatHasAnotherForm(listing).ifPresent(cases::add);
                common.rejectsALimitOutOfBounds(listing).ifPresent(cases::add);
                common.rejectsWhatSelectsNothing(listing).ifPresent(cases::add);
            }
        }
        return cases;
    }

    private MethodSpec rejectsWhatIsNoIdentity(ByKey query) {
        MethodSpec.Builder test = code.test(query.name(), "RejectsWhatIsNoIdentity");
        CodeBlock request = CodeBlock.of("service.get($L)", code.pathOfNothing(query));
        HttpTestCode.rejected(test, request, code.answer(), 400, "InvalidRequest");
        return test.addStatement(
                        HttpTestCode.parameterIs(Names.identityName(code.aggregate().model())))
                .build();
    }

    private Optional<MethodSpec> showsEveryOneOnce(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        return code.journeys()
                .first()
                .filter(first -> code.isListed(first, request, listing))
                .map(first -> showsEveryOneOnce(listing, request, first));
    }

    private MethodSpec showsEveryOneOnce(Listing listing, ListingRequest request, Journey first) {
        ReadModelTypes readModel = code.readModel(listing);
        TypeName texts = ParameterizedTypeName.get(List.class, String.class);
        CodeBlock made = code.at(first);
        CodeBlock shown = code.path(code.shows(first.last()).orElseThrow(), CodeBlock.of("id"));
        boolean sorted = readModel.isPlain(listing);
        return code.test(listing.name(), "ShowsEvery" + code.aggregate().name() + "Once")
                .addStatement("$T created = $T.of($L, $L, $L)", texts, List.class, made, made, made)
                .addStatement(
                        "created.forEach(id -> service.getWhen($L, $L))",
                        shown,
                        code.tag(code.shows(first.last()).orElseThrow(), first.version()))
                .addCode("\n")
                .addCode(request.selected())
                .addStatement("$T listed = new $T<>()", texts, ArrayList.class)
                .addStatement("$T after = \"\"", String.class)
                .addCode("do {\n$>")
                .addStatement(
                        "$T page = service.get($L + after)", code.answer(), request.limited(2))
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
}
