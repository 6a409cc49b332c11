package io.contextmill.emitters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.contextmill.emitters.Specs;
import org.junit.jupiter.api.Test;

/** SQL as it is generated. */
class PostgresEmitterTest {

    @Test
    void eachTypeHasItsColumn() {
        assertThat(migration("parcel"))
                .contains(
                        """
                        create table parcels (
                            id uuid primary key,
                            version bigint not null,
                            recipient varchar(100) not null,
                            weight numeric(8, 3) not null,
                            note text,
                            service text not null,
                            status text not null,
                            carrier varchar(20),
                            pieces integer not null,
                            value bigint not null,
                            insured boolean not null,
                            customer uuid not null,
                            pickup date,
                            door_time time,
                            deadline timestamptz,
                            rate numeric(5, 2),
                            depot_id uuid,
                            reference varchar(12)
                        );
                        """);
    }

    @Test
    void whatIsSortedByHasAnIndex() {
        assertThat(migration("parcel"))
                .contains(
                        "create index parcel_summaries_list_parcels_of_customer on parcel_summaries"
                                + " (customer, weight, parcel_id);\n");
    }

    @Test
    void onlyReservedWordsAreQuoted() {
        assertThat(migration("select"))
                .contains(
                        "create table users (\n",
                        "create table tables (\n",
                        "create table records (\n")
                .contains(
                        "    \"group\" varchar(10) not null,\n",
                        "    \"order\" integer,\n",
                        "    package text,\n");
    }

    @Test
    void aPageBeginsBehindAPlaceAndNotARow() {
        assertThat(
                        Specs.text(
                                Specs.files("parcel", new PostgresEmitter()),
                                "/PostgresParcelSummaries.java"))
                .contains(
                        """
                                    where customer = :customer
                                        and (:status::text is null or status = :status)
                                        and (:afterKey::uuid is null or (weight, parcel_id) < (:afterValue, :afterKey))
                                    order by weight desc, parcel_id desc
                                    limit :rowLimit
                        """);
    }

    private static String migration(String spec) {
        return Specs.text(Specs.files(spec, new PostgresEmitter()), ".sql");
    }
}
