package dev.tiphys.approval;

/// What an approval is about. One subject has at most one open request.
///
/// @param id of the thing, such as a promotion's id
/// @param part of the thing, such as a wave's name; empty for the whole
public record ApprovalSubject(Kind kind, String id, String part) {

    /// What kinds of things are approved.
    public enum Kind {
        PROMOTION_GATE, CATALOG_ORDER, ACTION, HOLD_OVERRIDE
    }
}
