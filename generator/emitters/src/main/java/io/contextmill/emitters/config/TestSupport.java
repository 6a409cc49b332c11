package io.contextmill.emitters.config;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.samples.Clocks;
import io.contextmill.naming.ContextClass;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What tests of the whole service are made of. */
final class TestSupport {
    private final ContextTypes types;

    TestSupport(ContextTypes types) {
        this.types = types;
    }

    /** The annotation of such a test. */
    JavaSource serviceTest() {
        ClassName name = types.of(ContextClass.SERVICE_TEST);
        TypeSpec type =
                TypeSpec.annotationBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(
                                member(ClassName.get(Target.class), "$T.TYPE", ElementType.class))
                        .addAnnotation(
                                member(
                                        ClassName.get(Retention.class),
                                        "$T.RUNTIME",
                                        RetentionPolicy.class))
                        .addAnnotation(
                                AnnotationSpec.builder(Boot.BOOT_TEST)
                                        .addMember("classes", "{$L}", classes())
                                        .addMember(
                                                "useMainMethod", "$T.ALWAYS", Boot.USE_MAIN_METHOD)
                                        .addMember(
                                                "webEnvironment",
                                                "$T.RANDOM_PORT",
                                                Boot.WEB_ENVIRONMENT)
                                        .build())
                        .addAnnotation(Boot.TEST_CLIENT_AUTO_CONFIGURATION)
                        .addJavadoc(
                                Javadoc.of(
                                                "A test of the whole service: it listens on a port of its own and keeps"
                                                        + " its data in the test database.")
                                        .block())
                        .build();
        return JavaSource.of(name, type);
    }

    private CodeBlock classes() {
        Stream<ContextClass> always =
                Stream.of(ContextClass.APPLICATION, ContextClass.TEST_DATABASE_CONFIGURATION);
        Stream<ContextClass> timed =
                types.asksForNow()
                        ? Stream.of(ContextClass.TEST_CLOCK_CONFIGURATION)
                        : Stream.empty();
        return Stream.concat(always, timed)
                .map(part -> CodeBlock.of("$T.class", types.of(part)))
                .collect(CodeBlock.joining(", "));
    }

    private static AnnotationSpec member(ClassName annotation, String format, Class<?> type) {
        return AnnotationSpec.builder(annotation).addMember("value", format, type).build();
    }

    /** Where tests find the database. */
    JavaSource database() {
        ClassName name = types.of(ContextClass.DATABASE);
        ClassName database = types.testing("ServiceDatabase");
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "The database of the $L service in tests.",
                                                types.context().name())
                                        .block())
                        .addField(
                                FieldSpec.builder(
                                                database,
                                                types.databaseConstant(),
                                                Modifier.PUBLIC,
                                                Modifier.STATIC,
                                                Modifier.FINAL)
                                        .addJavadoc(
                                                Javadoc.of(
                                                                "Made by the script and the migrations that make it in production.")
                                                        .block())
                                        .initializer(
                                                "new $T($S, $S)",
                                                database,
                                                types.names().module(),
                                                types.names().login())
                                        .build())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }

    /** The test of who may enter the database. */
    JavaSource databaseAccess() {
        ClassName name = types.of(ContextClass.DATABASE_ACCESS_TEST);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .superclass(types.testing("DatabaseAccessContract"))
                        .addJavadoc(
                                Javadoc.of(
                                                "The login of the $L service enters its own database, and no other.",
                                                types.context().name())
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addStatement("super($L)", types.database())
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }

    /** The configuration that leads to the test database. */
    JavaSource databaseConfiguration() {
        ClassName name = types.of(ContextClass.TEST_DATABASE_CONFIGURATION);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Boot.withoutProxies(Boot.TEST_CONFIGURATION))
                        .addJavadoc(
                                Javadoc.of(
                                                "Has the service use the test database, whatever its configuration says.")
                                        .block())
                        .addMethod(
                                PlatformBeans.bean("testDatabase", Boot.CONNECTION_DETAILS)
                                        .addStatement("return $L.shared()", types.database())
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }

    /** The configuration that stops the clock; absent where nothing asks for the moment. */
    Optional<JavaSource> clockConfiguration() {
        if (!types.asksForNow()) {
            return Optional.empty();
        }
        ClassName name = types.of(ContextClass.TEST_CLOCK_CONFIGURATION);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Boot.withoutProxies(Boot.TEST_CONFIGURATION))
                        .addJavadoc(
                                Javadoc.of("Has the service decide everything at one moment.")
                                        .block())
                        .addMethod(
                                PlatformBeans.bean("testClock", ClassName.get(InstantSource.class))
                                        .addAnnotation(Boot.PRIMARY)
                                        .addStatement("return $L", Clocks.fixed())
                                        .build())
                        .build();
        return Optional.of(JavaSource.of(name, type));
    }

    /** The class that starts the service without a database at hand. */
    JavaSource application() {
        ClassName name = types.of(ContextClass.TEST_APPLICATION);
        TypeSpec type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "Starts the service on a PostgreSQL of its own:"
                                                        + " {@code mvn spring-boot:test-run}.")
                                        .block())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("main")
                                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                                        .addJavadoc(Javadoc.of("Starts the service.").block())
                                        .addParameter(String[].class, "args")
                                        .addStatement(
                                                "$T.from($T::main).with($T.class).run(args)",
                                                Boot.APPLICATION,
                                                types.of(ContextClass.APPLICATION),
                                                types.of(ContextClass.TEST_DATABASE_CONFIGURATION))
                                        .build())
                        .build();
        return JavaSource.of(name, type);
    }
}
