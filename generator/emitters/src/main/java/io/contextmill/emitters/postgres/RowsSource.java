package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.Names;
import io.contextmill.naming.ReadModelClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The rows of a read model on PostgreSQL. */
final class RowsSource {
    private final ReadModelTypes readModel;
    private final ContextTypes types;
    private final ClassName name;
    private final Table table;
    private final SourcesOfRows sources;
    private final TypeName versionedRow;

    RowsSource(ReadModelTypes readModel) {
        this.readModel = readModel;
        this.types = readModel.types();
        this.name = readModel.of(ReadModelClass.POSTGRES_ROWS);
        this.table = Table.of(readModel);
        this.sources = new SourcesOfRows(readModel, table);
        this.versionedRow = types.versioned(readModel.row());
    }

    JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.FINAL)
                        .addSuperinterface(readModel.rows())
                        .addJavadoc(
                                Javadoc.of(
                                                "The rows of {@link $T} in the table {@code $L}.",
                                                readModel.row(),
                                                table.name())
                                        .block())
                        .addField(Statement.constant("FIND", find()));
        Set<String> methods = new HashSet<>();
        List<ListingSource> listings =
                readModel.listings().stream()
                        .filter(listing -> methods.add(readModel.method(listing)))
                        .map(listing -> new ListingSource(readModel, table, listing))
                        .toList();
        listings.forEach(listing -> type.addField(listing.statement()));
        if (readModel.isBuilt()) {
            type.addField(Statement.constant("SAVE", save()));
        }
        if (readModel.isMortal()) {
            type.addField(Statement.constant("DELETE", table.deletion(deletedTable(), "")))
                    .addField(Statement.constant("FIND_DELETED", findDeleted()));
        }
        if (readModel.isOfSeveral()) {
            sources.addStatements(type);
        }
        type.addFields(RepositoryParts.fields(RepositoryParts.of(readModel)));
        type.addMethod(RepositoryParts.constructor(RepositoryParts.of(readModel)))
                .addMethod(finding());
        listings.forEach(listing -> type.addMethod(listing.method()));
        if (readModel.isBuilt()) {
            type.addMethod(saving());
        }
        if (readModel.isOfSeveral()) {
            sources.addMethods(type);
        }
        if (readModel.isMortal()) {
            type.addMethod(deleting()).addMethod(isDeleted());
        }
        if (readModel.isRebuilt()) {
            type.addMethod(removingAll());
        }
        return JavaSource.of(name, type.addMethod(reading()).build());
    }

    private String find() {
        return table.selection() + "where " + table.sqlKey() + " = :" + table.key() + "\n";
    }

    private String save() {
        return table.insertion()
                + "on conflict ("
                + table.sqlKey()
                + ") do update\n"
                + table.assignment("excluded.");
    }

    private String findDeleted() {
        return "select %1$s\nfrom %2$s\nwhere %1$s = :%3$s\n"
                .formatted(table.sqlKey(), Sql.name(deletedTable()), table.key());
    }

    private String deletedTable() {
        return types.names().deletedTable(readModel.model());
    }

    private MethodSpec deleting() {
        return MethodSpec.methodBuilder("delete")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter())
                .addStatement(
                        "jdbc.sql(DELETE).param($S, $L.value()).update()",
                        table.key(),
                        readModel.keyParameter())
                .build();
    }

    private MethodSpec isDeleted() {
        return MethodSpec.methodBuilder("isDeleted")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter())
                .addStatement(
                        "return jdbc.sql(FIND_DELETED).param($S, $L.value()).query($T.class).optional().isPresent()",
                        table.key(),
                        readModel.keyParameter(),
                        table.keyClass(types))
                .build();
    }

    private MethodSpec removingAll() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("removeAll")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("jdbc.sql($S).update()", "delete from " + table.sqlName());
        if (readModel.isOfSeveral()) {
            sources.tables()
                    .forEach(
                            name ->
                                    method.addStatement(
                                            "jdbc.sql($S).update()", "delete from " + name));
        }
        if (readModel.isMortal()) {
            method.addStatement("jdbc.sql($S).update()", "delete from " + Sql.name(deletedTable()));
        }
        return method.build();
    }

    private MethodSpec finding() {
        return MethodSpec.methodBuilder("find")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), versionedRow))
                .addParameter(readModel.aggregate().id(), readModel.keyParameter())
                .addStatement(
                        "return jdbc.sql(FIND).param($S, $L.value()).query($L::row).optional()",
                        table.key(),
                        readModel.keyParameter(),
                        table.hasJson() ? CodeBlock.of("this") : CodeBlock.of("$T", name))
                .build();
    }

    private MethodSpec saving() {
        CodeBlock.Builder statement =
                CodeBlock.builder()
                        .add("jdbc.sql(SAVE)")
                        .add(".param($S, row.value().$L().value())", table.key(), readModel.key())
                        .add(".param(\"version\", row.version().value())");
        for (Column column : table.columns()) {
            CodeBlock value = CodeBlock.of("row.value().$L()", Names.component(column.field()));
            statement.add(".param($S, $L)", column.name(), column.written(value, types));
        }
        return MethodSpec.methodBuilder("save")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(versionedRow, "row")
                .addStatement(statement.add(".update()").build())
                .build();
    }

    private MethodSpec reading() {
        CodeBlock.Builder arguments = CodeBlock.builder().add("$L", table.identity().read(types));
        for (FieldModel field : readModel.model().fields()) {
            arguments.add(", $L", table.column(field.name()).read(types));
        }
        return MethodSpec.methodBuilder("row")
                .addModifiers(table.readers())
                .returns(versionedRow)
                .addParameter(ResultSet.class, "row")
                .addParameter(int.class, "index")
                .addException(SQLException.class)
                .addStatement(
                        "$T found = new $T($L)",
                        readModel.row(),
                        readModel.row(),
                        arguments.build())
                .addStatement(
                        "return new $T<>(found, new $T(row.getLong(\"version\")))",
                        types.platform("Versioned"),
                        types.platform("Version"))
                .build();
    }
}
