package dev.tiphys.audit;

import java.util.List;

/// What somebody sees of the log: all of it, or the entries about what they may view anyhow.
public sealed interface AuditSight {

    /// The whole log.
    record Everything() implements AuditSight {}

    /// The entries that concern these, without whence people came.
    record Only(List<Concerned> those) implements AuditSight {

        public Only {
            those = List.copyOf(those);
        }
    }

    /// One thing that the log speaks of; what was not said is empty.
    record Concerned(String service, String environment, String team, String provider) {}
}
