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

    private static final String FLEET =
            """
            context: Fleet
            aggregates:
              Van:
                fields: {plate: "string(10)", stops: "Stop[]"}
                entities: {Stop: {fields: {town: "string(20)"}}}
                unique: [plate]
              Trip: {persistence: events, fields: {code: "string(10)"}, unique: [code]}
            events:
              VanBought: {fields: {plate: "string(10)", stops: "Stop[]"}}
              VanSold: {deletes: true}
              TripPlanned: {fields: {code: "string(10)", van: VanId}}
            commands:
              BuyVan: {aggregate: Van, creates: always, fields: {plate: "string(10)", stops: "Stop[]"}, emits: VanBought}
              SellVan: {aggregate: Van, emits: VanSold}
              PlanTrip: {aggregate: Trip, creates: always, fields: {code: "string(10)", van: VanId}, emits: TripPlanned}
            readModels:
              VanList: {key: van, fields: {van: VanId, plate: "string(10)", code: "string(10)?"}, projects: {VanBought: , VanSold: {deletes: true}, TripPlanned: }}
              TripList: {key: trip, fields: {trip: TripId, code: "string(10)"}, projects: [TripPlanned]}
            queries:
              ListVans: {returns: "VanList[]", sort: -plate}
              ListTrips: {returns: "TripList[]", sort: -code}
            """;

    private static final String FLEET_ROWS =
            """
            insert into vans (id, version, plate, stops)
            values ('00000000-0000-0000-0000-000000000001', 1, 'A', '[]');
            insert into deleted_vans (id) values ('00000000-0000-0000-0000-000000000002');
            insert into trips (id, code) values ('00000000-0000-0000-0000-000000000003', 'T');
            insert into van_lists (van_id, version, plate) values ('00000000-0000-0000-0000-000000000001', 1, 'A');
            insert into trip_lists (trip_id, version, code) values ('00000000-0000-0000-0000-000000000003', 1, 'T');
            insert into van_lists_seen (van_id, source, version)
            values ('00000000-0000-0000-0000-000000000001', 'Trip/3', 1);
            insert into van_lists_awaited (van_id, source, version, event_type, event_version, payload)
            values ('00000000-0000-0000-0000-000000000004', 'Trip/3', 2, 'TripPlanned', 1, '{"trip": "3", "code": "T"}');
            insert into outbox (event_id, aggregate_type, aggregate_id, aggregate_version, event_type, event_version, payload, occurred_at)
            values ('00000000-0000-0000-0000-000000000005', 'Van', '1', 1, 'VanBought', 1, '{"van": "1", "plate": "A"}', now()),
                   ('00000000-0000-0000-0000-000000000006', 'Trip', '3', 1, 'TripPlanned', 1, '{"van": "1", "trip": "3"}', now());
            insert into events (aggregate_type, aggregate_id, aggregate_version, event_type, event_version, payload, occurred_at)
            values ('Trip', '3', 1, 'TripPlanned', 1, '{"van": "1", "trip": "3"}', now());
            insert into snapshots (aggregate_type, aggregate_id, version, form, state) values ('Trip', '3', 1, 'f', '{}');
            """;

    private static final String CONSTRAINTS =
            """
            select conrelid::regclass || '.' || conname as name, pg_get_constraintdef(oid) as what
            from pg_constraint where contype in ('p', 'u') and connamespace = 'public'::regnamespace
            """;

    private static final String TOLD =
            """
            select 'outbox ' || aggregate_id as name, concat_ws(' ', aggregate_type, event_type, payload) as what from outbox
            union select 'events', concat_ws(' ', aggregate_type, event_type, payload) from events
            union select 'snapshots', count(*)::text from snapshots
            """;

    /** A rename of the spec, with what rows say afterwards. */
    private record Rename(String name, Map<String, String> rows, List<String> replaced) {
        String after() {
            String after = FLEET;
            for (int i = 0; i < replaced.size(); i += 2) {
                assertThat(after).contains(replaced.get(i));
                after = after.replace(replaced.get(i), replaced.get(i + 1));
            }
            return after;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Rename> renames() {
        Map<String, String> before =
                Map.of(
                        "outbox 1", "Van VanBought {\"van\": \"1\", \"plate\": \"A\"}",
                        "outbox 3", "Trip TripPlanned {\"van\": \"1\", \"trip\": \"3\"}",
                        "events", "Trip TripPlanned {\"van\": \"1\", \"trip\": \"3\"}",
                        "snapshots", "1");
        return Stream.of(
                rename(
                        "an aggregate that is kept as it is",
                        with(
                                before,
                                "outbox 1",
                                "Lorry VanBought {\"lorry\": \"1\", \"plate\": \"A\"}"),
                        "  Van:\n",
                        "  Lorry:\n    renamedFrom: Van\n",
                        "aggregate: Van,",
                        "aggregate: Lorry,",
                        "van: VanId",
                        "van: LorryId"),
                rename(
                        "an aggregate that is kept as events",
                        with(
                                before,
                                "outbox 3",
                                "Tour TripPlanned {\"van\": \"1\", \"tour\": \"3\"}",
                                "events",
                                "Tour TripPlanned {\"van\": \"1\", \"tour\": \"3\"}",
                                "snapshots",
                                "0"),
                        "  Trip: {",
                        "  Tour: {renamedFrom: Trip, ",
                        "aggregate: Trip,",
                        "aggregate: Tour,",
                        "{key: trip, fields: {trip: TripId,",
                        "{key: tour, fields: {tour: TourId,"),
                rename(
                        "events",
                        with(
                                before,
                                "outbox 1",
                                "Van VanAcquired {\"van\": \"1\", \"plate\": \"A\"}",
                                "outbox 3",
                                "Trip TripDrawn {\"van\": \"1\", \"trip\": \"3\"}",
                                "events",
                                "Trip TripDrawn {\"van\": \"1\", \"trip\": \"3\"}"),
                        "VanBought: {fields",
                        "VanAcquired: {renamedFrom: VanBought, fields",
                        "TripPlanned: {fields",
                        "TripDrawn: {renamedFrom: TripPlanned, fields",
                        "emits: VanBought",
                        "emits: VanAcquired",
                        "emits: TripPlanned",
                        "emits: TripDrawn",
                        "{VanBought:",
                        "{VanAcquired:",
                        ", TripPlanned: }",
                        ", TripDrawn: }",
                        "[TripPlanned]",
                        "[TripDrawn]"),
                rename(
                        "read models",
                        before,
                        "VanList: {",
                        "Depot: {renamedFrom: VanList, ",
                        "VanList[]",
                        "Depot[]",
                        "TripList: {",
                        "Calendar: {renamedFrom: TripList, ",
                        "TripList[]",
                        "Calendar[]"),
                rename(
                        "what changes else",
                        before,
                        "VanList: {key: van, fields: {",
                        "Depot: {renamedFrom: VanList, key: van, fields: {",
                        "VanList[]",
                        "Depot[]",
                        "{fields: {town: \"string(20)\"}}",
                        "{fields: {town: \"string(30)\"}}",
                        "fields: {plate: \"string(10)\", stops: \"Stop[]\"}\n",
                        "fields: {plate: \"string(20)\", stops: \"Stop[]\", color: \"string(10)?\"}\n"));
    }

    private static Rename rename(String name, Map<String, String> rows, String... replaced) {
        return new Rename(name, rows, List.of(replaced));
    }

    private static Map<String, String> with(Map<String, String> rows, String... changed) {
        Map<String, String> all = new TreeMap<>(rows);
        for (int i = 0; i < changed.length; i += 2) {
            all.put(changed[i], changed[i + 1]);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("renames")
    void theDatabaseFollowsARenameWithAllItsRows(Rename rename) throws IOException, SQLException {
        Path out = temp.resolve("renamed" + databases);
        Path fresh = temp.resolve("called" + databases);
        try (Connection upgraded = database();
                Connection wanted = database()) {
            generate(out, FLEET);
            execute(upgraded, script(out, 1));
            execute(upgraded, FLEET_ROWS);
            long rows = rows(upgraded);

            List<Diagnostic> findings = generate(out, rename.after()).diagnostics();
            generate(fresh, rename.after());
            execute(wanted, script(fresh, 1));
            execute(upgraded, script(out, 2));

            assertThat(findings)
                    .extracting(finding -> finding.rule())
                    .filteredOn(rule -> rule.value().startsWith("database."))
                    .containsOnly(DatabaseRules.RENAMES.id());
            assertThat(read(upgraded, STRUCTURE)).isEqualTo(read(wanted, STRUCTURE));
            assertThat(read(upgraded, INDEXES)).isEqualTo(read(wanted, INDEXES));
            assertThat(read(upgraded, CONSTRAINTS)).isEqualTo(read(wanted, CONSTRAINTS));
            assertThat(rows(upgraded) - rows).isEqualTo(rename.rows().containsValue("0") ? -1 : 0);
            assertThat(read(upgraded, TOLD)).isEqualTo(rename.rows());

            assertThat(generate(out, rename.after()).plan().orElseThrow().changesAnything())
                    .isFalse();
            // What was renamed once is no longer worth a word.
            generate(
                    out,
                    rename.after()
                            .replace("{deletes: true}\n", "{deletes: true, description: Gone.}\n"));
            assertThat(migrations(out).resolve("V3__change_fleet.sql")).doesNotExist();
        }
    }

    @Test
    void rowsAreInTheStatesThatAreCalledAfterEvents() throws IOException, SQLException {
        String spec =
                """
                context: Depot
                aggregates: [Parcel]
                events: [ParcelTaken, ParcelSent]
                commands: [TakeParcel, SendParcel]
                """;
        Path out = temp.resolve("states");
        try (Connection upgraded = database()) {
            generate(out, spec);
            execute(upgraded, script(out, 1));
            execute(
                    upgraded,
                    """
                    insert into parcels (id, version, status) values ('00000000-0000-0000-0000-000000000001', 2, 'SENT');
                    insert into parcels (id, version, status) values ('00000000-0000-0000-0000-000000000002', 1, 'TAKEN');
                    insert into parcel_summaries (parcel_id, version, status)
                    values ('00000000-0000-0000-0000-000000000001', 2, 'SENT');
                    """);
            generate(
                    out,
                    spec.replace(
                                    "[ParcelTaken, ParcelSent]",
                                    "{ParcelTaken: , ParcelShipped: {renamedFrom: ParcelSent}}")
                            .replace(
                                    "[TakeParcel, SendParcel]",
                                    "{TakeParcel: , SendParcel: {emits: ParcelShipped}}"));
            execute(upgraded, script(out, 2));

            assertThat(read(upgraded, "select version::text as name, status as what from parcels"))
                    .isEqualTo(Map.of("1", "TAKEN", "2", "SHIPPED"));
            assertThat(read(upgraded, "select 'row' as name, status as what from parcel_summaries"))
                    .isEqualTo(Map.of("row", "SHIPPED"));
        }
    }

    @Test
    void whatARowOfSeveralAggregatesWaitsForFollows() throws IOException, SQLException {
        Path out = temp.resolve("awaited");
        try (Connection upgraded = database()) {
            generate(out, FLEET);
            execute(upgraded, script(out, 1));
            execute(upgraded, FLEET_ROWS);
            generate(
                    out,
                    FLEET.replace("  Trip: {", "  Tour: {renamedFrom: Trip, ")
                            .replace("aggregate: Trip,", "aggregate: Tour,")
                            .replace("TripId", "TourId")
                            .replace("VanList: {", "Depot: {renamedFrom: VanList, ")
                            .replace("VanList[]", "Depot[]"));
            execute(upgraded, script(out, 2));

            assertThat(read(upgraded, "select 'seen' as name, source as what from depots_seen"))
                    .containsEntry("seen", "Tour/3");
            assertThat(
                            read(
                                    upgraded,
                                    "select source as name, concat_ws(' ', event_type, payload) as what from depots_awaited"))
                    .containsEntry("Tour/3", "TripPlanned {\"code\": \"T\", \"tour\": \"3\"}");
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
                                """
                                commands:
                                  BuyVan: {creates: always, fields: {plate: "string(10)"}, emits: VanBought}
                                  SellVan: {emits: VanSold}
                                """);
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
        Path depot = out.resolve("src/main/resources/db/migration/depot");
        return Files.exists(depot) ? depot : depot.resolveSibling("fleet");
    }

    /** How many rows there are in all tables. */
    private static long rows(Connection connection) throws SQLException {
        return read(
                        connection,
                        "select table_name as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c"
                                + " from %I', table_name), false, true, '')))[1]::text as what"
                                + " from information_schema.tables where table_schema = 'public'")
                .values()
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
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
