package io.contextmill.emit;

import io.contextmill.diagnostic.RuleDescription;
import io.contextmill.diagnostic.RuleId;
import io.contextmill.diagnostic.Severity;
import java.util.List;

/**
 * What can be wrong with a change of a database that has rows. The examples are changes of a spec.
 */
public final class DatabaseRules {
    /** Rows that are there cannot be kept in the new form. */
    public static final RuleDescription INCOMPATIBLE =
            new RuleDescription(
                    new RuleId("database.incompatible-change"),
                    Severity.ERROR,
                    "A column would have to become one that cannot hold what is in it.",
                    "A migration is made for types that hold all that the earlier one did: longer strings, wider numbers."
                            + " For any other change, declare a new field beside the old one, move what is in it by"
                            + " a migration of yours, and take the old one out later.",
                    "`fields: {code: \"string(20)\"}` that becomes `fields: {code: int}`",
                    "`fields: {code: \"string(20)\"}` that becomes `fields: {code: \"string(40)\"}`");

    /** Rows that are there have no value for a column. */
    public static final RuleDescription ROWS_WITHOUT_VALUE =
            new RuleDescription(
                    new RuleId("database.rows-without-value"),
                    Severity.WARNING,
                    "Rows that are there have no value for a column that needs one.",
                    "The migration works on an empty table and fails on one with rows, before anything has changed. Make"
                            + " the field optional, give it a default, or put what rows shall have into them by a migration of yours that"
                            + " comes before.",
                    "`weight: int` that is added to an aggregate",
                    "`weight: \"int?\"` that is added to an aggregate");

    /** What the spec asks for no more stays in the database. */
    public static final RuleDescription KEPT =
            new RuleDescription(
                    new RuleId("database.kept"),
                    Severity.NOTE,
                    "A table or column stays in the database that the spec asks for no more.",
                    "No migration takes away what somebody may need: services of the earlier version are still running while"
                            + " the new one is rolled out. A column that stays need not have a value any more. When nothing"
                            + " reads it, say `drop: true` where it was declared, or drop it by a migration of yours.",
                    "`carrier` taken out of the fields of an aggregate",
                    "`fields: {carrier: {drop: true}}` when all services of the earlier version are gone");

    /** What the spec says to drop goes. */
    public static final RuleDescription DROPS =
            new RuleDescription(
                    new RuleId("database.drops"),
                    Severity.WARNING,
                    "A migration takes a table or a column out of the database, with all that is in it.",
                    "The spec says `drop: true` of it. What is in it does not come back, and services of an earlier"
                            + " version that use it fail. Where these run while the new version is rolled out, take it out"
                            + " of the spec first, and declare it with `drop: true` in a version after that.",
                    "`carrier: \"string?\"` that becomes `carrier: {drop: true}` at once",
                    "`carrier: {drop: true}` where the version before had no `carrier` any more");

    /** There is nothing to drop. */
    public static final RuleDescription NOTHING_TO_DROP =
            new RuleDescription(
                    new RuleId("database.nothing-to-drop"),
                    Severity.NOTE,
                    "Something is declared with `drop: true` and is not in the database.",
                    "The migration that takes it out is there, or nothing of it was ever kept in a table of its own. The"
                            + " declaration has done what it is for.",
                    "`carrier: {drop: true}` one version after the migration that drops the column",
                    "no `carrier` among the fields");

    /** What is in the database gets other names. */
    public static final RuleDescription RENAMES =
            new RuleDescription(
                    new RuleId("database.renames"),
                    Severity.WARNING,
                    "A migration renames what services of the version before still use.",
                    "What is in the database follows a rename of the spec in one step: tables, columns, and the names that"
                            + " rows have in them. All rows stay. But a service of the version before knows the former"
                            + " names only, and fails from then on: the two cannot run side by side. Where that must"
                            + " not be, leave the name as it is, or declare the new thing beside the old one.",
                    "`Order: {}` that becomes `Purchase: {renamedFrom: Order}`",
                    "`Order: {}` that stays");

    /** The snapshot cannot be read. */
    public static final RuleDescription SNAPSHOT_DAMAGED =
            new RuleDescription(
                    new RuleId("database.snapshot-damaged"),
                    Severity.ERROR,
                    "What the migrations have made of the database cannot be read.",
                    "The next migration begins with it. Restore schema.json from version control, and resolve merge"
                            + " conflicts in it: of two branches that both have a new migration, one has to be generated"
                            + " again.",
                    "schema.json with conflict markers of version control in it",
                    "schema.json as the generator wrote it");

    private DatabaseRules() {}

    /** All of them. */
    public static List<RuleDescription> all() {
        return List.of(
                INCOMPATIBLE,
                ROWS_WITHOUT_VALUE,
                KEPT,
                DROPS,
                NOTHING_TO_DROP,
                RENAMES,
                SNAPSHOT_DAMAGED);
    }
}
