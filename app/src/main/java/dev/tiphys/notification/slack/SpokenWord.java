package dev.tiphys.notification.slack;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

import dev.tiphys.approval.Approvals.Word;

/// What somebody said about a request in Slack, as it is kept until the sign-in service has confirmed them.
///
/// @param action the button that they pressed, or whose dialog they sent in
/// @param value what the button carried
record SpokenWord(SlackUser by, String team, String action, String value, String reason, String responseUrl,
        Instant at) implements Serializable {

    /// What is older was said about something that has passed, as after a restore.
    private static final Duration GOOD = Duration.ofMinutes(15);

    static SpokenWord of(Interaction.Press press, Instant now) {
        return new SpokenWord(press.by(), press.team(), press.action(), press.value(), "", press.responseUrl(), now);
    }

    static SpokenWord of(Interaction.Submission submission, Instant now) {
        return new SpokenWord(submission.by(), submission.team(), submission.dialog(), submission.value(),
                submission.reason().strip(), submission.responseUrl(), now);
    }

    Word word() {
        return action.equals(RequestMessage.REJECT) ? Word.REJECT : Word.APPROVE;
    }

    boolean isGoodAt(Instant now) {
        return at.plus(GOOD).isAfter(now);
    }

    /// For a refusal, which is told to whoever pressed.
    Interaction.Press press() {
        return new Interaction.Press(by, team, action, value, new SlackPlace("", ""), "", responseUrl);
    }
}
