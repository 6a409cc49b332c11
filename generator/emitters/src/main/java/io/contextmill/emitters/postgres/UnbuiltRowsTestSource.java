package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Libraries;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.samples.Samples;
import io.contextmill.emitters.samples.UniqueSamples;
import io.contextmill.model.Type.IdType;
import io.contextmill.naming.ReadModelClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The test of rows that no event builds: they are put into the table by hand. */
final class UnbuiltRowsTestSource {
    private final ReadModelTypes readModel;
    private final ContextTypes types;
    private final Table table;
    private final Samples samples;

    UnbuiltRowsTestSource(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.types = readModel.types();
        this.table = Table.of(readModel);
        this.samples = new Samples(types);
    }

    JavaSource source() {
        ClassName name = readModel.of(ReadModelClass.POSTGRES_ROWS_TEST);
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addJavadoc(
                                Javadoc.of(
                                                "Rows in the table {@code $L}, which no event fills yet.",
                                                table.name())
                                        .block())
                        .addField(
                                FieldSpec.builder(
                                                TestDatabases.database(types),
                                                "database",
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .initializer(TestDatabases.migrated(types))
                                        .build())
                        .addFields(json())
                        .addField(
                                FieldSpec.builder(
                                                readModel.rows(),
                                                readModel.variables(),
                                                Modifier.PRIVATE,
                                                Modifier.FINAL)
                                        .initializer(
                                                "$T.$L(database.jdbc()$L)",
                                                AdapterSource.name(types),
                                                readModel.factory(),
                                                table.hasJson() ? ", json" : "")
                                        .build())
                        .addMethod(findsAndListsRows())
                        .addMethod(insert());
        if (table.hasJson()) {
            type.addMethod(TestDatabases.mapper(types));
        }
        return JavaSource.of(name, type.build()).importing(Libraries.ASSERTIONS, "assertThat");
    }

    private List<FieldSpec> json() {
        return table.hasJson()
                ? List.of(
                        FieldSpec.builder(
                                        Libraries.JSON_MAPPER,
                                        "json",
                                        Modifier.PRIVATE,
                                        Modifier.FINAL)
                                .initializer("mapper()")
                                .build())
                : List.of();
    }

    private MethodSpec findsAndListsRows() {
        String rows = readModel.variables();
        ClassName id = readModel.aggregate().id();
        MethodSpec.Builder test =
                MethodSpec.methodBuilder("findsAndListsRows")
                        .addAnnotation(Libraries.TEST)
                        .addStatement("$T first = $L", id, key(1))
                        .addStatement("$T second = $L", id, key(2))
                        .addStatement("insert(second)")
                        .addStatement("insert(first)")
                        .addCode("\n")
                        .addStatement(
                                "$T.assertThat($L.find(first)).isPresent()",
                                Libraries.ASSERTIONS,
                                rows)
                        .addStatement(
                                "$T.assertThat($L.find($L)).isEmpty()",
                                Libraries.ASSERTIONS,
                                rows,
                                key(3));
        if (readModel.listings().stream().anyMatch(readModel::isPlain)) {
            test.addStatement(listed(CodeBlock.of("$T.empty()", Optional.class), "first"))
                    .addStatement(listed(CodeBlock.of("$T.of(first)", Optional.class), "second"));
        }
        return test.build();
    }

    /** Keys in ascending order, as they are asked for. */
    private CodeBlock key(int place) {
        IdType id = readModel.aggregate().model().id();
        return id.isUuid()
                ? samples.identity(id, place)
                : UniqueSamples.identity(readModel.aggregate());
    }

    private CodeBlock listed(CodeBlock after, String expected) {
        CodeBlock.Builder row = CodeBlock.builder().add("new $T($L", readModel.row(), expected);
        table.columns().forEach(column -> row.add(", $L", samples.java(column.field(), 1)));
        return CodeBlock.of(
                "$T.assertThat($L.list($L, 1).items()).containsExactly($L))",
                Libraries.ASSERTIONS,
                readModel.variables(),
                after,
                row.build());
    }

    private MethodSpec insert() {
        List<String> names = new ArrayList<>(List.of(table.sqlKey(), "version"));
        List<String> marks = new ArrayList<>(List.of("?", "1"));
        CodeBlock.Builder parameters = CodeBlock.builder().add(".param(key.value())");
        for (Column column : table.columns()) {
            names.add(Sql.name(column.name()));
            marks.add("?" + column.cast());
            parameters.add(".param($L)", column.written(samples.java(column.field(), 1), types));
        }
        String sql =
                "insert into %s (%s) values (%s)"
                        .formatted(
                                table.sqlName(),
                                String.join(", ", names),
                                String.join(", ", marks));
        return MethodSpec.methodBuilder("insert")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(readModel.aggregate().id(), "key")
                .addStatement("database.jdbc().sql($S)$L.update()", sql, parameters.build())
                .build();
    }
}
