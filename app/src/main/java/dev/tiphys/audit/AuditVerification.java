package dev.tiphys.audit;

import org.jspecify.annotations.Nullable;

/// What computing the chain again found: how many entries hold, the head's hash, and where it broke first.
public record AuditVerification(boolean intact, long entries, String head, @Nullable Long brokenAt, String sentence) {

    static AuditVerification holds(long entries, String head) {
        return new AuditVerification(true, entries, head, null,
                "All " + entries + " entries are as they were written, without a gap.");
    }

    static AuditVerification breaks(long entries, String head, long at, String why) {
        return new AuditVerification(false, entries, head, at, "Entry " + at + " " + why);
    }
}
