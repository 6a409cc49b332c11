package io.contextmill.emitters.postgres;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tables of a context's database.
 *
 * @param parts in the order in which they are made
 */
record Schema(List<Part> parts) {

    /** Takes a copy. */
    Schema {
        parts = List.copyOf(parts);
    }

    /** What makes all of it. */
    String creation() {
        return parts.stream().map(Part::creation).collect(Collectors.joining("\n"));
    }

    /** A table or what belongs to one. */
    sealed interface Part {
        /** Unique among the parts; as it is decided, unquoted. */
        String name();

        /** The statement that makes it, or several. */
        String creation();
    }

    /** The part of a name, if it is of a kind. */
    <P extends Part> Optional<P> find(Class<P> kind, String name) {
        return all(kind).stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The parts of a kind. */
    <P extends Part> List<P> all(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * A table.
     *
     * @param columns in their order
     * @param key the names of the columns that identify a row
     */
    record TableOf(String name, List<ColumnOf> columns, List<String> key) implements Part {
        /** Takes a copy. */
        TableOf {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
        }

        /** The name as it stands in SQL. */
        String sqlName() {
            return Sql.name(name);
        }

        Optional<ColumnOf> column(String wanted) {
            return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
        }

        @Override
        public String creation() {
            String lines =
                    columns.stream()
                            .map(column -> "    " + definition(column))
                            .collect(Collectors.joining(",\n"));
            String primary =
                    key.size() == 1
                            ? ""
                            : key.stream()
                                    .map(Sql::name)
                                    .collect(Collectors.joining(", ", ",\n    primary key (", ")"));
            return "create table " + sqlName() + " (\n" + lines + primary + "\n);\n";
        }

        private String definition(ColumnOf column) {
            return key.equals(List.of(column.name()))
                    ? column.sqlName() + " " + column.type() + " primary key"
                    : column.definition();
        }
    }

    /**
     * A column.
     *
     * @param name as it is decided, unquoted
     * @param type as it stands in SQL
     * @param unique whether no two rows have the same value
     * @param initial what rows have in it that were there before it, as it stands in SQL; absent
     *     where nothing says so
     */
    record ColumnOf(
            String name, String type, boolean optional, boolean unique, Optional<String> initial) {
        static ColumnOf required(String name, String type) {
            return new ColumnOf(name, type, false, false, Optional.empty());
        }

        /** The name as it stands in SQL. */
        String sqlName() {
            return Sql.name(name);
        }

        /** The column where it is made. */
        String definition() {
            return sqlName()
                    + " "
                    + type
                    + (optional ? "" : " not null")
                    + (unique ? " unique" : "");
        }
    }

    /**
     * What lets a query find its rows.
     *
     * @param table the table's name
     * @param columns as they stand in SQL, with their order
     */
    record IndexOf(String name, String table, List<String> columns) implements Part {
        /** Takes a copy. */
        IndexOf {
            columns = List.copyOf(columns);
        }

        @Override
        public String creation() {
            return "create index "
                    + Sql.name(name)
                    + " on "
                    + Sql.name(table)
                    + " ("
                    + String.join(", ", columns)
                    + ");\n";
        }
    }

    /**
     * Tables that are the same in every service that has them.
     *
     * @param creation makes them; what they are changed by later stands in a part of its own
     */
    record Platform(String name, String creation) implements Part {}
}
