package io.contextmill.emitters.system;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The test that no service enters the database of another. */
final class DatabaseSeparationSource {
    private static final String PARAMS = "org.junit.jupiter.params";
    private static final ClassName ARGUMENTS = ClassName.get(PARAMS + ".provider", "Arguments");

    private DatabaseSeparationSource() {}

    static JavaSource of(SystemTypes types) {
        ClassName name = ContextTypes.className(types.names().separationTest());
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of("No service enters the database of another.").block())
                        .addField(
                                FieldSpec.builder(
                                                String.class,
                                                "INSUFFICIENT_PRIVILEGE",
                                                Modifier.PRIVATE,
                                                Modifier.STATIC,
                                                Modifier.FINAL)
                                        .initializer("$S", "42501")
                                        .build())
                        .addMethod(test(types))
                        .addMethod(pairs(types))
                        .build();
        return JavaSource.of(name, type).importing(Libraries.ASSERTIONS, "assertThatThrownBy");
    }

    private static MethodSpec test(SystemTypes types) {
        ClassName database = types.testing("TestDatabase");
        return MethodSpec.methodBuilder("loginIsRefusedByTheDatabaseOfAnotherService")
                .addAnnotation(
                        AnnotationSpec.builder(ClassName.get(PARAMS, "ParameterizedTest"))
                                .addMember("name", "$S", "{0} does not enter the database of {1}")
                                .build())
                .addAnnotation(
                        AnnotationSpec.builder(ClassName.get(PARAMS + ".provider", "MethodSource"))
                                .addMember("value", "$S", "pairs")
                                .build())
                .addParameter(types.services(), "service")
                .addParameter(types.services(), "other")
                .addStatement("$T own = service.database()", database)
                .addStatement("$T foreign = other.database()", database)
                .addCode("\n")
                .addStatement(
                        """
                        $T.assertThatThrownBy(() -> own.connectTo(foreign))
                        .asInstanceOf($T.throwable($T.class))
                        .extracting($T::getSQLState)
                        .isEqualTo(INSUFFICIENT_PRIVILEGE)""",
                        Libraries.ASSERTIONS,
                        ClassName.get("org.assertj.core.api", "InstanceOfAssertFactories"),
                        SQLException.class,
                        SQLException.class)
                .build();
    }

    private static MethodSpec pairs(SystemTypes types) {
        return MethodSpec.methodBuilder("pairs")
                .addModifiers(Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Stream.class), ARGUMENTS))
                .addStatement(
                        """
                        return $1T.of($2T.values())
                        .flatMap(service -> $1T.of($2T.values())
                        $>$>.filter(other -> other != service)
                        .map(other -> $3T.of(service, other)))$<$<""",
                        Stream.class,
                        types.services(),
                        ARGUMENTS)
                .build();
    }
}
