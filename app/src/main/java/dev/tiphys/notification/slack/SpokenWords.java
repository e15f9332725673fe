package dev.tiphys.notification.slack;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignInAgainException;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Refusal;

/// Lets a word from Slack decide once the sign-in service has confirmed whose it is: at once where that is quick, and
/// otherwise by a durable task, so that Slack is answered in time.
@Component
class SpokenWords {

    private final Approvals approvals;
    private final SlackConfirmation confirmation;
    private final Standings standings;
    private final PressRefusals refusals;
    private final Clock clock;

    SpokenWords(Approvals approvals, SlackConfirmation confirmation, Standings standings, PressRefusals refusals,
            Clock clock) {
        this.approvals = approvals;
        this.confirmation = confirmation;
        this.standings = standings;
        this.refusals = refusals;
        this.clock = clock;
    }

    /// The request of a button, which this person may decide in Slack as far as is known.
    ApprovalView decidable(ButtonValue button, Person person) {
        ApprovalView view = approvals.get(button.request());
        if (!view.rules().slackMode().equals("buttons")) {
            throw new Refusal.NotAllowed("This request is not decided in Slack. Open it in the portal.");
        }
        if (view.state().isFinal()) {
            throw new Refusal.Conflict(end(view));
        }
        if (approvals.mayDecide(view, person) instanceof Verdict.Denied denied) {
            throw new Refusal.NotAllowed(denied.reason());
        }
        return view;
    }

    private static String end(ApprovalView view) {
        ApprovalStep last = view.ending();
        String by = last == null ? "" : " by " + last.byName();
        return "Already " + StepWords.word(view.state()) + by + ". Nothing was changed.";
    }

    /// @param person as known last
    void take(SpokenWord word, ButtonValue button, Person person) {
        ApprovalView view = approvals.get(button.request());
        confirmation.quickly(person, view.wish().scope()).ifPresentOrElse(now -> decide(word, button, now),
                () -> refusals.decideLater(word));
    }

    private void decide(SpokenWord word, ButtonValue button, Person now) {
        decidable(button, now);
        approvals.decide(button.request(), word.word(), word.reason(), now);
    }

    /// The same with as much patience as the sign-in service needs. Everything is looked up anew.
    void decideNow(SpokenWord word) {
        ButtonValue button = ButtonValue.parse(word.value()).orElseThrow();
        if (!word.isGoodAt(clock.instant())) {
            refusals.refuse(word.press(), word.by().actor(), "It could not be decided in time. Press again.");
            return;
        }
        switch (standings.of(word.by(), word.team())) {
            case Standing.Foreign foreign -> refusals.refuse(word.press(), word.by().actor(), foreign.why());
            case Standing.Unlinked _ -> refusals.offerToLink(word.press());
            case Standing.Unconfirmed unconfirmed -> refusals.offerToSignIn(word.press(), unconfirmed.account());
            case Standing.Known known -> decideNow(word, button, known.person());
        }
    }

    private void decideNow(SpokenWord word, ButtonValue button, Person person) {
        ApprovalView view = approvals.get(button.request());
        if (isDone(word, view, person)) {
            return;
        }
        try {
            decide(word, button, confirmation.patiently(person, view.wish().scope()));
        } catch (SignInAgainException again) {
            refusals.offerToSignIn(word.press(), person, again.words());
        } catch (Refusal refusal) {
            refusals.refuse(word.press(), person, refusal.reason());
        }
    }

    // A task whose portal died after it decided is run again.
    private static boolean isDone(SpokenWord word, ApprovalView view, Person person) {
        return view.history().stream()
                .anyMatch(step -> step.bySubject().equals(person.subject()) && !step.at().isBefore(word.at())
                        && (step.kind() == ApprovalStep.Kind.APPROVED || step.kind() == ApprovalStep.Kind.REJECTED));
    }
}
