package io.contextmill.emitters.domain;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.Phrases;
import io.contextmill.model.Type;
import io.contextmill.naming.Names;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * An enum. The states of a lifecycle can tell whether a command is accepted, where some command is
 * not always.
 */
final class EnumFile {
    private EnumFile() {}

    static JavaSource of(ContextTypes types, Type.EnumType declared) {
        ClassName name = (ClassName) types.type(declared);
        TypeSpec.Builder type =
                TypeSpec.enumBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Libraries.VALUE_OBJECT)
                        .addJavadoc(
                                Javadoc.of("$L.", Phrases.capitalised(types.meaning(declared)))
                                        .block());
        declared.values().forEach(value -> type.addEnumConstant(Names.constant(value)));
        if (guards(types, name)) {
            type.addMethod(requireOneOf(types, name));
        }
        return JavaSource.of(name, type.build());
    }

    private static boolean guards(ContextTypes types, ClassName states) {
        return types.aggregates().stream()
                .anyMatch(
                        aggregate ->
                                aggregate.hasIllegalTransitions()
                                        && aggregate.states().filter(states::equals).isPresent());
    }

    private static MethodSpec requireOneOf(ContextTypes types, ClassName states) {
        ClassName illegal = types.platform("IllegalTransition");
        return MethodSpec.methodBuilder("requireOneOf")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        Javadoc.of("Lets a command pass in some states only.")
                                .param("command", "what was asked for")
                                .param("accepted", "the states in which it is accepted")
                                .throwing(illegal, "if this is another state")
                                .block())
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Class.class),
                                WildcardTypeName.subtypeOf(Object.class)),
                        "command")
                .addParameter(ArrayTypeName.of(states), "accepted")
                .varargs()
                .beginControlFlow("if (!$T.of(accepted).contains(this))", List.class)
                .addStatement("throw new $T(command, this)", illegal)
                .endControlFlow()
                .build();
    }
}
