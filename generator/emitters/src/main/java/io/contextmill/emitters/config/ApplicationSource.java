package io.contextmill.emitters.config;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.naming.ContextClass;
import javax.lang.model.element.Modifier;

/** The class that starts the service. */
final class ApplicationSource {
    private ApplicationSource() {}

    static JavaSource of(ContextTypes types) {
        ClassName name = types.of(ContextClass.APPLICATION);
        ClassName configuration = types.of(ContextClass.CONFIGURATION);
        TypeSpec.Builder type =
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
                                        .block());
        if (types.context().keepsEvents()) {
            type.addMethod(mainWithCommands(types)).addMethod(builder(types));
        } else {
            type.addMethod(main(types));
        }
        return JavaSource.of(name, type.build());
    }

    private static MethodSpec main(ContextTypes types) {
        return MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Javadoc.of("Starts the service.").block())
                .addParameter(String[].class, "args")
                .addStatement("$L.run(args)", builderOf(types))
                .build();
    }

    private static CodeBlock builderOf(ContextTypes types) {
        return CodeBlock.of(
                "new $T($T.class).properties($S)",
                Boot.APPLICATION_BUILDER,
                types.of(ContextClass.APPLICATION),
                "spring.config.name=" + types.names().module());
    }

    /** Where read models can be built anew, from the command line. */
    private static MethodSpec mainWithCommands(ContextTypes types) {
        ClassName rebuild = RepositoryParts.eventStore(types, "RebuildCommand");
        return MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of("Starts the service, or builds its read models anew and ends.")
                                .block())
                .addParameter(String[].class, "args")
                .beginControlFlow("if ($T.isAskedFor(args))", rebuild)
                .addStatement("$1T.exit($2T.run(builder(), $1T.out, args))", System.class, rebuild)
                .endControlFlow()
                .addStatement("builder().run(args)")
                .build();
    }

    private static MethodSpec builder(ContextTypes types) {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.STATIC)
                .addJavadoc(Javadoc.of("The service before it is started.").block())
                .returns(Boot.APPLICATION_BUILDER)
                .addStatement("return $L", builderOf(types))
                .build();
    }
}
