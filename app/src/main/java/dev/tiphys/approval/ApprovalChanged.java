package dev.tiphys.approval;

/// A request was opened or something happened to it. Published inside the transaction that did it: who tells others
/// about it enqueues that there, and so never tells of what was rolled back.
public record ApprovalChanged(ApprovalId id, ApprovalSubject subject, ApprovalStep.Kind step) {}
