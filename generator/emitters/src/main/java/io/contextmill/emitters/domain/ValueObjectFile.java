package io.contextmill.emitters.domain;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
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
import io.contextmill.naming.ValueClass;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A value object, and what the team says that it can do. */
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
        if (value.scalar()) {
            type.addMethod(print(types, value));
        }
        if (value.owned()) {
            type.addSuperinterface(types.of(value, ValueClass.BEHAVIOUR));
        }
        return JavaSource.of(name, type.build());
    }

    /** A typed scalar is printed as what it is written as: people read it in messages. */
    private static MethodSpec print(ContextTypes types, ValueType value) {
        Component only = components(types, value).get(0);
        boolean text = only.type().equals(ClassName.get(String.class));
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement(text ? "return $L" : "return String.valueOf($L)", only.name())
                .build();
    }

    /** What the team lets it do: an interface that it implements, for methods with bodies. */
    static JavaSource behaviour(ContextTypes types, ValueType value) {
        ClassName name = types.of(value, ValueClass.BEHAVIOUR);
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                Javadoc.of(
                                                "What $L can do, said by the team in default methods. They are no part"
                                                        + " of its JSON, whatever they are called.",
                                                Phrases.aNoun(value.name()))
                                        .block());
        for (Component component : components(types, value)) {
            type.addMethod(
                    MethodSpec.methodBuilder(component.name())
                            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                            .returns(component.type())
                            .build());
        }
        return JavaSource.of(name, type.build());
    }

    private static List<Component> components(ContextTypes types, ValueType value) {
        return value.fields().stream()
                .map(field -> Component.of(Names.component(field), types.type(field)))
                .toList();
    }
}
