package dev.tiphys.audit.evidence;

import dev.tiphys.audit.AuditEntry;

/// An entry's place in the chain without what it says: `hash = SHA-256(prev ‖ digest)`. With these the way from an entry
/// to a signed checkpoint can be shown without the entries of others.
public record ChainLink(long seq, String prev, String digest, String hash) {

    static ChainLink of(AuditEntry entry) {
        return new ChainLink(entry.seq(), entry.prevHash(), entry.digest(), entry.hash());
    }

    /// Whether the hash is that of the digest behind the one before.
    public boolean holds() {
        return hash.equals(AuditEntry.chained(prev, digest));
    }
}
