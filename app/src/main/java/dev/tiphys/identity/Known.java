package dev.tiphys.identity;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What the provider said last about somebody, and whether it has taken it back since.
record Known(String subject, String username, String name, Set<String> groups, Instant readAt,
        @Nullable Instant refusedAt, @Nullable String refusedWhy) {

    Known {
        groups = Set.copyOf(groups);
    }

    static Known now(Person person, Instant now) {
        return new Known(person.subject(), person.username(), person.name(), person.groups(), now, null, null);
    }

    boolean isRefused() {
        return refusedAt != null && !refusedAt.isBefore(readAt);
    }
}
