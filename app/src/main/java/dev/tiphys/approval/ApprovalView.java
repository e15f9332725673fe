package dev.tiphys.approval;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A request as it is shown, on pages, in the API and in messages.
///
/// @param takenBy the name of who said "I'm on it"; null while nobody did
public record ApprovalView(ApprovalId id, ApprovalWish wish, ApprovalState state, Instant openedAt, Instant expiresAt,
        Rules rules, @Nullable String takenBy, List<ApprovalStep> history) {

    public ApprovalView {
        history = List.copyOf(history);
    }

    /// What the policy demands, as it stood when the request was opened.
    ///
    /// @param quorum how many distinct people must agree
    /// @param groups of which at least one person each must agree
    /// @param asked the groups whose members may decide now, with those it was escalated to
    /// @param slackMode `link`, `buttons` or `off`
    /// @param slackChannel where the message goes; empty without Slack
    public record Rules(String policy, int quorum, List<String> groups, List<String> asked, boolean reasonRequired,
            String slackMode, String slackChannel) {

        public Rules {
            groups = List.copyOf(groups);
            asked = List.copyOf(asked);
        }
    }
}
