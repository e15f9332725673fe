package dev.tiphys.notification.slack;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignInAgainException;
import dev.tiphys.web.Refusal;

/// What follows from a pressed button. Everything is looked up anew: the button brings nothing but the name of its
/// request and the proof that it is from our message.
@Component
class Presses {

    private final Standings standings;
    private final MessageBook book;
    private final SpokenWords words;
    private final SlackApi slack;
    private final PressRefusals refusals;

    Presses(Standings standings, MessageBook book, SpokenWords words, SlackApi slack, PressRefusals refusals) {
        this.standings = standings;
        this.book = book;
        this.words = words;
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
            follow(press, button, person);
        } catch (SignInAgainException again) {
            refusals.offerToSignIn(press, person, again.words());
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

    // A dialog decides nothing, so nobody is asked before it opens; whoever sends it in is confirmed then.
    private void follow(Interaction.Press press, ButtonValue button, Person person) {
        ApprovalView view = words.decidable(button, person);
        SpokenWord word = SpokenWord.of(press, refusals.now());
        if (word.word() == Word.REJECT || view.rules().reasonRequired()) {
            slack.open(press.trigger(), new ReasonDialog(view, word.word(), button, press.responseUrl()).blocks());
        } else {
            words.take(word, button, person);
        }
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
            follow(submission, known.person());
            return Optional.empty();
        } catch (SignInAgainException again) {
            refusals.note(submission, known.person(), again.words());
            return Optional.of(again.words());
        } catch (Refusal refusal) {
            refusals.note(submission, known.person(), refusal.reason());
            return Optional.of(refusal.reason());
        }
    }

    private void follow(Interaction.Submission submission, Person person) {
        ButtonValue button = ButtonValue.parse(submission.value())
                .filter(value -> book.find(value.request()).filter(row -> row.nonce().equals(value.nonce()))
                        .isPresent())
                .orElseThrow(() -> new Refusal.NotFound("This dialog is not the portal's."));
        ApprovalView view = words.decidable(button, person);
        SpokenWord word = SpokenWord.of(submission, refusals.now());
        if (word.reason().isEmpty() && (word.word() == Word.REJECT || view.rules().reasonRequired())) {
            throw new Refusal.Invalid("reason", word.word() == Word.REJECT
                    ? "Say why you reject it: the requester will read it."
                    : "The policy " + view.rules().policy() + " wants a reason for an approval, too.");
        }
        words.take(word, button, person);
    }
}
