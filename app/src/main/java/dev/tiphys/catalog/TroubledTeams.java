package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many instances of each team have an action that failed, for the number in the top bar: every page asks, so it is
/// counted at most once in some seconds.
@Component
public class TroubledTeams {

    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private final JdbcClient database;
    private final Clock clock;
    private final AtomicReference<Counted> counted = new AtomicReference<>(new Counted(Instant.EPOCH, Map.of()));

    TroubledTeams(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Counted(Instant at, Map<String, Integer> byTeam) {}

    public int of(Set<String> teams) {
        Counted last = counted.get();
        Instant now = clock.instant();
        if (last.at().plus(GOOD_FOR).isBefore(now)
                && counted.compareAndSet(last, new Counted(now, last.byTeam()))) {
            last = new Counted(now, count());
            counted.set(last);
        }
        Map<String, Integer> byTeam = last.byTeam();
        return teams.stream().mapToInt(team -> byTeam.getOrDefault(team, 0)).sum();
    }

    private Map<String, Integer> count() {
        Map<String, Integer> byTeam = new HashMap<>();
        database.sql("""
                select team, count(*) as many from catalog_instance
                where last_phase = 'FAILED' and status <> 'DELETED' group by team
                """).query(row -> {
            byTeam.put(row.getString("team"), row.getInt("many"));
        });
        return byTeam;
    }
}
