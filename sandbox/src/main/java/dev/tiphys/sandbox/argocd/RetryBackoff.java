package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/// How long a failed operation waits for its next attempt, and how Go writes times.
final class RetryBackoff {

    private static final DateTimeFormatter KITCHEN = DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RetryBackoff() {
    }

    /// 5 s, doubled each time, at most 3 min, unless `backoff` says otherwise.
    static Duration of(JsonNode backoff, long count) {
        Duration first = GoDuration.parse(backoff.path("duration").asString("5s"));
        Duration most = GoDuration.parse(backoff.path("maxDuration").asString("3m"));
        double factor = Math.pow(Math.max(1, backoff.path("factor").asDouble(2)), (double) count);
        double millis = Math.min((double) most.toMillis(), (double) first.toMillis() * factor);
        return Duration.ofMillis((long) millis);
    }

    static String kitchen(Instant moment) {
        return KITCHEN.format(moment);
    }
}
