package io.contextmill.emitters.config;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.model.CommandModel;
import io.contextmill.model.CommandModel.Creation;
import io.contextmill.naming.ContextClass;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The test of what the service answers beside its own resources. */
final class ApplicationTestSource {
    private static final String PROBLEM =
            ".expectHeader().contentType($T.APPLICATION_PROBLEM_JSON).expectBody().jsonPath(\"$$.name\").isEqualTo($S)";

    private final ContextTypes types;

    ApplicationTestSource(ContextTypes types) {
        this.types = types;
    }

    JavaSource source() {
        ClassName name = types.of(ContextClass.APPLICATION_TEST);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addAnnotation(types.of(ContextClass.SERVICE_TEST))
                        .addJavadoc(
                                Javadoc.of("What the service answers beside its own resources.")
                                        .block())
                        .addField(
                                FieldSpec.builder(Libraries.TEST_CLIENT, "http", Modifier.PRIVATE)
                                        .addAnnotation(Boot.AUTOWIRED)
                                        .build())
                        .addMethod(isAliveAndReady())
                        .addMethod(publishesItsContract())
                        .addMethod(nothing());
        creation().ifPresent(command -> type.addMethod(otherMediaTypes(command)));
        return JavaSource.of(name, type.build());
    }

    private static MethodSpec isAliveAndReady() {
        return test("isAliveAndReady")
                .addStatement(
                        "http.get().uri($S).exchange().expectStatus().isOk()",
                        "/actuator/health/liveness")
                .addStatement(
                        "http.get().uri($S).exchange().expectStatus().isOk()",
                        "/actuator/health/readiness")
                .build();
    }

    private static MethodSpec publishesItsContract() {
        return test("publishesItsContract")
                .addStatement(
                        "http.get().uri($S).exchange().expectStatus().isOk().expectBody().jsonPath(\"$$.openapi\")"
                                + ".isEqualTo($S)",
                        "/openapi.json",
                        "3.1.0")
                .build();
    }

    private static MethodSpec nothing() {
        return test("answersWithAProblemWhereThereIsNothing")
                .addStatement(
                        "http.get().uri($S).exchange().expectStatus().isNotFound()" + PROBLEM,
                        "/nothing",
                        Boot.MEDIA_TYPE,
                        "NotFound")
                .build();
    }

    private MethodSpec otherMediaTypes(CommandModel command) {
        return test("answersWithAProblemToOtherMediaTypes")
                .addStatement(
                        "http.post().uri($S).contentType($T.TEXT_PLAIN).body($S).exchange().expectStatus()"
                                + ".isEqualTo($T.UNSUPPORTED_MEDIA_TYPE)"
                                + PROBLEM,
                        types.names().path(command),
                        Boot.MEDIA_TYPE,
                        "{}",
                        Boot.HTTP_STATUS,
                        Boot.MEDIA_TYPE,
                        "UnsupportedMediaType")
                .build();
    }

    /** A command that is posted with a body. */
    private Optional<CommandModel> creation() {
        return types.context().aggregates().stream()
                .flatMap(aggregate -> aggregate.commands().stream())
                .filter(command -> command.creation() == Creation.ALWAYS)
                .findFirst();
    }

    private static MethodSpec.Builder test(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Libraries.TEST);
    }
}
