package io.contextmill.emitters.postgres;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.postgres.Schema.ColumnOf;
import io.contextmill.emitters.postgres.Schema.TableOf;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What rows that several aggregates change keep beside themselves: what they have seen of whom, and
 * events that wait for a row to begin.
 *
 * @param table the table of the rows
 */
record SourcesOfRows(ReadModelTypes readModel, Table table) {

    /** The names of the tables as they stand in SQL. */
    List<String> tables() {
        return List.of(seenTable(), awaitedTable());
    }

    private String seenTable() {
        return Sql.name(readModel.types().names().seenTable(readModel.model()));
    }

    private String awaitedTable() {
        return Sql.name(readModel.types().names().awaitedTable(readModel.model()));
    }

    /** The tables as the database has them. */
    List<TableOf> schema() {
        ColumnOf key = ColumnOf.required(table.key(), table.keyType());
        ColumnOf source = ColumnOf.required("source", "text");
        ColumnOf version = ColumnOf.required("version", "bigint");
        return List.of(
                new TableOf(
                        readModel.types().names().seenTable(readModel.model()),
                        List.of(key, source, version),
                        List.of(key.name(), "source")),
                new TableOf(
                        readModel.types().names().awaitedTable(readModel.model()),
                        List.of(
                                key,
                                source,
                                version,
                                ColumnOf.required("event_type", "text"),
                                ColumnOf.required("event_version", "integer"),
                                ColumnOf.required("payload", "jsonb")),
                        List.of(key.name(), "source", "version")));
    }

    void addStatements(TypeSpec.Builder type) {
        type.addField(
                        Statement.constant(
                                "FIND_SEEN",
                                "select version\nfrom %s\nwhere %s = :%s and source = :source\n"
                                        .formatted(seenTable(), table.sqlKey(), table.key())))
                .addField(
                        Statement.constant(
                                "SEE",
                                "insert into %1$s (%2$s, source, version)\nvalues (:%3$s, :source, :version)\non conflict (%2$s, source) do update\nset version = excluded.version\n"
                                        .formatted(seenTable(), table.sqlKey(), table.key())))
                .addField(
                        Statement.constant(
                                "AWAIT",
                                "insert into %1$s (%2$s, source, version, event_type, event_version, payload)\nvalues (:%3$s, :source, :version, :eventType, :eventVersion, :payload::jsonb)\non conflict do nothing\n"
                                        .formatted(awaitedTable(), table.sqlKey(), table.key())))
                .addField(
                        Statement.constant(
                                "TAKE_AWAITED",
                                "with taken as (\n    delete from %1$s\n    where %2$s = :%3$s\n    returning source, version, event_type, event_version, payload\n)\nselect version, event_type, event_version, payload\nfrom taken\norder by source, version\n"
                                        .formatted(awaitedTable(), table.sqlKey(), table.key())));
    }

    void addMethods(TypeSpec.Builder type) {
        type.addMethod(seen()).addMethod(see()).addMethod(await()).addMethod(takeAwaited());
    }

    private MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(readModel.aggregate().id(), readModel.keyParameter());
    }

    private MethodSpec seen() {
        ClassName version = readModel.types().platform("Version");
        return overriding("seen")
                .addParameter(String.class, "source")
                .returns(version)
                .addStatement(
                        "return jdbc.sql(FIND_SEEN).param($1S, $2L.value()).param(\"source\", source)"
                                + ".query((row, index) -> new $3T(row.getLong(\"version\"))).optional().orElse($3T.NONE)",
                        table.key(),
                        readModel.keyParameter(),
                        version)
                .build();
    }

    private MethodSpec see() {
        return overriding("see")
                .addParameter(String.class, "source")
                .addParameter(readModel.types().platform("Version"), "version")
                .addStatement(
                        "jdbc.sql(SEE).param($S, $L.value()).param(\"source\", source).param(\"version\","
                                + " version.value()).update()",
                        table.key(),
                        readModel.keyParameter())
                .build();
    }

    private MethodSpec await() {
        TypeName any =
                ParameterizedTypeName.get(
                        readModel.types().platform("Versioned"),
                        WildcardTypeName.subtypeOf(Object.class));
        return overriding("await")
                .addParameter(String.class, "source")
                .addParameter(any, "event")
                .addStatement(
                        "jdbc.sql(AWAIT).param($S, $L.value()).param(\"source\", source)"
                                + ".param(\"version\", event.version().value())"
                                + ".param(\"eventType\", events.type(event.value()))"
                                + ".param(\"eventVersion\", events.version(event.value()))"
                                + ".param(\"payload\", events.write(event.value())).update()",
                        table.key(),
                        readModel.keyParameter())
                .build();
    }

    private MethodSpec takeAwaited() {
        ContextTypes types = readModel.types();
        return overriding("takeAwaited")
                .returns(
                        ParameterizedTypeName.get(
                                ClassName.get(List.class),
                                types.versioned(ClassName.get(Object.class))))
                .addStatement(
                        "return jdbc.sql(TAKE_AWAITED).param($S, $L.value()).query((row, index) -> new"
                                + " $T<>(events.read(row.getString(\"event_type\"),"
                                + " row.getInt(\"event_version\"), row.getString(\"payload\")), new"
                                + " $T(row.getLong(\"version\")))).list()",
                        table.key(),
                        readModel.keyParameter(),
                        types.platform("Versioned"),
                        types.platform("Version"))
                .build();
    }
}
