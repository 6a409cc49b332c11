package io.contextmill.emitters.readmodel;

import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.ReadModelTypes.Foreign;
import io.contextmill.emitters.java.Records;
import io.contextmill.model.Effects;
import io.contextmill.model.EventModel;
import io.contextmill.model.FieldModel;
import java.util.List;
import java.util.stream.Stream;

/** A row of a read model. */
final class ReadModelFile {
    private ReadModelFile() {}

    static JavaSource of(ReadModelTypes readModel) {
        TypeSpec.Builder type =
                Records.of(readModel.row(), readModel.components())
                        .addAnnotation(Libraries.QUERY_MODEL)
                        .addJavadoc(Javadoc.of("$L", readModel.meaning()).block());
        List<EventModel> changes =
                Stream.concat(
                                readModel.projected().stream().filter(EventModel::changes),
                                readModel.foreign().stream().map(Foreign::event))
                        .toList();
        for (FieldModel field :
                Effects.changed(
                        readModel.model().fields(),
                        readModel.aggregate().model().lifecycle(),
                        changes)) {
            type.addMethod(
                    Records.with(
                            readModel.row(),
                            readModel.noun(),
                            readModel.components(),
                            readModel.component(field)));
        }
        return JavaSource.of(readModel.row(), type.build());
    }
}
