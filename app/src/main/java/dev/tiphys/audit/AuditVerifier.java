package dev.tiphys.audit;

import java.util.Iterator;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Follows the chain from its first entry to the head, and stops at the first that does not fit.
@Component
class AuditVerifier {

    private static final String BEGINNING = "0".repeat(64);

    private final AuditQueries queries;
    private final JdbcClient database;

    AuditVerifier(AuditQueries queries, JdbcClient database) {
        this.queries = queries;
        this.database = database;
    }

    AuditVerification verify() {
        // The head is read first: entries that are added meanwhile are not part of the question.
        AuditLog.Head head = database.sql("select seq, encode(hash, 'hex') as hash from audit_head")
                .query(AuditLog.Head.class).single();
        try (Stream<AuditEntry> entries = queries.stream(head.seq())) {
            return follow(entries.iterator(), head);
        }
    }

    private static AuditVerification follow(Iterator<AuditEntry> entries, AuditLog.Head head) {
        String last = BEGINNING;
        long seen = 0;
        while (entries.hasNext()) {
            AuditEntry entry = entries.next();
            if (entry.seq() != seen + 1) {
                return AuditVerification.breaks(seen, last, seen + 1, "is missing.");
            }
            if (!entry.prevHash().equals(last)) {
                return AuditVerification.breaks(seen, last, entry.seq(), "does not follow the entry before it.");
            }
            if (!entry.isIntact()) {
                return AuditVerification.breaks(seen, last, entry.seq(), "was changed after it was written.");
            }
            last = entry.hash();
            seen = entry.seq();
        }
        if (seen != head.seq()) {
            return AuditVerification.breaks(seen, last, seen + 1, "is missing, and all after it.");
        }
        return head.hash().equals(last)
                ? AuditVerification.holds(seen, last)
                : AuditVerification.breaks(seen, last, seen, "is not the one the head names.");
    }
}
