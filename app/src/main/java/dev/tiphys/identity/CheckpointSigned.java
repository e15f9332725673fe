package dev.tiphys.identity;

import java.time.Instant;

/// The end of the audit log was signed. Published inside the transaction that keeps the checkpoint, and here, because
/// nobody may depend on the audit log: whoever takes it outside, such as to a Slack channel, enqueues that there.
///
/// @param seq the entry that was the last one
/// @param hash of that entry, in hexadecimal digits
/// @param signature Ed25519 over the five lines of docs/audit.md, in Base64
public record CheckpointSigned(long seq, String hash, Instant at, String keyId, String signature) {}
