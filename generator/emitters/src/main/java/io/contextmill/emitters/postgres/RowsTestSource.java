package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
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
                                                "return $T.$L(database.jdbc()$L)",
                                                AdapterSource.name(types),
                                                readModel.factory(),
                                                table.hasJson() ? ", mapper()" : "")
                                        .build());
        if (table.hasJson()) {
            type.addMethod(TestDatabases.mapper(types));
        }
        return JavaSource.of(name, type.build());
    }
}
