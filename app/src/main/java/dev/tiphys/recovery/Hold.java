package dev.tiphys.recovery;

import java.time.Instant;
import java.util.UUID;

/// Why and since when the portal stands still.
///
/// @param code `older-database`, `other-database`, `unknown-workflows` or `on-purpose`
/// @param byName who holds it: the portal itself, or an administrator
public record Hold(UUID id, Instant since, String code, String sentence, String byName) {}
