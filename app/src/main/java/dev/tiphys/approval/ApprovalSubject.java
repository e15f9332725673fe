package dev.tiphys.approval;

import java.util.Locale;

/// What an approval is about. One subject has at most one open request.
///
/// @param id of the thing, such as a promotion's id
/// @param part of the thing, such as a wave's name; empty for the whole
public record ApprovalSubject(Kind kind, String id, String part) {

    /// What kinds of things are approved.
    public enum Kind {
        PROMOTION_GATE, CATALOG_ORDER, ACTION, HOLD_OVERRIDE;

        /// The word of configuration and records, such as `promotion-gate`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// For the record, such as `promotion-gate 0193… prod-east`.
    public String words() {
        return part.isEmpty() ? kind.word() + " " + id : kind.word() + " " + id + " " + part;
    }
}
