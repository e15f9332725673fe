package dev.tiphys.audit.proof;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What following the chain found.
///
/// @param verifiedUpTo the last entry that holds
/// @param anchoredUpTo the last entry whose checkpoint lies outside the database; null without any
/// @param anchoredAt when that checkpoint had arrived there
/// @param firstBroken the first entry that does not hold; null when all do
/// @param head the hash of the last entry that holds
public record AuditVerification(boolean ok, long verifiedUpTo, @Nullable Long anchoredUpTo,
        @Nullable Instant anchoredAt, @Nullable Long firstBroken, String sentence, String head, Instant checkedAt) {}
