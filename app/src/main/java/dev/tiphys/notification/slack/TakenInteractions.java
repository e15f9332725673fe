package dev.tiphys.notification.slack;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers which signed requests were taken, for longer than their signatures are good.
@Component
class TakenInteractions {

    private static final Duration KEPT = Duration.ofMinutes(11);

    private final JdbcClient database;
    private final Clock clock;

    TakenInteractions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// True the first time, on whichever replica.
    boolean isFirst(SignedRequest request) {
        database.sql("delete from slack_interaction where taken_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(UTC)).update();
        return database.sql("insert into slack_interaction (hash, taken_at) values (decode(?, 'hex'), ?) on conflict do nothing")
                .params(hash(request), clock.instant().atOffset(UTC)).update() == 1;
    }

    /// Of what was signed, and not of the signature: two secrets make two of those.
    private static String hash(SignedRequest request) {
        return RandomToken.sha256(request.timestamp() + ":" + request.body());
    }
}
