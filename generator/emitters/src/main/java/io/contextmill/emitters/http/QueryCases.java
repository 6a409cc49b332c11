package io.contextmill.emitters.http;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.Endpoints;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import java.util.List;
import java.util.Optional;

/**
 * Tests of queries: what nobody can have made is not shown, and what makes no sense is rejected.
 */
public final class QueryCases {
    private final HttpTestCode code;

    /** Those of the queries about the kind of aggregate that the code is about. */
    public QueryCases(HttpTestCode code) {
        this.code = code;
    }

    /** That what does not exist is not found, by name. */
    public MethodSpec isRejectedForWhatDoesNotExist(ByKey query) {
        MethodSpec.Builder test =
                code.test(query.name(), "IsRejectedFor" + code.anAggregate() + "ThatDoesNotExist");
        CodeBlock request = CodeBlock.of("service.get($L)", code.path(query, code.newIdentity()));
        HttpTestCode.rejected(
                test, request, code.answer(), 404, code.aggregate().notFound().simpleName());
        return test.build();
    }

    /** That rows which no event builds are not listed. */
    public Optional<MethodSpec> showsNothingYet(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        if (code.readModel(listing).isBuilt() || !request.selectsAll()) {
            return Optional.empty();
        }
        return Optional.of(
                code.test(listing.name(), "ShowsNothingYet")
                        .addStatement("$T page = service.get($L)", code.answer(), request.path())
                        .addCode("\n")
                        .addStatement(HttpTestCode.statusIs("page", 200))
                        .addStatement(
                                "$T.assertThat(page.body().path(\"items\")).isEmpty()",
                                Libraries.ASSERTIONS)
                        .build());
    }

    /** That a page is neither empty nor longer than it may be. */
    public Optional<MethodSpec> rejectsALimitOutOfBounds(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        if (!request.isPossible()) {
            return Optional.empty();
        }
        MethodSpec.Builder test = code.test(listing.name(), "RejectsALimitOutOfBounds");
        if (!request.selectsAll()) {
            test.addCode(request.selected()).addCode("\n");
        }
        for (int limit : new int[] {0, Endpoints.largestPage(listing) + 1}) {
            String rule = limit == 0 ? "limit is less than 1" : "limit is more than " + (limit - 1);
            test.addStatement(
                    "$T.assertThat(service.get($L).member(\"detail\")).isEqualTo($S)",
                    Libraries.ASSERTIONS,
                    request.limited(limit),
                    "The request is not valid: " + rule + ".");
        }
        return Optional.of(test.build());
    }

    /** That a page begins behind another one, and not behind just any text. */
    public Optional<MethodSpec> rejectsWhatIsNoPlace(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        if (!request.isPossible()) {
            return Optional.empty();
        }
        MethodSpec.Builder test = code.test(listing.name(), "RejectsWhatIsNoNextOfAPage");
        if (!request.selectsAll()) {
            test.addCode(request.selected()).addCode("\n");
        }
        HttpTestCode.rejected(
                test,
                CodeBlock.of("service.get($L + $S)", request.limited(1), "&after=nowhere"),
                code.answer(),
                400,
                "InvalidRequest");
        return Optional.of(test.addStatement(HttpTestCode.parameterIs("after")).build());
    }

    /** That nothing is listed for nobody in particular, where something has to be selected by. */
    public Optional<MethodSpec> rejectsWhatSelectsNothing(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        if (request.selectsAll()) {
            return Optional.empty();
        }
        MethodSpec.Builder test = code.test(listing.name(), "RejectsWhatSelectsNothing");
        HttpTestCode.rejected(
                test,
                CodeBlock.of("service.get($L)", request.path()),
                code.answer(),
                400,
                "InvalidRequest");
        Filter missing =
                listing.filters().stream()
                        .filter(filter -> !filter.optional())
                        .findFirst()
                        .orElseThrow();
        return Optional.of(
                test.addStatement(HttpTestCode.parameterIs(Names.queryParameter(missing))).build());
    }

    /** That what is no value to select by is said to be none, parameter by parameter. */
    public Optional<MethodSpec> rejectsWhatHasAnotherForm(Listing listing) {
        ListingRequest request = new ListingRequest(code, listing);
        List<String> parameters =
                listing.filters().stream()
                        .filter(Filter::optional)
                        .filter(filter -> !isText(listing, filter))
                        .map(Names::queryParameter)
                        .toList();
        if (!request.isPossible() || parameters.isEmpty()) {
            return Optional.empty();
        }
        MethodSpec.Builder test = code.test(listing.name(), "RejectsWhatHasAnotherForm");
        if (!request.selectsAll()) {
            test.addCode(request.selected()).addCode("\n");
        }
        for (String parameter : parameters) {
            test.addStatement(
                    "$T.assertThat(service.get($L + $S).body().at($S).asString()).isEqualTo($S)",
                    Libraries.ASSERTIONS,
                    request.limited(1),
                    "&" + parameter + "=x",
                    "/errors/0/parameter",
                    parameter);
        }
        return Optional.of(test.build());
    }

    private boolean isText(Listing listing, Filter filter) {
        Type type = code.readModel(listing).field(filter.field()).plain().type();
        return type == Scalar.STRING || type == Scalar.TEXT;
    }
}
