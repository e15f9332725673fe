package dev.tiphys.audit;

import java.time.Instant;
import java.util.HexFormat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/// One entry of the log, as it stands in the chain. Hashes are hexadecimal.
///
/// @param format what the hash covers: 1 the actor's name itself, 2 the salted hash of what names the actor
public record AuditEntry(long seq, int format, Instant at, String code, String outcome, Who who, String targetKind,
        String targetId, @Nullable String from, @Nullable String to, @Nullable String reason,
        @Nullable String requestId, @Nullable String planHash, About about, String prevHash, String hash) {

    /// The hash before the first entry.
    public static final String BEGINNING = "0".repeat(64);

    /// The format of entries that are written now.
    static final int FORMAT = 2;

    /// Who did it, and how they had proved who they are. The name is null once it was erased.
    ///
    /// @param personal the salted hash that stands for the personal data in the chain; null in format 1
    public record Who(String subject, String via, @Nullable String name, @Nullable String address,
            @Nullable String agent, @Nullable String salt, @Nullable String personal) {

        /// Whether what is kept aside is what the chain speaks of; what was erased cannot contradict it.
        boolean fits() {
            if (personal != null && salt != null) {
                return personal.equals(Personal.of(this).hash());
            }
            return address == null && agent == null && (personal == null || name == null);
        }
    }

    /// Whom it concerns; what was not said is empty.
    public record About(String service, String environment, String team, String provider, String cluster,
            String partOf) {}

    /// Whether the entry's own hash fits what it says.
    @JsonIgnore
    public boolean isIntact() {
        return hash.equals(AuditChain.hash(this)) && who.fits();
    }

    /// What stands for the entry's words in the chain.
    public String digest() {
        return AuditChain.digest(this);
    }

    /// The hash of an entry with this digest behind the one with the hash `prev`; all in hexadecimal digits.
    public static String chained(String prev, String digest) {
        return AuditChain.hash(HexFormat.of().parseHex(prev), HexFormat.of().parseHex(digest));
    }

    /// The same for readers who need not know from where somebody came.
    AuditEntry withoutWhereabouts() {
        Who shown = new Who(who.subject(), who.via(), who.name(), null, null, null, who.personal());
        return new AuditEntry(seq, format, at, code, outcome, shown, targetKind, targetId, from, to, reason, requestId,
                planHash, about, prevHash, hash);
    }

    AuditEntry hashed() {
        return new AuditEntry(seq, format, at, code, outcome, who, targetKind, targetId, from, to, reason, requestId,
                planHash, about, prevHash, AuditChain.hash(this));
    }
}
