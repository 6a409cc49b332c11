package io.contextmill.emitters.domain;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.AggregateModel;
import io.contextmill.model.Effects;
import io.contextmill.model.FieldModel;
import java.util.ArrayList;
import java.util.List;

/** The state of an aggregate, with a method for each field that events change. */
final class AggregateFile {
    private AggregateFile() {}

    static JavaSource of(AggregateTypes aggregate) {
        AggregateModel model = aggregate.model();
        List<Component> components = new ArrayList<>(aggregate.components());
        Component id = components.get(0);
        components.set(
                0,
                new Component(
                        id.name(),
                        id.type(),
                        List.of(AnnotationSpec.builder(Libraries.IDENTITY).build())));
        TypeSpec.Builder type =
                Records.of(aggregate.state(), components)
                        .addAnnotation(Libraries.AGGREGATE_ROOT)
                        .addJavadoc(
                                Javadoc.of(
                                                "$L",
                                                Phrases.sentence(
                                                        model.description(),
                                                        aggregate.aNoun()
                                                                + ": its state at one moment"))
                                        .block());
        for (FieldModel field :
                Effects.changed(model.fields(), model.lifecycle(), aggregate.happenings())) {
            type.addMethod(
                    Records.with(
                            aggregate.state(),
                            aggregate.noun(),
                            aggregate.components(),
                            aggregate.component(field)));
        }
        return JavaSource.of(aggregate.state(), type.build());
    }
}
