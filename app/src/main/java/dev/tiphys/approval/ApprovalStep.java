package dev.tiphys.approval;

import java.time.Instant;

/// Something that happened to a request. The steps of a request are its history.
///
/// @param byName of who did it; `Tiphys` for what time did
/// @param words a reason, a comment or a question; empty when nothing was said
public record ApprovalStep(Kind kind, String bySubject, String byName, String via, String words, Instant at) {

    /// What can happen. `APPROVED` is one person's yes, `GRANTED` the quorum's.
    public enum Kind {
        OPENED, TAKEN, RELEASED, ASKED_BACK, ANSWERED, DELEGATED, REMINDED, ESCALATED, APPROVED, GRANTED, REJECTED, EXPIRED, VOIDED, BROKE_GLASS, REVIEWED
    }
}
