package dev.tiphys.catalog;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many instances of an item a team has, and may have. Those within the quota sit on numbered seats, so that the
/// schema lets nobody in twice.
@Component
class QuotaSeats {

    private static final String LIVING = " provider = :provider and item = :item and team = :team"
            + " and status not in ('DELETED', 'GONE')";

    private final JdbcClient database;

    QuotaSeats(JdbcClient database) {
        this.database = database;
    }

    long count(String provider, String item, String team) {
        return database.sql("select count(*) from catalog_instance where" + LIVING).param("provider", provider)
                .param("item", item).param("team", team).query(Long.class).single();
    }

    /// Lets one order of this item and team after the other count, until the end of the transaction.
    void lock(String provider, String item, String team) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 41))")
                .param(provider + "/" + item + "/" + team).query((row, number) -> "locked").list();
    }

    /// Gives the instance the first free seat; none where all are taken.
    void take(UUID instance, int most) {
        database.sql("""
                update catalog_instance i set quota_seat = (
                  select min(seat) from generate_series(1, ?) seat where not exists (
                    select 1 from catalog_instance o where o.provider = i.provider and o.item = i.item
                      and o.team = i.team and o.quota_seat = seat and o.status not in ('DELETED', 'GONE')))
                where i.id = ?
                """).params(most, instance).update();
    }
}
