package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// Counts requests that are not Slack's. Anybody can send them, so they must not be able to fill the audit log: the
/// first is on record at once, the others as one entry with their number for each minute.
@Component
class SignatureAlarm {

    private static final Logger log = LoggerFactory.getLogger(SignatureAlarm.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final SlackRecord record;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Executor later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    private final Map<String, Integer> pending = new TreeMap<>();
    private @Nullable Instant told;
    private boolean waiting;

    SignatureAlarm(SlackRecord record, MeterRegistry meters, Clock clock) {
        this.record = record;
        this.meters = meters;
        this.clock = clock;
    }

    void raise(String why) {
        meters.counter("tiphys.slack.signatures.refused", "why", why).increment();
        synchronized (this) {
            pending.merge(why, 1, Integer::sum);
            if (told != null && told.plus(PAUSE).isAfter(clock.instant())) {
                if (!waiting) {
                    waiting = true;
                    later.execute(this::tell);
                }
                return;
            }
        }
        tell();
    }

    /// Writes what has not been told yet.
    void tell() {
        String counts;
        synchronized (this) {
            waiting = false;
            if (pending.isEmpty()) {
                return;
            }
            counts = String.join(", ",
                    pending.entrySet().stream().map(each -> each.getValue() + " × " + each.getKey()).toList());
            pending.clear();
            told = clock.instant();
        }
        log.warn("Requests to /slack/interactions that are not Slack's: {}", counts);
        record.noteAside(ActionTaken.by(Actor.portal("slack"), "slack.signature", "slack", "interactions")
                .refused(counts));
    }
}
