package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.Type.ValueType;
import io.contextmill.naming.ValueClass;

/** What a caller says of a value object, which may be wrong, and the value that it means. */
final class ValueRequestSource {
    private ValueRequestSource() {}

    static JavaSource of(ContextTypes types, ValueType value) {
        ClassName name = types.of(value, ValueClass.REQUEST);
        TypeName meant = types.type(value);
        RequestFields fields = new RequestFields(types);
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder();
        value.fields().forEach(field -> constructor.addParameter(fields.component(field)));
        CodeBlock arguments =
                value.fields().stream().map(fields::value).collect(CodeBlock.joining(", "));
        TypeSpec type =
                TypeSpec.recordBuilder(name)
                        .recordConstructor(constructor.build())
                        .addJavadoc(
                                Javadoc.of(
                                                "What the body of a request says of $L.",
                                                Phrases.aNoun(value.name()))
                                        .block())
                        .addMethod(
                                MethodSpec.methodBuilder(RequestFields.meant(value))
                                        .returns(meant)
                                        .addStatement("return new $T($L)", meant, arguments)
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }
}
