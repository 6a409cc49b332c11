package io.contextmill.emitters.domain;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.Entity;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;

/** An entity inside an aggregate: like all state, a record of what it is at one moment. */
final class EntityFile {
    private EntityFile() {}

    static JavaSource of(ContextTypes types, ValueType entity, Entity inside) {
        ClassName name = (ClassName) types.type(entity);
        List<Component> components = new ArrayList<>();
        for (FieldModel field : entity.fields()) {
            components.add(
                    new Component(
                            Names.component(field),
                            types.type(field),
                            components.isEmpty()
                                    ? List.of(AnnotationSpec.builder(Libraries.IDENTITY).build())
                                    : List.of()));
        }
        String otherwise =
                Phrases.aNoun(entity.name())
                        + " inside "
                        + Phrases.aNoun(inside.aggregate())
                        + ": its state at one moment";
        TypeSpec.Builder type =
                Records.of(name, components)
                        .addAnnotation(Libraries.ENTITY)
                        .addJavadoc(
                                Javadoc.of("$L", Phrases.sentence(inside.description(), otherwise))
                                        .block());
        return JavaSource.of(name, type.build());
    }
}
