package io.contextmill.emitters.system;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Modifier;

/** The class that holds all services once they are started. */
final class TogetherSource {
    private final SystemTypes types;

    TogetherSource(SystemTypes types) {
        this.types = types;
    }

    JavaSource source() {
        TypeSpec type =
                TypeSpec.classBuilder(types.together())
                        .addModifiers(Modifier.FINAL)
                        .addJavadoc(
                                Javadoc.of(
                                                "All services of the $L workspace, started together; they end with this JVM.",
                                                types.workspace())
                                        .block())
                        .addField(types.together(), "shared", Modifier.PRIVATE, Modifier.STATIC)
                        .addField(running())
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build())
                        .addMethod(client())
                        .addMethod(start())
                        .addMethod(address())
                        .build();
        return JavaSource.of(types.together(), type);
    }

    private FieldSpec running() {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                ClassName.get(Map.class),
                                types.services(),
                                SystemTypes.SPRING_CONTEXT),
                        "running",
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .initializer("new $T<>($T.class)", EnumMap.class, types.services())
                .build();
    }

    private MethodSpec client() {
        ClassName client = types.testing("ServiceClient");
        return MethodSpec.methodBuilder("client")
                .addModifiers(Modifier.STATIC, Modifier.SYNCHRONIZED)
                .addJavadoc(
                        Javadoc.of(
                                        "A service as its callers see it. All services are started for the first test that asks for"
                                                + " one, and stay for the others.")
                                .block())
                .returns(client)
                .addParameter(types.services(), "service")
                .beginControlFlow("if (shared == null)")
                .addStatement("shared = start(any -> 0)")
                .endControlFlow()
                .addStatement(
                        "return new $T($T.bindToServer().baseUrl(shared.address(service)).build())",
                        client,
                        Libraries.TEST_CLIENT)
                .build();
    }

    private MethodSpec start() {
        return MethodSpec.methodBuilder("start")
                .addModifiers(Modifier.STATIC)
                .addJavadoc(
                        Javadoc.of("Starts all services, or none where one of them does not start.")
                                .param("ports", "where each listens; 0 for any port that is free")
                                .block())
                .returns(types.together())
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(ToIntFunction.class), types.services()),
                        "ports")
                .addStatement("$1T all = new $1T()", types.together())
                .addCode(startEach())
                .addStatement("return all")
                .build();
    }

    private CodeBlock startEach() {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .beginControlFlow("for ($1T service : $1T.values())", types.services())
                .addStatement("all.running.put(service, service.start(ports.applyAsInt(service)))")
                .endControlFlow()
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addStatement("all.running.values().forEach($T::close)", SystemTypes.SPRING_CONTEXT)
                .addStatement("throw e")
                .endControlFlow()
                .build();
    }

    private MethodSpec address() {
        return MethodSpec.methodBuilder("address")
                .addJavadoc(Javadoc.of("Where a service is found.").block())
                .returns(TypeName.get(String.class))
                .addParameter(types.services(), "service")
                .addStatement(
                        "return $S + running.get(service).getEnvironment().getRequiredProperty($S)",
                        "http://localhost:",
                        "local.server.port")
                .build();
    }
}
