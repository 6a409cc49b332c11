package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.naming.ContextClass;
import javax.lang.model.element.Modifier;

/** What tests on a database of their own have in common. */
final class TestDatabases {
    private static final ClassName BEFORE_ALL = ClassName.get("org.junit.jupiter.api", "BeforeAll");

    private TestDatabases() {}

    /** What holds the database. */
    static FieldSpec field(ContextTypes types) {
        return FieldSpec.builder(database(types), "database", Modifier.PRIVATE, Modifier.STATIC)
                .build();
    }

    /** What makes the database before all tests. */
    static MethodSpec creation(ContextTypes types) {
        return MethodSpec.methodBuilder("createDatabase")
                .addAnnotation(BEFORE_ALL)
                .addModifiers(Modifier.STATIC)
                .addStatement("database = $L", migrated(types))
                .build();
    }

    /** A new one with the service's tables. */
    static CodeBlock migrated(ContextTypes types) {
        return CodeBlock.of("$L.migrated()", types.database());
    }

    /** The class of the database. */
    static ClassName database(ContextTypes types) {
        return types.testing("MigratedDatabase");
    }

    /** A method that a contract asks for. */
    static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED);
    }

    /** The method that makes what reads and writes the domain's values as JSON. */
    static MethodSpec mapper(ContextTypes types) {
        return MethodSpec.methodBuilder("mapper")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Libraries.JSON_MAPPER)
                .addStatement(
                        "$T mapper = $T.builder()",
                        Libraries.JSON_MAPPER.nestedClass("Builder"),
                        Libraries.JSON_MAPPER)
                .addStatement("$T.configure(mapper)", types.of(ContextClass.DOMAIN_JSON))
                .addStatement("return mapper.build()")
                .build();
    }
}
