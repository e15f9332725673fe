package dev.tiphys.approval;

import java.util.Optional;

import dev.tiphys.identity.Person;

/// Requests and their decisions. Each method runs in the caller's transaction or in one of its own, writes its audit
/// entry there, and publishes [ApprovalChanged]; the end of a request is published as [ApprovalOutcome].
public interface Approvals {

    /// Opens a request, or gives the open one of this subject. An open one with another plan hash becomes VOID first.
    ApprovalId open(ApprovalWish wish);

    /// Ends an open request of the subject because there is nothing left to decide.
    void close(ApprovalSubject subject, String why);

    /// @throws dev.tiphys.web.Refusal.NotFound when there is none
    ApprovalView get(ApprovalId id);

    /// The latest request of the subject, open or not.
    Optional<ApprovalView> find(ApprovalSubject subject);

    /// Whether this person could decide it now; the reason names the rule.
    dev.tiphys.identity.Verdict mayDecide(ApprovalView request, Person person);

    /// One person's word. Exactly one of any number of concurrent decisions ends the request.
    ///
    /// @throws dev.tiphys.web.Refusal.NotAllowed without the right
    /// @throws dev.tiphys.web.Refusal.Conflict when it is decided already; says by whom
    /// @throws dev.tiphys.web.Refusal.Invalid when a reason is missing
    ApprovalView decide(ApprovalId id, Word word, String reason, Person person);

    /// What one person says.
    enum Word {
        APPROVE, REJECT
    }
}
