package dev.tiphys.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.testing.PortalTest;

@PortalTest
class ClusterPlacesTest {

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    @Autowired
    ClusterPlacesTest(JdbcClient database, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
    }

    private ClusterPlaces replica() {
        return new ClusterPlaces(database, transactions, events, Clock.systemUTC());
    }

    private List<@Nullable String> moves(String argoCd) {
        return database.sql("""
                select target_id || ': ' || coalesce(from_value, 'none') || ' to ' || coalesce(to_value, 'none')
                from audit_entry where code = 'cluster.moved' and target_id like ? order by seq
                """).param(argoCd + "/%").query(String.class).list();
    }

    @Test
    void aClusterThatMovesIsOnRecord() {
        ClusterPlaces places = replica();
        places.note("one", Map.of("east", "prod", "lab", "dev"));
        assertThat(moves("one")).isEmpty();
        places.note("one", Map.of("east", "dev", "lab", "dev"));
        places.note("one", Map.of("east", "dev", "lab", ""));
        assertThat(moves("one")).containsExactly("one/east: prod to dev", "one/lab: dev to none");
    }

    @Test
    void severalReplicasTellOfItOnce() throws Exception {
        replica().note("many", Map.of("east", "prod"));
        List<ClusterPlaces> replicas = java.util.stream.Stream.generate(this::replica).limit(8).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> looks = replicas.stream().<Callable<Void>>map(replica -> () -> {
                replica.note("many", Map.of("east", "dev"));
                return null;
            }).toList();
            for (var done : threads.invokeAll(looks)) {
                done.get();
            }
        }
        assertThat(moves("many")).containsExactly("many/east: prod to dev");
    }

    @Test
    void removingAClusterAndAddingItElsewhereIsAMove() {
        ClusterPlaces places = replica();
        places.note("again", Map.of("east", "prod"));
        places.note("again", Map.of());
        places.note("again", Map.of("east", "dev"));
        assertThat(moves("again")).containsExactly("again/east: prod to dev");
    }
}
