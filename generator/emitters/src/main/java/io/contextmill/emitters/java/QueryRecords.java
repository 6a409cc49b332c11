package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.model.Type;
import io.contextmill.model.Type.Scalar;
import io.contextmill.naming.Names;
import java.util.List;

/** Queries as records: what they are asked with, and what they say about it. */
public final class QueryRecords {
    private QueryRecords() {}

    /**
     * The record of a query for one row.
     *
     * @param row what is asked for
     * @param key what a row is found by
     */
    public static TypeSpec.Builder byKey(
            ClassName name, ByKey query, ReadModelTypes readModel, ClassName row, Component key) {
        Javadoc otherwise =
                Javadoc.of("Asks for the {@link $T} of $L.", row, readModel.aggregate().aNoun());
        return Records.of(name, List.of(key)).addJavadoc(javadoc(query, otherwise).block());
    }

    /**
     * The record of a query for a page of rows.
     *
     * @param row what is asked for
     * @param parameters the values of its filters, in their order; then where the page begins, and
     *     its length
     * @param after what says where the page begins
     */
    public static TypeSpec.Builder listing(
            ClassName name,
            Listing query,
            ReadModelTypes readModel,
            ClassName row,
            List<Component> parameters,
            String after) {
        Javadoc javadoc =
                javadoc(
                        query,
                        Javadoc.of(
                                "Asks for a page of {@link $T} rows by "
                                        + (query.descending() ? "descending" : "ascending")
                                        + " {@code $L}"
                                        + readModel.placeOfMissing(query)
                                        + ".",
                                row,
                                Names.component(query.sort())));
        for (int i = 0; i < query.filters().size(); i++) {
            describe(javadoc, parameters.get(i).name(), query.filters().get(i), readModel);
        }
        javadoc.param("after", after).param("limit", "the most rows of the page; at least 1");
        CodeBlock check =
                CodeBlock.builder()
                        .beginControlFlow("if (limit < 1)")
                        .addStatement(
                                "throw new $T($S + limit)",
                                IllegalArgumentException.class,
                                "A page has at least one row: ")
                        .endControlFlow()
                        .build();
        return Records.of(name, parameters, Javadoc.of("Rejects nulls and a limit below 1."), check)
                .addJavadoc(javadoc.block());
    }

    /** Says what the value of a filter means. */
    public static void describe(
            Javadoc javadoc, String parameter, Filter filter, ReadModelTypes readModel) {
        Type type = readModel.field(filter.field()).type();
        boolean time = type == Scalar.DATE || type == Scalar.TIME || type == Scalar.INSTANT;
        boolean length = type == Scalar.DURATION;
        String meaning =
                switch (filter.match()) {
                    case EQUAL -> "the $L of the rows";
                    case FROM ->
                            "the "
                                    + (time ? "earliest" : length ? "shortest" : "least")
                                    + " $L of the rows";
                    case TO ->
                            "the "
                                    + (time ? "latest" : length ? "longest" : "greatest")
                                    + " $L of the rows";
                    case CONTAINS -> "what the $L of the rows contains, in large or small letters";
                };
        String all = filter.optional() ? "; empty for all rows" : "";
        javadoc.param(parameter, meaning + all, Phrases.noun(filter.field()));
    }

    private static Javadoc javadoc(QueryModel query, Javadoc otherwise) {
        return query.description().isPresent()
                ? Javadoc.of("$L", Phrases.sentence(query.description(), ""))
                : otherwise;
    }
}
