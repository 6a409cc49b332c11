package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.Filter;
import io.contextmill.model.QueryModel.Listing;
import io.contextmill.naming.Names;
import java.util.List;

/** A query as a record. */
final class QueryFile {
    private QueryFile() {}

    static JavaSource of(ContextTypes types, QueryModel query) {
        ReadModelTypes readModel = types.readModelOf(query);
        return query instanceof Listing listing ? list(readModel, listing) : one(readModel, query);
    }

    private static JavaSource one(ReadModelTypes readModel, QueryModel query) {
        ClassName name = readModel.types().query(query);
        Javadoc javadoc =
                query.description().isPresent()
                        ? Javadoc.of("$L", Phrases.sentence(query.description(), ""))
                        : Javadoc.of(
                                "Asks for the {@link $T} of $L.",
                                readModel.row(),
                                readModel.aggregate().aNoun());
        TypeSpec type =
                Records.of(name, List.of(Component.of(readModel.key(), readModel.aggregate().id())))
                        .addJavadoc(javadoc.block())
                        .build();
        return JavaSource.of(name, type);
    }

    private static JavaSource list(ReadModelTypes readModel, Listing listing) {
        ClassName name = readModel.types().query(listing);
        CodeBlock check =
                CodeBlock.builder()
                        .beginControlFlow("if (limit < 1)")
                        .addStatement(
                                "throw new $T($S + limit)",
                                IllegalArgumentException.class,
                                "A page has at least one row: ")
                        .endControlFlow()
                        .build();
        TypeSpec type =
                Records.of(
                                name,
                                readModel.parameters(listing),
                                Javadoc.of("Rejects nulls and a limit below 1."),
                                check)
                        .addJavadoc(javadoc(readModel, listing).block())
                        .build();
        return JavaSource.of(name, type);
    }

    private static Javadoc javadoc(ReadModelTypes readModel, Listing listing) {
        Javadoc javadoc =
                listing.description().isPresent()
                        ? Javadoc.of("$L", Phrases.sentence(listing.description(), ""))
                        : Javadoc.of(
                                "Asks for a page of {@link $T} rows by "
                                        + (listing.descending() ? "descending" : "ascending")
                                        + " {@code $L}.",
                                readModel.row(),
                                Names.component(listing.sort()));
        for (Filter filter : listing.filters()) {
            Filters.describe(javadoc, readModel.asked(filter));
        }
        return javadoc.param(
                        "after", "the key behind which the page begins; empty for the first page")
                .param("limit", "the most rows of the page; at least 1");
    }
}
