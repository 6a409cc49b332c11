package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.QueryRecords;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.QueryModel;
import io.contextmill.model.QueryModel.ByKey;
import io.contextmill.model.QueryModel.Listing;

/** A query as a record. */
final class QueryFile {
    private QueryFile() {}

    static JavaSource of(ContextTypes types, QueryModel query) {
        ClassName name = types.query(query);
        ReadModelTypes readModel = types.readModelOf(query);
        TypeSpec.Builder type =
                query instanceof Listing listing
                        ? QueryRecords.listing(
                                name,
                                listing,
                                readModel,
                                readModel.row(),
                                readModel.parameters(listing),
                                RowsFile.AFTER)
                        : QueryRecords.byKey(
                                name,
                                (ByKey) query,
                                readModel,
                                readModel.row(),
                                Component.of(readModel.key(), readModel.aggregate().id()));
        return JavaSource.of(name, type.build());
    }
}
