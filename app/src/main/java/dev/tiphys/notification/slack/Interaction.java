package dev.tiphys.notification.slack;

/// What somebody did in Slack, read from a request that is Slack's.
sealed interface Interaction {

    /// A button was pressed.
    ///
    /// @param place of the message that it stands on
    /// @param trigger lets one dialog be opened
    /// @param responseUrl takes a private reply
    record Press(SlackUser by, String team, String action, String value, SlackPlace place, String trigger,
            String responseUrl) implements Interaction {}

    /// A dialog was sent in.
    ///
    /// @param dialog what it was opened for
    /// @param value the button that opened it
    /// @param responseUrl that came with the press which opened it; empty when none did
    record Submission(SlackUser by, String team, String dialog, String value, String reason, String responseUrl)
            implements
                Interaction {}

    /// Anything else; nothing follows from it.
    record Other() implements Interaction {}
}
