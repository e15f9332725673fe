package dev.tiphys.approval;

/// A request has come to its end, for the owner of the subject. Published inside the transaction that ended it.
///
/// @param state GRANTED, REJECTED, EXPIRED or VOID
/// @param last the step that ended it: who, and the reason
public record ApprovalOutcome(ApprovalId id, ApprovalSubject subject, String planHash, ApprovalState state,
        ApprovalStep last) {}
