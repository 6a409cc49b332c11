package io.contextmill.emitters.json;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Javadoc;
import javax.lang.model.element.Modifier;

/** The classes that write and read JSON documents, which are values of the domain, as they are. */
final class Documents {
    static final String WRITER = "DocumentWriter";
    static final String READER = "DocumentReader";

    private Documents() {}

    static TypeSpec writer(ContextTypes types) {
        ClassName json = types.platform("Json");
        MethodSpec serialize =
                MethodSpec.methodBuilder("serialize")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(json, "document")
                        .addParameter(ClassName.get("tools.jackson.core", "JsonGenerator"), "to")
                        .addParameter(
                                ClassName.get("tools.jackson.databind", "SerializationContext"),
                                "context")
                        .addStatement("to.writeRawValue(document.text())")
                        .build();
        return type(WRITER, "ValueSerializer", json, "Writes a document as it is.", serialize);
    }

    static TypeSpec reader(ContextTypes types) {
        ClassName json = types.platform("Json");
        MethodSpec deserialize =
                MethodSpec.methodBuilder("deserialize")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(json)
                        .addParameter(Jackson.PARSER, "parser")
                        .addParameter(Jackson.DESERIALIZATION_CONTEXT, "context")
                        .addStatement("$T text = context.readTree(parser).toString()", String.class)
                        .beginControlFlow("try")
                        .addStatement("return new $T(text)", json)
                        .nextControlFlow("catch ($T e)", IllegalArgumentException.class)
                        .addStatement(
                                "throw context.weirdStringException(text, $T.class, $S)",
                                json,
                                "cannot be stored")
                        .endControlFlow()
                        .build();
        return type(
                READER,
                "ValueDeserializer",
                json,
                "Reads whatever stands there, and refuses what cannot be stored.",
                deserialize);
    }

    private static TypeSpec type(
            String name, String base, TypeName json, String meaning, MethodSpec method) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(
                        ParameterizedTypeName.get(
                                ClassName.get("tools.jackson.databind", base), json))
                .addJavadoc(Javadoc.of(meaning).block())
                .addMethod(method)
                .build();
    }
}
