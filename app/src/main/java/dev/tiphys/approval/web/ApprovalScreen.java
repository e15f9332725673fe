package dev.tiphys.approval.web;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalInbox;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.approval.BreakGlass;
import dev.tiphys.approval.CompareLink;
import dev.tiphys.identity.Person;

/// The page of a request for one person, also when a word of theirs was refused.
@Component
class ApprovalScreen {

    private final ApprovalInbox inbox;
    private final Approvals approvals;
    private final BreakGlass breakGlass;
    private final CompareLink compare;
    private final Clock clock;

    ApprovalScreen(ApprovalInbox inbox, Approvals approvals, BreakGlass breakGlass, CompareLink compare, Clock clock) {
        this.inbox = inbox;
        this.approvals = approvals;
        this.breakGlass = breakGlass;
        this.compare = compare;
        this.clock = clock;
    }

    /// @param error why the last word was refused; empty when there was none
    ApprovalPage page(ApprovalId id, String error, Person person) {
        ApprovalView request = inbox.get(id, person);
        String service = request.wish().scope().service() == null ? "" : request.wish().scope().service();
        return new ApprovalPages(request, person, approvals.mayDecide(request, person),
                breakGlass.may(request, person).allowed(), breakGlass.mayReview(request, person).allowed(),
                clock.instant()).page(change -> compare.find(service, change).orElse(null), error);
    }
}
