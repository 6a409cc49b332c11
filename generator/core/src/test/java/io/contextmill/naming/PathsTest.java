package io.contextmill.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.SourceFile;
import io.contextmill.model.ContextModel;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Linker;
import io.contextmill.model.WorkspaceModel;
import io.contextmill.source.YamlReader;
import io.contextmill.spec.SpecDecoder;
import org.junit.jupiter.api.Test;

/** Where commands and queries are found over HTTP. */
class PathsTest {
    private static final String SPEC =
            """
            context: Depot
            aggregates:
              Parcel: {fields: {limit: "int?", weight: "int?"}}
            events:
              ParcelAdded: {fields: {limit: "int?", weight: "int?"}}
              ParcelFound: {fields: {limit: "int?", weight: "int?"}}
              ParcelSent: {}
            commands:
              AddParcel: {fields: {limit: "int?", weight: "int?"}, emits: ParcelAdded}
              FindParcel: {creates: always, fields: {limit: "int?", weight: "int?"}, emits: ParcelFound}
              SendParcel: {emits: ParcelSent}
              Return: {aggregate: Parcel, creates: ifAbsent, emits: ParcelSent}
            queries:
              ListParcels: {returns: "ParcelSummary[]"}
              ParcelsByLimit: {by: "limit?", returns: "ParcelSummary[]"}
              GetParcel: {returns: ParcelSummary}
              ShowParcel: {returns: ParcelSummary}
            """;

    private final WorkspaceModel workspace =
            new YamlReader()
                    .read(new SourceFile("depot.yaml", SPEC))
                    .then(SpecDecoder::decode)
                    .then(Linker::link)
                    .value()
                    .orElseThrow();
    private final ContextModel context = workspace.contexts().get(0);
    private final Names names = WorkspaceNames.of(workspace).of(context);

    @Test
    void theFirstThatMakesOneIsPostedToAll() {
        assertThat(context.aggregate("Parcel").commands())
                .extracting(names::path)
                .containsExactly(
                        "/parcels",
                        "/parcels/find-parcel",
                        "/parcels/{parcel}/send-parcel",
                        "/parcels/{parcel}/return");
    }

    @Test
    void theFirstQueriesAreAskedOfAllAndOfOne() {
        assertThat(context.queries())
                .extracting(names::path)
                .containsExactly(
                        "/parcels",
                        "/parcels/parcels-by-limit",
                        "/parcels/{parcel}",
                        "/parcels/{parcel}/show-parcel");
    }

    @Test
    void whatEachListIsAskedWithIsNotAskedWithTwice() {
        assertThat(context.aggregate("Parcel").fields().stream().map(FieldModel::name))
                .contains("limit", "weight");
        assertThat(context.aggregate("Parcel").fields())
                .extracting(field -> Names.queryParameter(field.name()))
                .contains("limit_", "weight");
    }

    @Test
    void membersAreNoWordsOfJava() {
        assertThat(Names.member("SendParcel")).isEqualTo("sendParcel");
        assertThat(Names.member("Return")).isEqualTo("return_");
        assertThat(Names.member("Notify")).isEqualTo("notify_");
    }
}
