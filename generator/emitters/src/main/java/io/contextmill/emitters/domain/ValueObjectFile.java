package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.emitters.java.Records;
import io.contextmill.emitters.java.Records.Component;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.Names;
import java.util.List;

/** A value object. */
final class ValueObjectFile {
    private ValueObjectFile() {}

    static JavaSource of(ContextTypes types, ValueType value) {
        ClassName name = (ClassName) types.type(value);
        TypeSpec.Builder type =
                Records.of(name, components(types, value))
                        .addAnnotation(Libraries.VALUE_OBJECT)
                        .addJavadoc(
                                Javadoc.of("$L.", Phrases.capitalised(Phrases.aNoun(value.name())))
                                        .block());
        return JavaSource.of(name, type.build());
    }

    private static List<Component> components(ContextTypes types, ValueType value) {
        return value.fields().stream()
                .map(field -> Component.of(Names.component(field), types.type(field)))
                .toList();
    }
}
