package dev.tiphys.audit;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/// One entry of the log, as it stands in the chain. Hashes are hexadecimal.
public record AuditEntry(long seq, Instant at, String code, String outcome, Who who, String targetKind,
        String targetId, @Nullable String from, @Nullable String to, @Nullable String reason,
        @Nullable String requestId, @Nullable String planHash, String prevHash, String hash) {

    /// Who did it, and how they had proved who they are.
    public record Who(String subject, String name, String via) {}

    /// Whether the entry's own hash fits what it says.
    @JsonIgnore
    public boolean isIntact() {
        return hash.equals(AuditChain.hash(this));
    }
}
