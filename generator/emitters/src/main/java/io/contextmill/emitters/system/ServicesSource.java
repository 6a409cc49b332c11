package io.contextmill.emitters.system;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.model.ContextModel;
import io.contextmill.naming.ContextClass;
import javax.lang.model.element.Modifier;

/** The enum of the services, which knows how each is started. */
final class ServicesSource {
    private static final TypeName MAIN =
            ParameterizedTypeName.get(
                    ClassName.get("org.springframework.util.function", "ThrowingConsumer"),
                    TypeName.get(String[].class));

    private final SystemTypes types;

    ServicesSource(SystemTypes types) {
        this.types = types;
    }

    JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.enumBuilder(types.services())
                        .addJavadoc(
                                Javadoc.of(
                                                "The services of the $L workspace, each with a database of its own on one PostgreSQL.",
                                                types.workspace())
                                        .block());
        for (ContextModel context : types.contexts()) {
            type.addEnumConstant(
                    types.names().constant(context),
                    TypeSpec.anonymousClassBuilder(arguments(context)).build());
        }
        type.addField(
                        types.testing("ServiceDatabase"),
                        "database",
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                .addField(TypeName.INT, "port", Modifier.PRIVATE, Modifier.FINAL)
                .addField(MAIN, "main", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(database())
                .addMethod(port())
                .addMethod(start());
        return JavaSource.of(types.services(), type.build());
    }

    private CodeBlock arguments(ContextModel context) {
        ContextTypes own = types.of(context);
        return CodeBlock.of(
                "$S, $S, $L, $T::main",
                own.names().module(),
                own.names().login(),
                types.context().names().port(context),
                own.of(ContextClass.APPLICATION));
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(String.class, "module")
                .addParameter(String.class, "login")
                .addParameter(TypeName.INT, "port")
                .addParameter(MAIN, "main")
                .addStatement(
                        "this.database = new $T(module, login)", types.testing("ServiceDatabase"))
                .addStatement("this.port = port")
                .addStatement("this.main = main")
                .build();
    }

    private MethodSpec database() {
        return MethodSpec.methodBuilder("database")
                .addJavadoc(
                        Javadoc.of("Its database, the same for all that this JVM does.").block())
                .returns(types.testing("TestDatabase"))
                .addStatement("return database.shared()")
                .build();
    }

    private static MethodSpec port() {
        return MethodSpec.methodBuilder("port")
                .addJavadoc(Javadoc.of("Where it listens when people try it out.").block())
                .returns(TypeName.INT)
                .addStatement("return port")
                .build();
    }

    private MethodSpec start() {
        return MethodSpec.methodBuilder("start")
                .addJavadoc(
                        Javadoc.of("Starts it as it starts in production, save for its database.")
                                .param("port", "where it listens; 0 for any port that is free")
                                .block())
                .returns(SystemTypes.SPRING_CONTEXT)
                .addParameter(TypeName.INT, "port")
                .addStatement("$T own = database()", types.testing("TestDatabase"))
                .addComment(
                        "One log for all: in each line, it would have the name of the first one.")
                .addStatement(
                        "return $T.from(main).run($S + port, $S + own.getJdbcUrl(), $S + own.getUsername(),"
                                + " $S + own.getPassword(), $S).getApplicationContext()",
                        SystemTypes.SPRING_APPLICATION,
                        "--server.port=",
                        "--spring.datasource.url=",
                        "--spring.datasource.username=",
                        "--spring.datasource.password=",
                        "--logging.include-application-name=false")
                .build();
    }
}
