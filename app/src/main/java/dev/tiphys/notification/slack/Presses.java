package dev.tiphys.notification.slack;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Refusal;

/// What follows from a pressed button. Everything is looked up anew: the button brings nothing but the name of its
/// request and the proof that it is from our message.
@Component
class Presses {

    private final Standings standings;
    private final MessageBook book;
    private final Approvals approvals;
    private final SlackApi slack;
    private final PressRefusals refusals;

    Presses(Standings standings, MessageBook book, Approvals approvals, SlackApi slack, PressRefusals refusals) {
        this.standings = standings;
        this.book = book;
        this.approvals = approvals;
        this.slack = slack;
        this.refusals = refusals;
    }

    void take(Interaction.Press press) {
        if (!press.action().equals(RequestMessage.APPROVE) && !press.action().equals(RequestMessage.REJECT)) {
            // A button that only opens an address.
            return;
        }
        switch (standings.of(press.by(), press.team())) {
            case Standing.Foreign foreign -> refusals.refuse(press, press.by().actor(), foreign.why());
            case Standing.Unlinked _ -> refusals.offerToLink(press);
            case Standing.Unconfirmed unconfirmed -> refusals.offerToSignIn(press, unconfirmed.account());
            case Standing.Known known -> take(press, known.person());
        }
    }

    private void take(Interaction.Press press, Person person) {
        try {
            ButtonValue button = ButtonValue.parse(press.value()).filter(value -> isOurs(value, press))
                    .orElseThrow(() -> new Refusal.NotFound("This button is not from a message of the portal."));
            decide(press, button, person);
        } catch (Refusal refusal) {
            refusals.refuse(press, person, refusal.reason());
        } catch (SlackFailure failure) {
            refusals.refuse(press, person, "Slack did not open the dialog. Press again, or decide in the portal.");
        }
    }

    private boolean isOurs(ButtonValue button, Interaction.Press press) {
        return book.find(button.request()).filter(row -> row.nonce().equals(button.nonce()))
                .flatMap(MessageRow::posted).filter(place -> place.equals(press.place())).isPresent();
    }

    private void decide(Interaction.Press press, ButtonValue button, Person person) {
        ApprovalView view = decidable(button, person);
        Word word = press.action().equals(RequestMessage.REJECT) ? Word.REJECT : Word.APPROVE;
        if (word == Word.REJECT || view.rules().reasonRequired()) {
            slack.open(press.trigger(), new ReasonDialog(view, word, button).blocks());
        } else {
            approvals.decide(button.request(), word, "", person);
        }
    }

    private ApprovalView decidable(ButtonValue button, Person person) {
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

    /// A word with its reason. What is wrong with it is said in the dialog.
    Optional<String> take(Interaction.Submission submission) {
        Standing standing = standings.of(submission.by(), submission.team());
        if (!(standing instanceof Standing.Known known)) {
            String why = standing instanceof Standing.Foreign foreign
                    ? foreign.why()
                    : "The portal does not know you any more. Press the button again.";
            refusals.note(submission, submission.by().actor(), why);
            return Optional.of(why);
        }
        try {
            ButtonValue button = ButtonValue.parse(submission.value())
                    .filter(value -> book.find(value.request()).filter(row -> row.nonce().equals(value.nonce()))
                            .isPresent())
                    .orElseThrow(() -> new Refusal.NotFound("This dialog is not the portal's."));
            decidable(button, known.person());
            Word word = submission.dialog().equals(RequestMessage.APPROVE) ? Word.APPROVE : Word.REJECT;
            approvals.decide(button.request(), word, submission.reason().strip(), known.person());
            return Optional.empty();
        } catch (Refusal refusal) {
            refusals.note(submission, known.person(), refusal.reason());
            return Optional.of(refusal.reason());
        }
    }
}
