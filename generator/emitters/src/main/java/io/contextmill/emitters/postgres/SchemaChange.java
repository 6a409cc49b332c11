package io.contextmill.emitters.postgres;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.emit.DatabaseRules;
import io.contextmill.emitters.postgres.Schema.ColumnOf;
import io.contextmill.emitters.postgres.Schema.IndexOf;
import io.contextmill.emitters.postgres.Schema.Part;
import io.contextmill.emitters.postgres.Schema.TableOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a migration does to a database so that it is as a spec wants it now. It only expands: a
 * service of the version before goes on working with the outcome, as long as it knows of no rows
 * that the new one wrote, and nothing that holds values goes but what the spec says to drop.
 */
final class SchemaChange {
    private final List<String> statements = new ArrayList<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<String> drops = new ArrayList<>();
    private final Set<String> dropped;
    private final Set<String> kept;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What is to be said about a change.
     *
     * @param column absent where it is about the whole table
     */
    record Finding(
            RuleDescription rule,
            String table,
            Optional<String> column,
            String message,
            String hint) {}

    /**
     * @param before what is in the database
     * @param wanted what the spec asks for
     * @param dropped tables, and columns as {@code table.column}, that it says to drop
     */
    SchemaChange(SchemaSnapshot before, Schema wanted, Set<String> dropped) {
        this.dropped = dropped;
        kept = new TreeSet<>();
        before.schema().parts().forEach(part -> parts.put(part.name(), part));
        Set<String> asked = new TreeSet<>();
        for (Part part : wanted.parts()) {
            asked.add(part.name());
            change(Optional.ofNullable(parts.get(part.name())), part);
        }
        for (Part part : before.schema().parts()) {
            if (!asked.contains(part.name())) {
                retire(part);
            }
        }
        // What stands on a column, such as an index, has made room by then.
        statements.addAll(drops);
        kept.stream().filter(name -> !before.kept().contains(name)).forEach(this::report);
    }

    /** The statements, in order; none where the database is as it is wanted. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    /** What is in the database afterwards. */
    Schema after() {
        return new Schema(List.copyOf(parts.values()));
    }

    /** Tables, and columns as {@code table.column}, that nothing asks for any more. */
    Set<String> kept() {
        return kept;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void change(Optional<Part> before, Part wanted) {
        if (before.isEmpty()) {
            statements.add(wanted.creation());
            parts.put(wanted.name(), wanted);
        } else if (wanted instanceof TableOf table && before.get() instanceof TableOf old) {
            parts.put(table.name(), change(old, table));
        } else if (wanted instanceof IndexOf index && !index.equals(before.get())) {
            statements.add("drop index " + Sql.name(index.name()) + ";\n");
            statements.add(index.creation());
            parts.put(index.name(), index);
        }
    }

    private TableOf change(TableOf before, TableOf wanted) {
        Map<String, ColumnOf> columns = new LinkedHashMap<>();
        before.columns().forEach(column -> columns.put(column.name(), column));
        for (ColumnOf column : wanted.columns()) {
            columns.put(
                    column.name(),
                    before.column(column.name())
                            .map(old -> change(wanted, old, column))
                            .orElseGet(() -> add(wanted, column)));
        }
        for (ColumnOf old : before.columns()) {
            if (dropped.contains(wanted.name() + "." + old.name())) {
                drops.add(
                        "alter table %s drop column %s;\n"
                                .formatted(wanted.sqlName(), old.sqlName()));
                columns.remove(old.name());
            } else if (wanted.column(old.name()).isEmpty()) {
                kept.add(wanted.name() + "." + old.name());
                if (!old.optional()) {
                    alter(wanted, old, "drop not null");
                    columns.put(
                            old.name(),
                            new ColumnOf(
                                    old.name(), old.type(), true, old.unique(), Optional.empty()));
                }
            }
        }
        return new TableOf(before.name(), List.copyOf(columns.values()), before.key());
    }

    private ColumnOf add(TableOf table, ColumnOf column) {
        String initial = column.initial().map(value -> " default " + value).orElse("");
        statements.add(
                "alter table "
                        + table.sqlName()
                        + " add column "
                        + column.definition()
                        + initial
                        + ";\n");
        if (!column.optional() && column.initial().isEmpty()) {
            findings.add(
                    new Finding(
                            DatabaseRules.ROWS_WITHOUT_VALUE,
                            table.name(),
                            Optional.of(column.name()),
                            "rows of `%s` that are there have no `%s`, and the migration fails on them"
                                    .formatted(table.name(), column.name()),
                            "make the field optional, give it a default, or fill the rows by a migration of yours before"));
        }
        return column;
    }

    private ColumnOf change(TableOf table, ColumnOf before, ColumnOf wanted) {
        if (!before.type().equals(wanted.type())) {
            if (!ColumnTypes.holds(wanted.type(), before.type())) {
                findings.add(
                        new Finding(
                                DatabaseRules.INCOMPATIBLE,
                                table.name(),
                                Optional.of(wanted.name()),
                                "`%s` of `%s` is `%s` in the database, and cannot become `%s`"
                                        .formatted(
                                                wanted.name(),
                                                table.name(),
                                                before.type(),
                                                wanted.type()),
                                "declare a new field beside it, and move what is in it by a migration of yours"));
                return before;
            }
            alter(table, wanted, "type " + wanted.type());
        }
        boolean key = table.key().contains(wanted.name());
        if (wanted.optional() && !before.optional()) {
            alter(table, wanted, "drop not null");
        } else if (!wanted.optional() && before.optional() && !key) {
            require(table, wanted);
        }
        if (wanted.unique() && !before.unique()) {
            statements.add(
                    "alter table %s add constraint %s unique (%s);\n"
                            .formatted(
                                    table.sqlName(), constraint(table, wanted), wanted.sqlName()));
        } else if (!wanted.unique() && before.unique()) {
            statements.add(
                    "alter table %s drop constraint %s;\n"
                            .formatted(table.sqlName(), constraint(table, wanted)));
        }
        return wanted;
    }

    private void require(TableOf table, ColumnOf wanted) {
        Optional<String> initial = wanted.initial();
        if (initial.isPresent()) {
            alter(table, wanted, "set default " + initial.get());
            statements.add(
                    "update %1$s set %2$s = %3$s where %2$s is null;\n"
                            .formatted(table.sqlName(), wanted.sqlName(), initial.get()));
        } else {
            findings.add(
                    new Finding(
                            DatabaseRules.ROWS_WITHOUT_VALUE,
                            table.name(),
                            Optional.of(wanted.name()),
                            "rows of `%s` may have no `%s`, and the migration fails on them"
                                    .formatted(table.name(), wanted.name()),
                            "leave the field optional, give it a default, or fill the rows by a migration of yours before"));
        }
        alter(table, wanted, "set not null");
    }

    private void alter(TableOf table, ColumnOf column, String how) {
        statements.add(
                "alter table %s alter column %s %s;\n"
                        .formatted(table.sqlName(), column.sqlName(), how));
    }

    /** The name that PostgreSQL gives to a constraint that is said with its column. */
    private static String constraint(TableOf table, ColumnOf column) {
        return Sql.name(ColumnTypes.uniqueConstraint(table.name(), column.name()));
    }

    private void retire(Part part) {
        if (part instanceof IndexOf) {
            statements.add("drop index " + Sql.name(part.name()) + ";\n");
            parts.remove(part.name());
        } else if (dropped.contains(part.name())) {
            drops.add("drop table " + Sql.name(part.name()) + ";\n");
            parts.remove(part.name());
        } else if (part instanceof TableOf) {
            kept.add(part.name());
        }
    }

    private void report(String name) {
        int dot = name.indexOf('.');
        findings.add(
                new Finding(
                        DatabaseRules.KEPT,
                        dot < 0 ? name : name.substring(0, dot),
                        dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1)),
                        "`"
                                + name
                                + "` stays in the database, although nothing asks for it any more",
                        "when no service needs it, say `drop: true` where it was declared"));
    }
}
