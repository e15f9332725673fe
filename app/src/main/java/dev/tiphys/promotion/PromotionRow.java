package dev.tiphys.promotion;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A promotion as lists and pages read it.
record PromotionRow(UUID id, String service, String version, PromotionPhase phase, String reason, String trouble,
        String requester, String requesterName, String plan, String planHash, String namespace, String workflow,
        boolean startedOutside, String note, String changeReference, Instant createdAt, @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static final String COLUMNS = "p.id, p.service, p.version, p.phase, p.reason, p.trouble, p.requester,"
            + " p.requester_name, p.plan, p.plan_hash, p.namespace, p.workflow, p.started_outside, p.note,"
            + " p.change_reference, p.created_at, p.started_at, p.finished_at";
}
