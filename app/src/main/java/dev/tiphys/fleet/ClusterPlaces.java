package dev.tiphys.fleet;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// Remembers in which environment each cluster lay. Whoever can write a cluster's labels could otherwise bring it into
/// production, or out of it, without a trace. The row decides which replica tells of the move.
@Component
class ClusterPlaces {

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Map<String, String>> noted = new ConcurrentHashMap<>();

    ClusterPlaces(JdbcClient database, TransactionTemplate transactions, ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    private record Place(String cluster, String environment) {}

    /// @param seen the environment of each cluster of this Argo CD; empty where it lies in none
    void note(String argoCd, Map<String, String> seen) {
        if (seen.equals(noted.get(argoCd))) {
            return;
        }
        transactions.executeWithoutResult(status -> compare(argoCd, seen));
        noted.put(argoCd, Map.copyOf(seen));
    }

    private void compare(String argoCd, Map<String, String> seen) {
        Map<String, String> known = known(argoCd);
        Map<String, String> fresh = new TreeMap<>(seen);
        fresh.keySet().removeAll(known.keySet());
        fresh.forEach((cluster, environment) -> database.sql("""
                insert into cluster_place (argo_cd, cluster, environment, since) values (?, ?, ?, ?)
                on conflict do nothing
                """).params(argoCd, cluster, environment, clock.instant().atOffset(UTC)).update());
        known.forEach((cluster, before) -> {
            String now = seen.getOrDefault(cluster, before);
            if (!now.equals(before) && wonTheRow(argoCd, cluster, before, now)) {
                tell(new ClusterMoved(argoCd, cluster, before, now));
            }
        });
    }

    private Map<String, String> known(String argoCd) {
        return database.sql("select cluster, environment from cluster_place where argo_cd = ? order by cluster")
                .param(argoCd).query(Place.class).list().stream()
                .collect(Collectors.toMap(Place::cluster, Place::environment, (one, other) -> one, TreeMap::new));
    }

    private boolean wonTheRow(String argoCd, String cluster, String before, String now) {
        return database.sql("""
                update cluster_place set environment = ?, since = ?
                where argo_cd = ? and cluster = ? and environment = ?
                """).params(now, clock.instant().atOffset(UTC), argoCd, cluster, before).update() == 1;
    }

    private void tell(ClusterMoved moved) {
        events.publishEvent(ActionTaken.by(Actor.portal("fleet"), "cluster.moved", "cluster", moved.key())
                .change(moved.from().isEmpty() ? null : moved.from(), moved.to().isEmpty() ? null : moved.to())
                .because("its labels in Argo CD changed"));
        events.publishEvent(moved);
    }
}
