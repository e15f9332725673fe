package dev.tiphys.web;

import java.time.Duration;
import java.time.Instant;

/// How old the data of a page are, and whether that is older than they should be.
public record Fresh(Age age, boolean stale) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    public static Fresh of(Instant asOf, Instant now) {
        return new Fresh(Age.of(asOf, now), Duration.between(asOf, now).compareTo(LIMIT) > 0);
    }
}
