package dev.tiphys.approval;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Decides several requests one after the other, each in a transaction of its own: one that is refused keeps no other
/// from being decided.
@Component
public class Bulk {

    private static final int MOST = 100;

    private final Approvals approvals;
    private final ApprovalInbox inbox;

    Bulk(Approvals approvals, ApprovalInbox inbox) {
        this.approvals = approvals;
        this.inbox = inbox;
    }

    /// How one of them went.
    ///
    /// @param sentence why it was refused, or how it stands now
    public record Result(ApprovalId id, String title, boolean done, String sentence) {}

    public List<Result> decide(List<ApprovalId> ids, Word word, String reason, Person person) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new Refusal.Invalid("ids", "Choose 1 to " + MOST + " requests.");
        }
        return ids.stream().distinct().map(id -> decide(id, word, reason, person)).toList();
    }

    private Result decide(ApprovalId id, Word word, String reason, Person person) {
        String title = id.toString();
        try {
            ApprovalView request = inbox.get(id, person);
            title = request.wish().title();
            if (!request.standing().bulk()) {
                throw new Refusal.NotAllowed(
                        "The policy " + request.rules().policy() + " wants each decided by itself. Open it.");
            }
            ApprovalView after = approvals.decide(id, word, reason, person);
            return new Result(id, title, true, after.state().isFinal()
                    ? after.state().name().toLowerCase(Locale.ROOT)
                    : DecisionRule.missing(after.standing()) + " needed");
        } catch (Refusal refusal) {
            return new Result(id, title, false, refusal.reason());
        }
    }
}
