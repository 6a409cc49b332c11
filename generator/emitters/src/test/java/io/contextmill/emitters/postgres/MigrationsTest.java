package io.contextmill.emitters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Position;
import io.contextmill.emit.DatabaseRules;
import io.contextmill.emit.Emitters;
import io.contextmill.pipeline.Goal;
import io.contextmill.pipeline.Outcome;
import io.contextmill.pipeline.Pipeline;
import io.contextmill.pipeline.Steps;
import io.contextmill.plan.OutputFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database with rows in it becomes what the spec asks for by the migration that is generated. */
class MigrationsTest {
    private static final String BEFORE =
            """
            context: Depot
            types: {ParcelStatus: [TAKEN, SENT]}
            aggregates:
              Parcel:
                fields: {code: "string(20)", weight: int, price: "decimal(6,2)", note: "string(50)?", status: ParcelStatus}
                lifecycle: {field: status, initial: TAKEN}
            events:
              ParcelTaken: {fields: {code: "string(20)", weight: int, price: "decimal(6,2)", note: "string(50)?"}}
              ParcelSent: {to: SENT}
            commands:
              TakeParcel: {creates: always, fields: {code: "string(20)", weight: int, price: "decimal(6,2)", note: "string(50)?"}, emits: ParcelTaken}
              SendParcel: {from: TAKEN, emits: ParcelSent}
            readModels:
              Shelf: {key: parcel, fields: {parcel: ParcelId, code: "string(20)", weight: int}, projects: [ParcelTaken]}
            queries:
              GetParcel: {by: parcel, returns: Shelf}
              ListParcels: {returns: "Shelf[]"}
            """;

    private static final String ROWS =
            """
            insert into parcels (id, version, code, weight, price, status)
            values ('00000000-0000-0000-0000-000000000001', 3, 'A', 7, 1.50, 'TAKEN');
            insert into shelves (parcel_id, version, code, weight)
            values ('00000000-0000-0000-0000-000000000001', 3, 'A', 7);
            """;

    private static final String STRUCTURE =
            """
            select table_name || '.' || column_name as name,
                   data_type || ' ' || coalesce(character_maximum_length, numeric_precision, 0)
                       || ' ' || coalesce(numeric_scale, 0) || ' ' || is_nullable as what
            from information_schema.columns where table_schema = 'public'
            """;

    private static final String INDEXES =
            "select indexname as name, indexdef as what from pg_indexes where schemaname = 'public'";

    @TempDir private static Path temp;
    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    /**
     * A change of the spec.
     *
     * @param replaced what of the spec becomes something else
     * @param migrated whether the database changes with it
     * @param finding the rule of what is said about it; empty for nothing
     * @param kept the columns that stay although nothing asks for them
     */
    private record Change(
            String name,
            Map<String, String> replaced,
            boolean migrated,
            String finding,
            List<String> kept) {

        String after() {
            String after = BEFORE;
            for (Map.Entry<String, String> replacement : replaced.entrySet()) {
                assertThat(after).contains(replacement.getKey());
                after = after.replace(replacement.getKey(), replacement.getValue());
            }
            return after;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Change change(String name, String... replaced) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < replaced.length; i += 2) {
            map.put(replaced[i], replaced[i + 1]);
        }
        return new Change(name, map, true, "", List.of());
    }

    private static Change withoutMigration(String name, String... replaced) {
        return new Change(name, change(name, replaced).replaced, false, "", List.of());
    }

    private static Change keeping(
            boolean migrated, List<String> kept, String name, String... replaced) {
        return new Change(
                name,
                change(name, replaced).replaced,
                migrated,
                DatabaseRules.KEPT.id().value(),
                kept);
    }

    private static Change dropping(String name, String... replaced) {
        return new Change(
                name,
                change(name, replaced).replaced,
                true,
                DatabaseRules.DROPS.id().value(),
                List.of());
    }

    private static Stream<Change> changes() {
        return Stream.of(
                change(
                        "an optional field",
                        "status: ParcelStatus}",
                        "status: ParcelStatus, carrier: \"string(30)?\"}"),
                change(
                        "a list",
                        "status: ParcelStatus}",
                        "status: ParcelStatus, stops: \"string(30)[]\"}",
                        "note: \"string(50)?\"}}",
                        "note: \"string(50)?\", stops: \"string(30)[]\"}}",
                        "note: \"string(50)?\"}, emits",
                        "note: \"string(50)?\", stops: \"string(30)[]\"}, emits"),
                change(
                        "fields with a default",
                        "status: ParcelStatus}",
                        "status: ParcelStatus, stop: \"string(30) = it's ${x}\", lasting: \"duration = PT1.5S\","
                                + " at: \"instant = 2026-01-31T10:15:00Z\", open: \"boolean = true\", rate: \"decimal(5,2) = -0.5\"}",
                        "code: \"string(20)\", weight: int}",
                        "code: \"string(20)\", weight: int, count: \"int = 7\"}"),
                change(
                        "an optional field that gets a default",
                        "note: \"string(50)?\", status",
                        "note: \"string(50) = none\", status",
                        "note: \"string(50)?\"}}",
                        "note: \"string(50) = none\"}}",
                        "note: \"string(50)?\"}, emits",
                        "note: \"string(50) = none\"}, emits"),
                change("longer strings", "string(20)", "string(40)"),
                change("strings without limit", "\"string(20)\"", "text"),
                change("larger numbers", "weight: int", "weight: long"),
                change("numbers that become decimals", "weight: int", "weight: \"decimal(12,1)\""),
                change("wider decimals", "decimal(6,2)", "decimal(9,3)"),
                change("a field that becomes optional", "weight: int", "weight: \"int?\""),
                keeping(
                        true,
                        List.of("parcels.price"),
                        "a field that goes",
                        "price: \"decimal(6,2)\", ",
                        ""),
                keeping(
                        false,
                        List.of("parcels.note"),
                        "an optional field that goes",
                        ", note: \"string(50)?\"",
                        ""),
                dropping(
                        "fields that are dropped",
                        "{code: \"string(20)\", weight: int, price: \"decimal(6,2)\", note: \"string(50)?\", status",
                        "{code: \"string(20)\", weight: int, price: {drop: true}, note: {drop: true}, status",
                        "weight: int, price: \"decimal(6,2)\", note: \"string(50)?\"}",
                        "weight: int}",
                        "{parcel: ParcelId, code: \"string(20)\", weight: int}",
                        "{parcel: ParcelId, code: \"string(20)\", weight: {drop: true}}"),
                change("a unique field", "    lifecycle:", "    unique: [code]\n    lifecycle:"),
                withoutMigration("a state", "[TAKEN, SENT]", "[TAKEN, SENT, LOST]"),
                withoutMigration(
                        "an event and a command",
                        "  SendParcel:",
                        "  ReturnParcel: {from: SENT, emits: ParcelReturned}\n  SendParcel:",
                        "  ParcelSent:",
                        "  ParcelReturned: {to: TAKEN}\n  ParcelSent:"),
                change(
                        "an aggregate",
                        "aggregates:\n",
                        "aggregates:\n  Van: {fields: {plate: \"string(10)\"}}\n",
                        "events:\n",
                        "events:\n  VanBought: {fields: {plate: \"string(10)\"}}\n",
                        "commands:\n",
                        "commands:\n  BuyVan: {creates: always, fields: {plate: \"string(10)\"}, emits: VanBought}\n"),
                change(
                        "an aggregate that is kept as events",
                        "aggregates:\n",
                        "aggregates:\n  Van: {persistence: events, fields: {plate: \"string(10)\"}, unique: [plate]}\n",
                        "events:\n",
                        "events:\n  VanBought: {fields: {plate: \"string(10)\"}}\n",
                        "commands:\n",
                        "commands:\n  BuyVan: {creates: always, fields: {plate: \"string(10)\"}, emits: VanBought}\n"),
                change(
                        "an end",
                        "  ParcelSent: {to: SENT}",
                        "  ParcelSent: {to: SENT}\n  ParcelLost: {deletes: true}",
                        "  SendParcel:",
                        "  LoseParcel: {emits: ParcelLost}\n  SendParcel:",
                        "projects: [ParcelTaken]",
                        "projects: {ParcelTaken: , ParcelLost: {deletes: true}}"),
                change(
                        "an order of a listing",
                        "{returns: \"Shelf[]\"}",
                        "{returns: \"Shelf[]\", sort: -weight}"),
                change(
                        "a read model",
                        "readModels:\n",
                        "readModels:\n  Weights: {key: parcel, fields: {parcel: ParcelId, weight: int}, projects: [ParcelTaken]}\n",
                        "queries:\n",
                        "queries:\n  ListWeights: {returns: \"Weights[]\"}\n"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theDatabaseBecomesWhatTheSpecAsksForAndItsRowsStay(Change change)
            throws IOException, SQLException {
        Path out = temp.resolve("upgraded" + databases);
        Path fresh = temp.resolve("fresh" + databases);
        try (Connection upgraded = database();
                Connection wanted = database()) {
            generate(out, BEFORE);
            execute(upgraded, script(out, 1));
            execute(upgraded, ROWS);
            List<Diagnostic> findings = generate(out, change.after()).diagnostics();
            generate(fresh, change.after());
            execute(wanted, script(fresh, 1));

            assertThat(Files.exists(migrations(out).resolve("V2__change_depot.sql")))
                    .isEqualTo(change.migrated);
            if (change.migrated) {
                execute(upgraded, script(out, 2));
            }

            assertThat(findings)
                    .extracting(finding -> finding.rule().value())
                    .filteredOn(rule -> rule.startsWith("database."))
                    .containsOnly(
                            change.finding.isEmpty()
                                    ? new String[0]
                                    : new String[] {change.finding});
            Map<String, String> structure = read(upgraded, STRUCTURE);
            for (String column : change.kept) {
                assertThat(structure.remove(column)).as("rows need no %s", column).endsWith("YES");
            }
            assertThat(structure).isEqualTo(read(wanted, STRUCTURE));
            assertThat(read(upgraded, INDEXES)).isEqualTo(read(wanted, INDEXES));
            assertThat(
                            read(
                                    upgraded,
                                    "select 'parcel' as name, code || version as what from parcels"))
                    .containsEntry("parcel", "A3");
            assertThat(read(upgraded, "select 'shelf' as name, code as what from shelves"))
                    .containsEntry("shelf", "A");

            Outcome again = generate(out, change.after());
            assertThat(again.plan().orElseThrow().changesAnything()).isFalse();
        }
    }

    @Test
    void onePerChangeBehindThoseOfPeople() throws IOException, SQLException {
        Path out = temp.resolve("several");
        generate(out, BEFORE);
        Files.writeString(migrations(out).resolve("V7__mine.sql"), "select 1;\n");

        generate(out, BEFORE.replace("string(20)", "string(30)"));
        generate(out, BEFORE.replace("string(20)", "string(40)"));

        try (Stream<Path> files = Files.list(migrations(out));
                Connection database = database()) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "V1__create_depot.sql",
                            "V7__mine.sql",
                            "V8__change_depot.sql",
                            "V9__change_depot.sql",
                            "schema.json");
            execute(database, script(out, 1));
            execute(database, script(out, 8));
            execute(database, script(out, 9));
            assertThat(read(database, STRUCTURE))
                    .containsEntry("parcels.code", "character varying 40 0 NO");
        }
    }

    @Test
    void whatGoesAndComesBackIsTheSameColumn() throws IOException, SQLException {
        Path out = temp.resolve("back");
        String without = BEFORE.replace("price: \"decimal(6,2)\", ", "");
        generate(out, BEFORE);
        generate(out, without);
        assertThat(generate(out, without).diagnostics())
                .noneMatch(finding -> finding.rule().equals(DatabaseRules.KEPT.id()));
        generate(out, BEFORE);

        try (Connection database = database()) {
            execute(database, script(out, 1));
            Map<String, String> first = read(database, STRUCTURE);
            execute(database, script(out, 2));
            assertThat(read(database, STRUCTURE)).isNotEqualTo(first);
            execute(database, script(out, 3));
            assertThat(read(database, STRUCTURE)).isEqualTo(first);
        }
    }

    @Test
    void whatIsSaidToGoGoesOnceAndWithAllThatIsBesideIt() throws IOException, SQLException {
        String more =
                BEFORE.replace(
                                "aggregates:\n",
                                "aggregates:\n  Van: {fields: {plate: \"string(10)\", depot: \"string?\"}, unique: [plate]}\n")
                        .replace(
                                "events:\n",
                                "events:\n  VanBought: {fields: {plate: \"string(10)\"}}\n  VanSold: {deletes: true}\n")
                        .replace(
                                "commands:\n",
                                "commands:\n  BuyVan: {creates: always, fields: {plate: \"string(10)\"}, emits: VanBought}\n"
                                        + "  SellVan: {emits: VanSold}\n");
        Path out = temp.resolve("dropped");
        Path fresh = temp.resolve("dropped-fresh");
        try (Connection upgraded = database();
                Connection wanted = database()) {
            generate(out, more);
            execute(upgraded, script(out, 1));
            execute(upgraded, ROWS);
            assertThat(read(upgraded, STRUCTURE))
                    .containsKeys("vans.plate", "deleted_vans.id", "van_summaries.van_id");

            List<Diagnostic> kept = generate(out, BEFORE).diagnostics();
            assertThat(drops(kept)).isEmpty();
            assertThat(migrations(out).resolve("V2__change_depot.sql")).doesNotExist();

            String dropping =
                    BEFORE.replace(
                                    "aggregates:\n",
                                    "aggregates:\n  Van: {drop: true, fields: {plate: \"string(10)\", depot: Nowhere}}\n")
                            .replace("readModels:\n", "readModels:\n  VanSummary: {drop: true}\n");
            List<Diagnostic> gone = generate(out, dropping).diagnostics();
            assertThat(drops(gone))
                    .extracting(Diagnostic::message)
                    .containsExactlyInAnyOrder(
                            "the migration drops `deleted_van_summaries`, with all that is in it",
                            "the migration drops `deleted_vans`, with all that is in it",
                            "the migration drops `van_summaries`, with all that is in it",
                            "the migration drops `vans`, with all that is in it");
            assertThat(drops(gone))
                    .allSatisfy(
                            finding ->
                                    assertThat(finding.hint().orElse(""))
                                            .contains("look once more"));
            execute(upgraded, script(out, 2));
            generate(fresh, BEFORE);
            execute(wanted, script(fresh, 1));
            assertThat(read(upgraded, STRUCTURE)).isEqualTo(read(wanted, STRUCTURE));
            assertThat(read(upgraded, INDEXES)).isEqualTo(read(wanted, INDEXES));
            assertThat(read(upgraded, "select 'parcel' as name, code as what from parcels"))
                    .containsEntry("parcel", "A");

            Outcome again = generate(out, dropping);
            assertThat(again.plan().orElseThrow().changesAnything()).isFalse();
            assertThat(again.diagnostics())
                    .filteredOn(
                            finding -> finding.rule().equals(DatabaseRules.NOTHING_TO_DROP.id()))
                    .hasSize(2);
            Outcome without = generate(out, BEFORE);
            assertThat(without.plan().orElseThrow().changesAnything()).isFalse();
            assertThat(migrations(out).resolve("V3__change_depot.sql")).doesNotExist();
        }
    }

    @Test
    void whatIsDroppedAtOnceIsSaidToBreakWhatRunsOn() throws IOException, SQLException {
        Path out = temp.resolve("at-once");
        generate(out, BEFORE.replace("\"Shelf[]\"", "\"Shelf[]\", sort: -weight"));

        Outcome outcome =
                generate(
                        out,
                        BEFORE.replace(
                                "code: \"string(20)\", weight: int}, projects",
                                "code: \"string(20)\", weight: {drop: true}}, projects"));

        assertThat(drops(outcome.diagnostics()))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.message()).contains("`shelves.weight`");
                            assertThat(finding.hint().orElse("")).contains("one version later");
                            assertThat(finding.span().start()).isEqualTo(new Position(14, 71));
                        });
        try (Connection database = database()) {
            execute(database, script(out, 1));
            execute(database, script(out, 2));
            assertThat(read(database, STRUCTURE)).doesNotContainKey("shelves.weight");
        }
    }

    private static List<Diagnostic> drops(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(DatabaseRules.DROPS.id()))
                .toList();
    }

    @Test
    void aChangeThatRowsDoNotSurviveIsRefusedWhereItIsSaid() throws IOException {
        Path out = temp.resolve("refused");
        generate(out, BEFORE);

        Outcome outcome = generate(out, BEFORE.replace("code: \"string(20)\"", "code: int"));

        assertThat(outcome.applied()).isEmpty();
        assertThat(outcome.diagnostics())
                .filteredOn(finding -> finding.rule().equals(DatabaseRules.INCOMPATIBLE.id()))
                .extracting(finding -> finding.span().start())
                .containsExactly(new Position(5, 14), new Position(14, 51));
    }

    @Test
    void aRequiredFieldIsOnlyForTablesWithoutRows() throws IOException, SQLException {
        Path out = temp.resolve("required");
        generate(out, BEFORE);
        Outcome outcome = generate(out, BEFORE.replace("\"string(50)?\"", "\"string(50)\""));

        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::rule)
                .contains(DatabaseRules.ROWS_WITHOUT_VALUE.id());
        try (Connection database = database()) {
            execute(database, script(out, 1));
            execute(database, script(out, 2));
        }
    }

    @Test
    void aSnapshotThatIsNoneStopsEverything() throws IOException {
        Path out = temp.resolve("damaged");
        generate(out, BEFORE);
        Files.writeString(migrations(out).resolve("schema.json"), "<<<<<<< ours\n");

        Outcome outcome = generate(out, BEFORE);

        assertThat(outcome.applied()).isEmpty();
        assertThat(outcome.diagnostics())
                .extracting(Diagnostic::rule)
                .contains(DatabaseRules.SNAPSHOT_DAMAGED.id());
    }

    private static Outcome generate(Path out, String spec) throws IOException {
        Files.createDirectories(out);
        Path file = Files.writeString(temp.resolve("depot.yaml"), spec);
        Pipeline pipeline =
                new Pipeline(Steps.standard(), Emitters.of(List.of(new PostgresEmitter())));
        Outcome outcome =
                pipeline.run(file, new Goal.Generate(new OutputFolder(out), false, path -> {}));
        assertThat(outcome.plan()).as(outcome.diagnostics().toString()).isPresent();
        return outcome;
    }

    private static Path migrations(Path out) {
        return out.resolve("src/main/resources/db/migration/depot");
    }

    private static String script(Path out, int version) throws IOException {
        try (Stream<Path> files = Files.list(migrations(out))) {
            return Files.readString(
                    files.filter(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .startsWith("V" + version + "__"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static Connection database() throws SQLException {
        String name = "depot" + databases++;
        try (Connection administration = postgres.getPostgresDatabase().getConnection()) {
            execute(administration, "create database " + name);
        }
        return postgres.getDatabase("postgres", name).getConnection();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> read(Connection connection, String sql) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.put(row.getString("name"), row.getString("what"));
            }
        }
        return rows;
    }
}
