package io.contextmill.emitters.system;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import javax.lang.model.element.Modifier;

/** The class that starts all services for people. */
final class ApplicationSource {
    private ApplicationSource() {}

    static JavaSource of(SystemTypes types) {
        ClassName name = ContextTypes.className(types.names().application());
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Starts all services of the $L workspace on a PostgreSQL of their own:"
                                                        + " {@code mvn -pl system-tests -am spring-boot:test-run -Dtogether}.",
                                                types.workspace())
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build())
                        .addMethod(main(types))
                        .build();
        return JavaSource.of(name, type);
    }

    private static MethodSpec main(SystemTypes types) {
        return MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Javadoc.of("Starts the services, and says where they are.").block())
                .addParameter(String[].class, "args")
                .addStatement("$1T all = $1T.start($2T::port)", types.together(), types.services())
                .beginControlFlow("for ($1T service : $1T.values())", types.services())
                .addStatement(
                        "$T.out.println(service + $S + all.address(service))",
                        System.class,
                        " is at ")
                .endControlFlow()
                .build();
    }
}
