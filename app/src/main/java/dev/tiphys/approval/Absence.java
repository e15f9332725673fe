package dev.tiphys.approval;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Somebody is away, and somebody else stands for them.
///
/// @param groups that the absent person had when they said so
public record Absence(UUID id, String absent, String absentName, Set<String> groups, String substitute,
        String substituteName, Instant beginsAt, Instant endsAt) {

    public Absence {
        groups = Set.copyOf(groups);
    }
}
