package io.contextmill.emitters.config;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.naming.ContextClass;
import javax.lang.model.element.Modifier;

/** The class that starts the service. */
final class ApplicationSource {
    private ApplicationSource() {}

    static JavaSource of(ContextTypes types) {
        ClassName name = types.of(ContextClass.APPLICATION);
        ClassName configuration = types.of(ContextClass.CONFIGURATION);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Boot.withoutProxies(Boot.BOOT_CONFIGURATION))
                        .addAnnotation(Boot.AUTO_CONFIGURATION)
                        .addAnnotation(
                                AnnotationSpec.builder(Boot.IMPORT)
                                        .addMember("value", "$T.class", configuration)
                                        .build())
                        .addJavadoc(
                                Javadoc.of(
                                                "The $L service as a Spring Boot application. Nothing is scanned for:"
                                                        + " {@link $T} names everything.",
                                                types.context().name(),
                                                configuration)
                                        .block())
                        .addMethod(
                                MethodSpec.methodBuilder("main")
                                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                                        .addJavadoc(Javadoc.of("Starts the service.").block())
                                        .addParameter(String[].class, "args")
                                        .addStatement(
                                                "new $T($T.class).properties($S).run(args)",
                                                Boot.APPLICATION_BUILDER,
                                                name,
                                                "spring.config.name=" + types.names().module())
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }
}
