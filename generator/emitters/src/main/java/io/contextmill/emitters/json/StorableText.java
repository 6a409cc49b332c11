package io.contextmill.emitters.json;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.FieldModel;
import io.contextmill.model.Type.ListType;
import io.contextmill.model.Type.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class that lets no text in that the database could not hold as it is. */
final class StorableText {
    static final String NAME = "StorableText";

    private static final ClassName VALUE_DESERIALIZER =
            ClassName.get("tools.jackson.databind", "ValueDeserializer");
    private static final ClassName TOKEN = ClassName.get("tools.jackson.core", "JsonToken");

    private StorableText() {}

    /** Whether a context has texts at all. */
    static boolean isNeeded(ContextTypes types) {
        Stream<FieldModel> fields =
                types.aggregates().stream()
                        .flatMap(
                                aggregate ->
                                        Stream.concat(
                                                aggregate.model().commands().stream()
                                                        .map(command -> command.fields()),
                                                aggregate.model().events().stream()
                                                        .map(event -> event.fields())))
                        .flatMap(List::stream);
        Stream<FieldModel> members =
                types.context().values().stream().flatMap(value -> value.fields().stream());
        return Stream.concat(fields, members)
                .map(FieldModel::type)
                .map(type -> type instanceof ListType list ? list.item().type() : type)
                .anyMatch(type -> type == Scalar.STRING || type == Scalar.TEXT);
    }

    static TypeSpec source() {
        MethodSpec deserialize =
                MethodSpec.methodBuilder("deserialize")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addParameter(Jackson.PARSER, "parser")
                        .addParameter(Jackson.DESERIALIZATION_CONTEXT, "context")
                        .beginControlFlow("if (!parser.hasToken($T.VALUE_STRING))", TOKEN)
                        .addStatement(
                                "return ($T) context.handleUnexpectedToken($T.class, parser)",
                                String.class,
                                String.class)
                        .endControlFlow()
                        .addStatement("$T text = parser.getString()", String.class)
                        .beginControlFlow(
                                "if (text.indexOf('\\0') >= 0 || !$T.UTF_8.newEncoder().canEncode(text))",
                                StandardCharsets.class)
                        .addStatement(
                                "throw context.weirdStringException(text, $T.class, $S)",
                                String.class,
                                "cannot be stored")
                        .endControlFlow()
                        .addStatement("return text")
                        .build();
        return TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(
                        ParameterizedTypeName.get(VALUE_DESERIALIZER, ClassName.get(String.class)))
                .addJavadoc(
                        Javadoc.of(
                                        "Refuses what is no text, and what a database cannot hold: the character NUL,"
                                                + " and halves of characters.")
                                .block())
                .addMethod(deserialize)
                .build();
    }
}
