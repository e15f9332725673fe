package dev.tiphys.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The log for its readers: entries, newest first, and whether the chain holds.
@Component
public class AuditTrail {

    private final AuditQueries queries;
    private final AuditVerifier verifier;

    AuditTrail(AuditQueries queries, AuditVerifier verifier) {
        this.queries = queries;
        this.verifier = verifier;
    }

    @Transactional(readOnly = true)
    public PageOf<AuditEntry> list(AuditFilter filter, PageAsk ask) {
        return queries.list(filter, ask);
    }

    /// Computes the whole chain again; some seconds for a million entries.
    @Transactional(readOnly = true)
    public AuditVerification verify() {
        return verifier.verify();
    }
}
