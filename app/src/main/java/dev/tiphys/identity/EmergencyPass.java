package dev.tiphys.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Whom an emergency session is for, as its browser session remembers it.
record EmergencyPass(UUID id, String name, String reason, Set<String> groups, Instant begunAt,
        Instant endsAt) implements Serializable {

    EmergencyPass {
        groups = Set.copyOf(groups);
    }

    String subject() {
        return "emergency:" + id;
    }

    String username() {
        return "emergency-" + id.toString().substring(0, 8);
    }
}
