package io.contextmill.emitters.postgres;

import com.palantir.javapoet.TypeName;
import io.contextmill.emitters.java.AggregateTypes;
import io.contextmill.emitters.java.ContextTypes;
import io.contextmill.emitters.java.ReadModelTypes;
import io.contextmill.emitters.postgres.Schema.ColumnOf;
import io.contextmill.emitters.postgres.Schema.TableOf;
import io.contextmill.model.FieldModel;
import io.contextmill.model.FieldModel.Limits;
import io.contextmill.model.Type.IdType;
import io.contextmill.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A table with a row for each aggregate or for each row of a read model.
 *
 * @param name as it is decided, unquoted
 * @param identity the column that a row is found by
 * @param versioned whether a row has a version
 * @param columns the columns beside the key and the version
 */
record Table(String name, Column identity, boolean versioned, List<Column> columns) {
    private static final int WIDTH = 100;

    /** Takes a copy of the columns. */
    Table {
        columns = List.copyOf(columns);
    }

    /** The table of an aggregate. */
    static Table of(AggregateTypes aggregate) {
        Names names = aggregate.types().names();
        return new Table(
                names.table(aggregate.model()),
                key("id", aggregate.model().id()),
                true,
                columns(aggregate, aggregate.model().fields()));
    }

    /**
     * The table of the values that aggregates have in unique fields, if no more than these stands
     * in it.
     */
    static Table ofClaims(AggregateTypes aggregate) {
        Names names = aggregate.types().names();
        return new Table(
                names.table(aggregate.model()),
                key("id", aggregate.model().id()),
                false,
                columns(aggregate, aggregate.unique()));
    }

    private static List<Column> columns(AggregateTypes aggregate, List<FieldModel> fields) {
        Names names = aggregate.types().names();
        return fields.stream()
                .map(field -> new Column(names.column(aggregate.model(), field), field))
                .toList();
    }

    /** The table of a read model. */
    static Table of(ReadModelTypes readModel) {
        Names names = readModel.types().names();
        return new Table(
                names.table(readModel.model()),
                key(names.keyColumn(readModel.model()), readModel.aggregate().model().id()),
                true,
                readModel.model().fields().stream()
                        .map(field -> new Column(names.column(readModel.model(), field), field))
                        .toList());
    }

    private static Column key(String name, IdType id) {
        return new Column(
                name, new FieldModel(id.fieldName(), id, false, Limits.NONE, id.origin()));
    }

    /** The name of the key. */
    String key() {
        return identity.name();
    }

    /** The type of the key as it stands in SQL, in which texts are ordered by their characters. */
    String keyType() {
        String type = Sql.type(identity.field());
        return ((IdType) identity.field().type()).isUuid() ? type : type + " collate \"C\"";
    }

    /** The key as a row holds it. */
    TypeName keyClass(ContextTypes types) {
        return types.type(identity.field().plain().type());
    }

    /** The name as it stands in SQL. */
    String sqlName() {
        return Sql.name(name);
    }

    /** The name of the key as it stands in SQL. */
    String sqlKey() {
        return Sql.name(key());
    }

    /** Whether some values are written as JSON. */
    boolean hasJson() {
        return columns.stream().anyMatch(Column::isJson);
    }

    /** The modifiers of the method that reads a row, which needs no more than the row if it can. */
    List<Modifier> readers() {
        return hasJson() ? List.of(Modifier.PRIVATE) : List.of(Modifier.PRIVATE, Modifier.STATIC);
    }

    /** The column that holds a field. */
    Column column(String field) {
        return columns.stream()
                .filter(column -> column.field().name().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column for " + field));
    }

    /** The table as the database has it. */
    TableOf schema() {
        return schema(List.of());
    }

    /**
     * The table as the database has it.
     *
     * @param unique the fields in which no two rows have the same value
     */
    TableOf schema(List<String> unique) {
        List<ColumnOf> all = new ArrayList<>();
        all.add(ColumnOf.required(key(), keyType()));
        if (versioned) {
            all.add(ColumnOf.required("version", "bigint"));
        }
        columns.forEach(column -> all.add(column.schema(unique.contains(column.field().name()))));
        return new TableOf(name, all, List.of(key()));
    }

    /** The table of the keys that are gone. */
    TableOf schemaOfDeleted(String deleted) {
        return new TableOf(deleted, List.of(ColumnOf.required(key(), keyType())), List.of(key()));
    }

    /**
     * What takes a row out and remembers its key.
     *
     * @param deleted the table of the keys that are gone
     * @param condition what else holds for the row
     */
    String deletion(String deleted, String condition) {
        return "with gone as (\n    delete from %1$s\n    where %2$s = :%3$s%4$s\n    returning %2$s\n)\ninsert into %5$s (%2$s)\nselect %2$s\nfrom gone\n"
                .formatted(sqlName(), sqlKey(), key(), condition, Sql.name(deleted));
    }

    /** {@code select …} and {@code from …}: whole rows. */
    String selection() {
        return wrapped("select ", all(column -> Sql.name(column.name()), sqlKey(), "version"), "")
                + "from "
                + sqlName()
                + "\n";
    }

    /**
     * {@code insert …} and {@code values …}: a row with a parameter for each column, called as the
     * column is.
     */
    String insertion() {
        return wrapped(
                        "insert into " + sqlName() + " (",
                        all(column -> Sql.name(column.name()), sqlKey(), "version"),
                        ")")
                + wrapped("values (", all(Column::parameter, ":" + key(), ":version"), ")");
    }

    /**
     * {@code set …}: all columns save the key.
     *
     * @param values what stands before a column's name for its new value
     */
    String assignment(String values) {
        List<String> assignments = new ArrayList<>();
        if (versioned) {
            assignments.add("version = " + values + "version");
        }
        for (Column column : columns) {
            String source =
                    values.equals(":") ? column.parameter() : values + Sql.name(column.name());
            assignments.add(Sql.name(column.name()) + " = " + source);
        }
        return wrapped("set ", assignments, "");
    }

    private List<String> all(
            Function<Column, String> spelling, String keySpelling, String version) {
        Stream<String> first = versioned ? Stream.of(keySpelling, version) : Stream.of(keySpelling);
        return Stream.concat(first, columns.stream().map(spelling)).toList();
    }

    /** A list in as many lines as it needs. */
    private static String wrapped(String begin, List<String> items, String end) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(begin);
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? "," : end);
            boolean first = line.toString().equals(begin) || line.toString().isBlank();
            if (!first && line.length() + 1 + item.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder("    ");
                first = true;
            }
            line.append(first ? "" : " ").append(item);
        }
        return text.append(line).append('\n').toString();
    }
}
