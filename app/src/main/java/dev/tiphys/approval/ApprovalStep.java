package dev.tiphys.approval;

import java.time.Instant;
import java.util.Locale;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/// Something that happened to a request. The steps of a request are its history.
///
/// @param byName of who did it; `Tiphys` for what time did
/// @param words a reason, a comment or a question; empty when nothing was said
@Embeddable
public record ApprovalStep(@Enumerated(EnumType.STRING) Kind kind, String bySubject, String byName, String via,
        String words, Instant at) {

    /// What can happen. `APPROVED` is one person's yes, `GRANTED` the quorum's.
    public enum Kind {
        OPENED, TAKEN, RELEASED, ASKED_BACK, ANSWERED, DELEGATED, REMINDED, ESCALATED, APPROVED, GRANTED, REJECTED, EXPIRED, VOIDED, BROKE_GLASS, REVIEWED;

        /// Whether it ended the request.
        public boolean ends() {
            return this == GRANTED || this == REJECTED || this == EXPIRED || this == VOIDED;
        }

        /// The stable code of the record, such as `approval.broke-glass`.
        public String code() {
            return "approval." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
