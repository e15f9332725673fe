package dev.tiphys.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells what changed to the browsers of this replica at once, and through PostgreSQL's LISTEN and NOTIFY to those of
/// the others. What was said while a replica could not listen is lost, so its browsers fetch everything when it can.
@Component
class LiveRelay implements LiveTopics, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveRelay.class);
    private static final String CHANNEL = "tiphys_live";
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,120}");
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final Duration LISTEN = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int LISTENS_UNTIL_CHECKED = 20;

    /// PostgreSQL takes less than 8,000 bytes, and a topic is at most 120.
    private static final int TOPICS_AT_ONCE = 60;

    private final LiveBrowsers browsers;
    private final DataSource dataSource;
    private final JdbcClient database;
    private final String replica = UUID.randomUUID().toString();
    private final Set<String> outgoing = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveRelay(LiveBrowsers browsers, DataSource dataSource, JdbcClient database) {
        this.browsers = browsers;
        this.dataSource = dataSource;
        this.database = database;
    }

    @Override
    public void publish(String topic) {
        if (!TOPIC.matcher(topic).matches()) {
            log.warn("A live topic is not well formed and is not sent: {}", topic);
            return;
        }
        browsers.changed(topic);
        outgoing.add(topic);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("live-relay-out").start(() -> repeat(GATHER, this::tellOthers));
        Thread.ofVirtual().name("live-relay-in").start(() -> repeat(AGAIN, this::hearOthers));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tellOthers() {
        List<String> topics = outgoing.stream().limit(TOPICS_AT_ONCE).toList();
        if (topics.isEmpty()) {
            return;
        }
        topics.forEach(outgoing::remove);
        try {
            database.sql("select pg_notify(?, ?)").params(CHANNEL, replica + " " + String.join(" ", topics))
                    .query((row, number) -> number).list();
        } catch (DataAccessException unreachable) {
            log.debug("The other replicas do not hear of {}", topics, unreachable);
        }
    }

    private void hearOthers() {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            browsers.refresh();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            for (int heard = 1; running; heard++) {
                tellBrowsers(postgres.getNotifications((int) LISTEN.toMillis()));
                if (heard % LISTENS_UNTIL_CHECKED == 0 && !connection.isValid((int) AGAIN.toSeconds())) {
                    return;
                }
            }
            statement.execute("unlisten *");
        } catch (SQLException interrupted) {
            log.debug("The other replicas are not heard for a moment", interrupted);
        }
    }

    private void tellBrowsers(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            List<String> words = List.of(notification.getParameter().split(" "));
            if (!words.getFirst().equals(replica)) {
                words.stream().skip(1).filter(topic -> TOPIC.matcher(topic).matches()).forEach(browsers::changed);
            }
        }
    }

    private void repeat(Duration pause, Runnable work) {
        try {
            while (running) {
                work.run();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.error("Live updates between replicas have stopped", failure);
        }
    }
}
