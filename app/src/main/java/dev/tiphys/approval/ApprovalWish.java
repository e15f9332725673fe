package dev.tiphys.approval;

import java.util.List;

import dev.tiphys.identity.Scope;

/// A request as its owner opens it.
///
/// @param planHash of exactly what would happen: a decision is valid for it alone
/// @param title one line that names it, such as `checkout v4 → v5 into prod-east`
/// @param changes what would change, a line each
/// @param risk one sentence about what speaks for care; empty when nothing is known
/// @param scope what it touches: decides which policy applies and who may approve
/// @param path of the page that shows it, from `/`
public record ApprovalWish(ApprovalSubject subject, String planHash, String title, List<Change> changes, String risk,
        Scope scope, Requester requester, String path) {

    public ApprovalWish {
        changes = List.copyOf(changes);
    }

    /// One thing that would change; from and to are empty where that says nothing.
    public record Change(String what, String from, String to) {}

    /// Who wants it.
    public record Requester(String subject, String name) {}
}
