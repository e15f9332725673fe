package dev.tiphys.approval;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalStep.Kind;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Refusal;

/// Opens a request alone, in an emergency. It sets the quorum and the four eyes aside, never the access policy; and
/// somebody else has to look at it afterwards.
@Component
public class BreakGlass {

    private final ApprovalChanges changes;
    private final ApprovalViews views;
    private final DecisionRule rule;
    private final Access access;
    private final Clock clock;

    BreakGlass(ApprovalChanges changes, ApprovalViews views, DecisionRule rule, Access access, Clock clock) {
        this.changes = changes;
        this.views = views;
        this.rule = rule;
        this.access = access;
        this.clock = clock;
    }

    /// Whether this person could open it alone.
    public Verdict may(ApprovalView request, Person person) {
        String rule = "break-glass of policy " + request.rules().policy();
        if (person.signedInBy() instanceof SignedInBy.Slack) {
            return new Verdict.Denied(rule, "Slack is not the place to break the glass. Use the portal's page.");
        }
        if (request.standing().breakGlass().stream().noneMatch(person.groups()::contains)) {
            return new Verdict.Denied(rule, request.standing().breakGlass().isEmpty()
                    ? "The policy " + request.rules().policy() + " lets nobody open it alone."
                    : "Only " + String.join(", ", request.standing().breakGlass()) + " may open it alone.");
        }
        Scope scope = request.wish().scope();
        return access.may(person, PortalAction.BREAK_GLASS, scope);
    }

    /// Opens it alone; the reason is read by whoever reviews it.
    public ApprovalView open(ApprovalId id, String reason, Person person) {
        return changes.by(person, id, Kind.BROKE_GLASS, () -> access.requireAnywhere(person, PortalAction.BREAK_GLASS),
                request -> {
                    if (may(views.get(id), person) instanceof Verdict.Denied denied) {
                        throw new Refusal.NotAllowed(denied.reason());
                    }
                    String words = Conversation.words("reason", reason,
                            "Say what the emergency is: somebody will review it.");
                    request.requireInTime(clock.instant());
                    request.breakGlass(Actor.of(person), words, request.policy().reviewWithin(), clock.instant());
                });
    }

    /// Whether this person could be the second one.
    public Verdict mayReview(ApprovalView request, Person person) {
        ApprovalView.Review review = request.standing().review();
        if (review == null || review.done() || review.by().equals(person.subject())) {
            return new Verdict.Denied("second person", "A second person reviews what was opened alone, once.");
        }
        return rule.right(request, person);
    }

    /// A second person has looked at it.
    public ApprovalView review(ApprovalId id, String words, Person person) {
        return changes.by(person, id, Kind.REVIEWED, () -> access.requireAnywhere(person, PortalAction.APPROVAL_DECIDE),
                request -> {
                    if (rule.right(views.get(id), person) instanceof Verdict.Denied denied) {
                        throw new Refusal.NotAllowed(denied.reason());
                    }
                    request.review(Actor.of(person), Conversation.words("words", words, "Say what you found."),
                            clock.instant());
                });
    }
}
