package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.JavaSource;
import io.contextmill.emitters.java.Javadoc;
import io.contextmill.emitters.java.Literals;
import io.contextmill.emitters.java.RepositoryParts;
import io.contextmill.model.FieldModel;
import io.contextmill.naming.AggregateClass;
import io.contextmill.naming.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The repository of an aggregate on PostgreSQL: one row an aggregate, its events in the outbox. */
final class RepositorySource {
    private final AggregateTypes aggregate;
    private final ContextTypes types;
    private final ClassName name;
    private final Table table;
    private final TakenValues takenValues;
    private final TypeName versionedState;
    private final TypeName versionedId;

    RepositorySource(AggregateTypes aggregate) {
        this.aggregate = aggregate;
        this.types = aggregate.types();
        this.name = aggregate.of(AggregateClass.POSTGRES_REPOSITORY);
        this.table = Table.of(aggregate);
        this.takenValues = new TakenValues(aggregate, table);
        this.versionedState = types.versioned(aggregate.state());
        this.versionedId = types.versioned(aggregate.id());
    }

    JavaSource source() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(name)
                        .addModifiers(Modifier.FINAL)
                        .addSuperinterface(aggregate.repository())
                        .addJavadoc(
                                Javadoc.of(
                                                "One row $L: its state and its version. Events go to the outbox in the"
                                                        + " same transaction.",
                                                aggregate.aNoun())
                                        .block())
                        .addField(Statement.constant("SELECT", select()))
                        .addField(Statement.constant("INSERT", insert()))
                        .addField(Statement.constant("UPDATE", update()));
        if (aggregate.isMortal()) {
            type.addField(Statement.constant("DELETE", delete()))
                    .addField(Statement.constant("FIND_DELETED", findDeleted()));
        }
        takenValues.addStatements(type);
        type.addFields(RepositoryParts.fields(RepositoryParts.of(aggregate)));
        type.addMethod(RepositoryParts.constructor(RepositoryParts.of(aggregate)))
                .addMethod(find())
                .addMethod(create())
                .addMethod(append())
                .addMethod(write())
                .addMethod(read());
        if (aggregate.isMortal()) {
            type.addMethod(isDeleted());
        }
        if (!aggregate.unique().isEmpty()) {
            type.addMethod(takenValues.method());
        }
        return JavaSource.of(name, type.build());
    }

    private String select() {
        return table.selection() + "where id = :id\n";
    }

    private String insert() {
        return table.insertion() + "on conflict (id) do nothing\n";
    }

    private String update() {
        return "update "
                + table.sqlName()
                + "\n"
                + table.assignment(":")
                + "where id = :id and version = :loadedVersion\n";
    }

    private String delete() {
        return table.deletion(deletedTable(), " and version = :loadedVersion");
    }

    private String findDeleted() {
        return "select id\nfrom " + Sql.name(deletedTable()) + "\nwhere id = :id\n";
    }

    private String deletedTable() {
        return types.names().deletedTable(aggregate.model());
    }

    private MethodSpec find() {
        TypeName found = ParameterizedTypeName.get(ClassName.get(Optional.class), versionedState);
        MethodSpec.Builder method = overriding("find", found).addParameter(aggregate.id(), "id");
        CodeBlock query =
                CodeBlock.of(
                        "jdbc.sql(SELECT).param(\"id\", id.value()).query($L::$L).optional()",
                        table.hasJson() ? CodeBlock.of("this") : CodeBlock.of("$T", name),
                        aggregate.variable());
        if (!aggregate.isMortal()) {
            return method.addStatement("return $L", query).build();
        }
        return method.addStatement("$T found = $L", found, query)
                .beginControlFlow("if (found.isEmpty() && isDeleted(id))")
                .addStatement("throw new $T(id)", aggregate.noLongerExists())
                .endControlFlow()
                .addStatement("return found")
                .build();
    }

    private MethodSpec isDeleted() {
        return MethodSpec.methodBuilder("isDeleted")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.BOOLEAN)
                .addParameter(aggregate.id(), "id")
                .addStatement(
                        "return jdbc.sql(FIND_DELETED).param(\"id\", id.value()).query($T.class).optional().isPresent()",
                        table.keyClass(types))
                .build();
    }

    private MethodSpec create() {
        String state = aggregate.variable();
        return overriding("create", versionedId)
                .addParameter(aggregate.eventList(), "history")
                .addStatement("$T $L = decider.evolve(history)", aggregate.state(), state)
                .addStatement("$T version = $T.NONE.plus(history.size())", version(), version())
                .addCode(takenValues.transaction())
                .beginControlFlow("if (write(INSERT, $L, version).update() == 0)", state)
                .addStatement("throw new $T($L.id())", aggregate.alreadyExists(), state)
                .endControlFlow()
                .addCode(refusalOfDeleted(state))
                .addStatement(
                        "outbox.append($L, $L.id().toString(), $T.NONE, history)",
                        Literals.string(aggregate.name()),
                        state,
                        version())
                .addCode(takenValues.endOfTransaction(state, CodeBlock.of("$T.NONE", version())))
                .addStatement(
                        "return new $T<>($L.id(), version)", types.platform("Versioned"), state)
                .build();
    }

    private CodeBlock refusalOfDeleted(String state) {
        if (!aggregate.isMortal()) {
            return CodeBlock.of("");
        }
        return CodeBlock.builder()
                .add("// Looked for behind the insert, which waits for whoever is deleting it.\n")
                .beginControlFlow("if (isDeleted($L.id()))", state)
                .addStatement("throw new $T($L.id())", aggregate.noLongerExists(), state)
                .endControlFlow()
                .build();
    }

    private MethodSpec append() {
        String before = aggregate.variable();
        return overriding("append", versionedId)
                .addParameter(versionedState, before)
                .addParameter(aggregate.eventList(), "events")
                .addStatement("$T loaded = $L.version()", version(), before)
                .beginControlFlow("if (events.isEmpty())")
                .addStatement(
                        "return new $T<>($L.value().id(), loaded)",
                        types.platform("Versioned"),
                        before)
                .endControlFlow()
                .addStatement(
                        "$T changed = decider.evolve($L.value(), events)",
                        aggregate.state(),
                        before)
                .addStatement("$T version = loaded.plus(events.size())", version())
                .addCode(statementOfAppend())
                .addCode(takenValues.transaction())
                .beginControlFlow(
                        "if (write($L, changed, version).param(\"loadedVersion\", loaded.value()).update() == 0)",
                        aggregate.isMortal() ? "statement" : "UPDATE")
                .addStatement(
                        "throw $T.overtaken(loaded)", types.platform("OptimisticLockConflict"))
                .endControlFlow()
                .addStatement(
                        "outbox.append($L, changed.id().toString(), loaded, events)",
                        Literals.string(aggregate.name()))
                .addCode(takenValues.endOfTransaction("changed", CodeBlock.of("loaded")))
                .addStatement("return new $T<>(changed.id(), version)", types.platform("Versioned"))
                .build();
    }

    private CodeBlock statementOfAppend() {
        return aggregate.isMortal()
                ? CodeBlock.builder()
                        .addStatement(
                                "$T statement = events.stream().anyMatch($T::ends) ? DELETE : UPDATE",
                                String.class,
                                aggregate.event())
                        .build()
                : CodeBlock.of("");
    }

    private MethodSpec write() {
        String state = aggregate.variable();
        CodeBlock.Builder statement =
                CodeBlock.builder()
                        .add("return jdbc.sql(sql)")
                        .add(".param(\"id\", $L.id().value())", state)
                        .add(".param(\"version\", version.value())");
        for (Column column : table.columns()) {
            CodeBlock value = CodeBlock.of("$L.$L()", state, Names.stateComponent(column.field()));
            statement.add(".param($S, $L)", column.name(), column.written(value, types));
        }
        return MethodSpec.methodBuilder("write")
                .addModifiers(Modifier.PRIVATE)
                .returns(Spring.STATEMENT_SPEC)
                .addParameter(String.class, "sql")
                .addParameter(aggregate.state(), state)
                .addParameter(version(), "version")
                .addStatement(statement.build())
                .build();
    }

    private MethodSpec read() {
        String state = aggregate.variable();
        CodeBlock.Builder arguments = CodeBlock.builder().add("$L", table.identity().read(types));
        for (FieldModel field : aggregate.model().fields()) {
            arguments.add(", $L", table.column(field.name()).read(types));
        }
        return MethodSpec.methodBuilder(state)
                .addModifiers(table.readers())
                .returns(versionedState)
                .addParameter(ResultSet.class, "row")
                .addParameter(int.class, "index")
                .addException(SQLException.class)
                .addStatement(
                        "$T $L = new $T($L)",
                        aggregate.state(),
                        state,
                        aggregate.state(),
                        arguments.build())
                .addStatement(
                        "return new $T<>($L, new $T(row.getLong(\"version\")))",
                        types.platform("Versioned"),
                        state,
                        version())
                .build();
    }

    private ClassName version() {
        return types.platform("Version");
    }

    static MethodSpec.Builder overriding(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }

    /** Those who have a repository: whoever something can happen to. */
    static List<AggregateTypes> kept(ContextTypes types) {
        return types.aggregates().stream().filter(AggregateTypes::isAlive).toList();
    }
}
