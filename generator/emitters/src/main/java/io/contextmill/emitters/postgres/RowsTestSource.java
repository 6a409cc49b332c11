package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.naming.ContextClass;
import io.contextmill.naming.ReadModelClass;

/** The test that holds rows on PostgreSQL to the contract of their port. */
final class RowsTestSource {
    private static final ClassName BEFORE_EACH =
            ClassName.get("org.junit.jupiter.api", "BeforeEach");

    private RowsTestSource() {}

    static JavaSource of(ReadModelTypes readModel) {
        ContextTypes types = readModel.types();
        ClassName name = readModel.of(ReadModelClass.POSTGRES_ROWS_TEST);
        Table table = Table.of(readModel);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .superclass(readModel.of(ReadModelClass.ROWS_CONTRACT))
                        .addJavadoc(
                                Javadoc.of("Rows in the table {@code $L}.", table.name()).block())
                        .addField(TestDatabases.field(types))
                        .addMethod(TestDatabases.creation(types))
                        .addMethod(
                                MethodSpec.methodBuilder("removeRows")
                                        .addAnnotation(BEFORE_EACH)
                                        .addStatement(
                                                "database.jdbc().sql($S).update()",
                                                "delete from " + table.sqlName())
                                        .build())
                        .addMethod(
                                TestDatabases.overriding(readModel.variables())
                                        .returns(readModel.rows())
                                        .addStatement(
                                                "return $T.$L($L)",
                                                AdapterSource.name(types),
                                                readModel.factory(),
                                                arguments(readModel))
                                        .build());
        if (RepositoryParts.of(readModel).size() > 1) {
            type.addMethod(TestDatabases.mapper(types));
        }
        return JavaSource.of(name, type.build());
    }

    private static CodeBlock arguments(ReadModelTypes readModel) {
        return RepositoryParts.of(readModel).stream()
                .map(
                        part ->
                                switch (part.name()) {
                                    case "jdbc" -> CodeBlock.of("database.jdbc()");
                                    case "json" -> CodeBlock.of("mapper()");
                                    default ->
                                            CodeBlock.of(
                                                    "$T.events(mapper())",
                                                    readModel.types().of(ContextClass.DOMAIN_JSON));
                                })
                .collect(CodeBlock.joining(", "));
    }
}
