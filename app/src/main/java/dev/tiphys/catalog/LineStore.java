package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the turns of runs, and the lines of items. Who admits holds the lock of the line.
@Component
class LineStore {

    private static final String TURN = """
            select t.*, coalesce((select r.to_version from catalog_run r where r.id = t.run), i.item_version) as item_version
            from catalog_turn t join catalog_instance i on i.id = t.instance
            """;

    private final JdbcClient database;

    LineStore(JdbcClient database) {
        this.database = database;
    }

    void enter(Turn turn) {
        database.sql("""
                insert into catalog_turn (run, instance, provider, item, team, action, counted, priority, state, opens_at,
                  pin, content, former, entered_at, admitted_at)
                values (:run, :instance, :provider, :item, :team, :action, :counted, :priority, :state,
                  cast(:opens as timestamptz), :pin, :content, :former, :at, cast(:admitted as timestamptz))
                """).param("run", turn.run()).param("instance", turn.instance()).param("provider", turn.provider())
                .param("item", turn.item()).param("team", turn.team()).param("action", turn.action())
                .param("counted", turn.counted()).param("priority", turn.priority().rank())
                .param("state", turn.state().name()).param("opens", text(turn.opensAt())).param("pin", turn.pin())
                .param("content", turn.content()).param("former", turn.former().name())
                .param("at", Timestamp.from(turn.enteredAt()))
                .param("admitted", turn.state() == TurnState.ADMITTED ? turn.enteredAt().toString() : null).update();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /// Lets one order of a team after the other take its ticket, until the end of the transaction. Comes before the
    /// lock of the line.
    void lockTeam(String provider, String item, String team) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 42))")
                .param(provider + "/" + item + "/" + team).query((row, number) -> "locked").list();
    }

    /// Puts a turn at the end of its team's in its class, and not before what has been served there already: so teams
    /// come one after the other, and a team that comes late does not have to make up for what others had.
    void queue(UUID run, Priority priority, boolean approved, @Nullable Instant opens, Instant at) {
        database.sql("""
                update catalog_turn t set state = 'QUEUED', priority = :priority, opens_at = cast(:opens as timestamptz),
                  approved = t.approved or :approved, entered_at = :at, ticket = 1 + greatest(
                    coalesce((select served[:priority] from catalog_line l
                              where l.provider = t.provider and l.item = t.item), 0),
                    coalesce((select max(ticket) from catalog_turn q where q.provider = t.provider and q.item = t.item
                              and q.priority = :priority and q.team = t.team and q.state = 'QUEUED'
                              and q.run <> t.run), 0))
                where t.run = :run
                """).param("run", run).param("priority", priority.rank()).param("opens", text(opens))
                .param("approved", approved).param("at", Timestamp.from(at)).update();
    }

    Optional<Turn> find(UUID run) {
        return database.sql(TURN + " where t.run = ?").param(run).query(LineStore::turn).optional();
    }

    /// The one that is not over.
    Optional<Turn> findOpen(UUID instance) {
        return database.sql(TURN + " where t.instance = ? and t.state <> 'OVER' order by t.entered_at desc limit 1")
                .param(instance).query(LineStore::turn).optional();
    }

    List<Turn> waitingForApproval() {
        return database.sql(TURN + " where t.state = 'APPROVAL' order by t.entered_at limit 10000")
                .query(LineStore::turn).list();
    }

    /// Whether somebody agreed to exactly this before, which then need not be asked again.
    boolean wasApproved(UUID instance, String action, String pin, Map<String, String> values) {
        return database.sql("""
                select count(*) from catalog_turn t join catalog_run r on r.id = t.run
                where t.instance = ? and t.action = ? and t.pin = ? and t.approved and r.inputs @> cast(? as jsonb)
                """).params(instance, action, pin, Texts.write(values)).query(Long.class).single() > 0;
    }

    /// @return whether it was not over yet
    boolean end(UUID run, TurnState from) {
        return database.sql("update catalog_turn set state = 'OVER' where run = ? and state = ?")
                .params(run, from.name()).update() == 1;
    }

    void hinder(UUID run, String hindrance) {
        database.sql("update catalog_turn set hindrance = ? where run = ? and hindrance <> ?")
                .params(hindrance, run, hindrance).update();
    }

    /// The template has changed, and what was ordered fits it still.
    void pin(UUID run, String content) {
        database.sql("update catalog_turn set content = ? where run = ?").params(content, run).update();
    }

    void lock(String provider, String item) {
        database.sql("insert into catalog_line (provider, item) values (?, ?) on conflict do nothing")
                .params(provider, item).update();
        database.sql("select provider from catalog_line where provider = ? and item = ? for update")
                .params(provider, item).query(String.class).single();
    }

    long countAdmitted(String provider, String item) {
        return database.sql("""
                select count(*) from catalog_turn where provider = ? and item = ? and state = 'ADMITTED' and counted
                """).params(provider, item).query(Long.class).single();
    }

    /// Those whose turn it is, if there is a place for them.
    List<Turn> next(String provider, String item, boolean counted, long most, Instant now) {
        return database.sql(TURN + """
                 where t.provider = :provider and t.item = :item and t.state = 'QUEUED' and t.counted = :counted
                   and (t.opens_at is null or t.opens_at <= :now)
                   and (t.action <> 'create' or not exists (select 1 from catalog_line l where l.provider = :provider
                        and l.item = :item and l.paused_at is not null))
                 order by t.priority desc, t.ticket, t.entered_at, t.run limit :most
                """).param("provider", provider).param("item", item).param("counted", counted).param("most", most)
                .param("now", Timestamp.from(now)).query(LineStore::turn).list();
    }

    void admit(Turn turn, Instant at) {
        database.sql("update catalog_turn set state = 'ADMITTED', opens_at = null, admitted_at = ? where run = ?")
                .params(Timestamp.from(at), turn.run()).update();
        database.sql("""
                update catalog_line set served[:class] = greatest(served[:class], :ticket)
                where provider = :provider and item = :item
                """).param("class", turn.priority().rank()).param("ticket", turn.ticket())
                .param("provider", turn.provider()).param("item", turn.item()).update();
    }

    void postpone(UUID run, Instant opens) {
        database.sql("update catalog_turn set opens_at = ? where run = ?").params(Timestamp.from(opens), run).update();
    }

    /// Provider and item of each line in which somebody stands.
    List<Place> lines() {
        return database.sql("select distinct provider, item from catalog_turn where state = 'QUEUED'")
                .query((row, number) -> new Place(row.getString(1), row.getString(2))).list();
    }

    record Place(String provider, String item) {}

    private static Turn turn(ResultSet row, int number) throws SQLException {
        Timestamp opens = row.getTimestamp("opens_at");
        return new Turn(row.getObject("run", UUID.class), row.getObject("instance", UUID.class),
                row.getString("provider"), row.getString("item"), row.getString("item_version"),
                row.getString("team"), row.getString("action"), row.getBoolean("counted"),
                Priority.ranked(row.getInt("priority")), row.getLong("ticket"),
                TurnState.valueOf(row.getString("state")), opens == null ? null : opens.toInstant(),
                row.getString("pin"), row.getString("content"), row.getBoolean("approved"),
                InstanceStatus.valueOf(row.getString("former")), row.getString("hindrance"),
                row.getTimestamp("entered_at").toInstant());
    }
}
