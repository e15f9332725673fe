package dev.tiphys.approval;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalStep.Kind;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Refusal;

/// What people say about a request before they decide: who is on it, and what is not clear yet. It decides nothing.
@Component
public class Conversation {

    private static final int LONGEST = 2000;

    private final ApprovalChanges changes;
    private final ApprovalViews views;
    private final DecisionRule rule;
    private final Access access;
    private final Clock clock;

    Conversation(ApprovalChanges changes, ApprovalViews views, DecisionRule rule, Access access, Clock clock) {
        this.changes = changes;
        this.views = views;
        this.rule = rule;
        this.access = access;
        this.clock = clock;
    }

    /// "I'm on it": everybody sees it, and everybody who may can still decide.
    ///
    /// @param over also when somebody else said so before
    public ApprovalView take(ApprovalId id, boolean over, Person person) {
        return changes.by(person, id, Kind.TAKEN, somewhere(person), request -> {
            requireRight(id, person);
            request.take(Actor.of(person), over, clock.instant());
        });
    }

    public ApprovalView release(ApprovalId id, Person person) {
        return changes.by(person, id, Kind.RELEASED, somewhere(person), request -> {
            requireRight(id, person);
            request.release(Actor.of(person), clock.instant());
        });
    }

    /// Asks the requester something; the request stays open.
    public ApprovalView askBack(ApprovalId id, String question, Person person) {
        return changes.by(person, id, Kind.ASKED_BACK, somewhere(person), request -> {
            requireRight(id, person);
            request.askBack(Actor.of(person), words("question", question, "Say what you want to know."),
                    clock.instant());
        });
    }

    /// The requester's answer.
    public ApprovalView answer(ApprovalId id, String answer, Person person) {
        return changes.by(person, id, Kind.ANSWERED, () -> access.requireAnywhere(person, PortalAction.APPROVAL_SEE),
                request -> {
                    access.require(person, PortalAction.APPROVAL_SEE, views.get(id).wish().scope());
                    if (!request.requester().equals(person.subject())) {
                        throw new Refusal.NotAllowed("Whoever asked for it answers: "
                                + views.get(id).wish().requester().name() + ".");
                    }
                    request.answer(Actor.of(person), words("answer", answer, "Say something."), clock.instant());
                });
    }

    private Runnable somewhere(Person person) {
        return () -> access.requireAnywhere(person, PortalAction.APPROVAL_DECIDE);
    }

    private void requireRight(ApprovalId id, Person person) {
        if (rule.right(views.get(id), person) instanceof Verdict.Denied denied) {
            throw new Refusal.NotAllowed(denied.reason());
        }
    }

    static String words(String field, String text, String empty) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw new Refusal.Invalid(field, empty);
        }
        if (words.length() > LONGEST) {
            throw new Refusal.Invalid(field, "At most " + LONGEST + " characters.");
        }
        return words;
    }
}
