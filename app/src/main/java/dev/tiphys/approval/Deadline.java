package dev.tiphys.approval;

import java.time.Instant;

/// What time does to a request that nobody decides.
enum Deadline {

    REMINDER, ESCALATION, EXPIRY;

    boolean isMeant(ApprovalPolicy policy) {
        return this != ESCALATION || !policy.escalateTo().isEmpty();
    }

    Instant of(ApprovalPolicy policy, Instant opened) {
        return opened.plus(switch (this) {
            case REMINDER -> policy.reminderAfter();
            case ESCALATION -> policy.escalationAfter();
            case EXPIRY -> policy.expiry();
        });
    }

    /// The name of the task for one request.
    String instance(ApprovalId id) {
        return name() + ":" + id;
    }
}
