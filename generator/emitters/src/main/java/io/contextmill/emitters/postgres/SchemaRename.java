package io.contextmill.emitters.postgres;

import io.contextmill.emitters.postgres.Schema.ColumnOf;
import io.contextmill.emitters.postgres.Schema.IndexOf;
import io.contextmill.emitters.postgres.Schema.Part;
import io.contextmill.emitters.postgres.Schema.TableOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What gives tables the names that they have after a rename in the spec, and with them columns,
 * constraints and indexes. Only what is in the database under its former name, and not yet under
 * the new one, is renamed.
 */
final class SchemaRename {
    private final List<String> statements = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Set<String> kept;

    /**
     * @param before what is in the database
     * @param former what the spec asks for under its former names
     * @param wanted what it asks for, with the same parts in the same order
     */
    SchemaRename(SchemaSnapshot before, Schema former, Schema wanted) {
        kept = new TreeSet<>(before.kept());
        before.schema().parts().forEach(part -> parts.put(part.name(), part));
        if (former.parts().size() == wanted.parts().size()) {
            for (int i = 0; i < wanted.parts().size(); i++) {
                rename(former.parts().get(i), wanted.parts().get(i));
            }
        }
    }

    /** In order; none where everything has the name that it should. */
    List<String> statements() {
        return statements;
    }

    /** What is renamed, as a person reads it. */
    List<String> renamed() {
        return renamed;
    }

    /** What is in the database afterwards, with the parts in their former order. */
    Schema after() {
        return new Schema(List.copyOf(parts.values()));
    }

    /** What of it nothing asks for. */
    Set<String> kept() {
        return kept;
    }

    private void rename(Part then, Part now) {
        if (then instanceof TableOf former && now instanceof TableOf wanted) {
            table(former, wanted);
        } else if (then instanceof IndexOf former && now instanceof IndexOf wanted) {
            index(former, wanted);
        }
    }

    private void table(TableOf former, TableOf wanted) {
        boolean moves = isDue(former.name(), wanted.name());
        Part there = parts.get(moves ? former.name() : wanted.name());
        if (!(there instanceof TableOf old)) {
            return;
        }
        if (moves) {
            add("alter table %s rename to %s", former.name(), wanted.name());
            renamed.add("`" + former.name() + "` to `" + wanted.name() + "`");
            tables.put(former.name(), wanted.name());
            constraint(
                    wanted,
                    ColumnTypes.primaryKey(former.name()),
                    ColumnTypes.primaryKey(wanted.name()));
            moveKept(former.name(), wanted.name());
        }
        Map<String, String> columns = columns(former, wanted, old);
        columns.forEach(
                (from, to) -> {
                    add("alter table %s rename column %s to %s", wanted.name(), from, to);
                    renamed.add("`%1$s.%2$s` to `%1$s.%3$s`".formatted(wanted.name(), from, to));
                });
        List<ColumnOf> all = new ArrayList<>();
        for (ColumnOf column : old.columns()) {
            String name = columns.getOrDefault(column.name(), column.name());
            all.add(
                    new ColumnOf(
                            name,
                            column.type(),
                            column.optional(),
                            column.unique(),
                            column.initial()));
            if (column.unique()) {
                constraint(
                        wanted,
                        ColumnTypes.uniqueConstraint(old.name(), column.name()),
                        ColumnTypes.uniqueConstraint(wanted.name(), name));
            }
        }
        List<String> key =
                old.key().stream().map(name -> columns.getOrDefault(name, name)).toList();
        replace(old, new TableOf(wanted.name(), all, key));
    }

    private static Map<String, String> columns(TableOf former, TableOf wanted, TableOf old) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (former.columns().size() == wanted.columns().size()) {
            for (int i = 0; i < wanted.columns().size(); i++) {
                String from = former.columns().get(i).name();
                String to = wanted.columns().get(i).name();
                if (!from.equals(to) && old.column(from).isPresent() && old.column(to).isEmpty()) {
                    columns.put(from, to);
                }
            }
        }
        return columns;
    }

    private void index(IndexOf former, IndexOf wanted) {
        boolean moves = isDue(former.name(), wanted.name());
        Part there = parts.get(moves ? former.name() : wanted.name());
        if (!(there instanceof IndexOf old)) {
            return;
        }
        if (moves) {
            add("alter index %s rename to %s", former.name(), wanted.name());
        }
        boolean same = old.columns().equals(former.columns());
        replace(
                old,
                new IndexOf(
                        wanted.name(),
                        tables.getOrDefault(old.table(), old.table()),
                        same ? wanted.columns() : old.columns()));
    }

    private boolean isDue(String from, String to) {
        return !from.equals(to) && parts.containsKey(from) && !parts.containsKey(to);
    }

    /** Puts a part where another one was. */
    private void replace(Part old, Part now) {
        List<Part> all = new ArrayList<>(parts.values());
        parts.clear();
        all.forEach(
                part ->
                        parts.put(
                                part.equals(old) ? now.name() : part.name(),
                                part.equals(old) ? now : part));
    }

    private void moveKept(String from, String to) {
        List<String> moved =
                kept.stream()
                        .filter(name -> name.equals(from) || name.startsWith(from + "."))
                        .toList();
        moved.forEach(
                name -> {
                    kept.remove(name);
                    kept.add(to + name.substring(from.length()));
                });
    }

    private void constraint(TableOf table, String from, String to) {
        if (!from.equals(to)) {
            add("alter table %s rename constraint %s to %s", table.name(), from, to);
        }
    }

    private void add(String statement, String... names) {
        Object[] spelled = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            spelled[i] = Sql.name(names[i]);
        }
        statements.add(statement.formatted(spelled) + ";\n");
    }
}
