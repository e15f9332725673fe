package dev.tiphys.approval;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// A request as it is shown, on pages, in the API and in messages.
///
/// @param takenBy the name of who said "I'm on it"; null while nobody did
public record ApprovalView(ApprovalId id, ApprovalWish wish, ApprovalState state, Instant openedAt, Instant expiresAt,
        Rules rules, @Nullable String takenBy, List<ApprovalStep> history, Standing standing) {

    public ApprovalView {
        history = List.copyOf(history);
    }

    /// A request of which nothing more is known.
    public ApprovalView(ApprovalId id, ApprovalWish wish, ApprovalState state, Instant openedAt, Instant expiresAt,
            Rules rules, @Nullable String takenBy, List<ApprovalStep> history) {
        this(id, wish, state, openedAt, expiresAt, rules, takenBy, history, Standing.of(rules));
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

    /// How far it has come, and what else its policy allows.
    ///
    /// @param left how many more people must agree, at least
    /// @param groupsLeft of which nobody has agreed yet
    /// @param standIns groups that may stand for any of the required ones since it was escalated
    /// @param substitutes whether a substitute counts for the groups of the person who is away
    /// @param bulk whether it may be decided together with others
    /// @param breakGlass groups whose members may open it alone, in an emergency
    /// @param questionOpen whether the requester was asked something and has not answered
    /// @param takenBySubject of who said "I'm on it"
    /// @param review what is owed after a broken glass; null when nothing was broken
    public record Standing(int left, List<String> groupsLeft, List<Vote> votes, List<String> standIns,
            boolean substitutes, boolean bulk, List<String> breakGlass, boolean questionOpen,
            @Nullable String takenBySubject, @Nullable Review review) {

        public Standing {
            groupsLeft = List.copyOf(groupsLeft);
            votes = List.copyOf(votes);
            standIns = List.copyOf(standIns);
            breakGlass = List.copyOf(breakGlass);
        }

        static Standing of(Rules rules) {
            return new Standing(rules.quorum(), rules.groups(), List.of(), List.of(), false, false, List.of(), false,
                    null, null);
        }
    }

    /// One person's yes.
    ///
    /// @param countsFor the required groups it may stand for
    /// @param forName whom the person stood for; empty for their own word
    public record Vote(String subject, String name, Set<String> countsFor, String forName) {

        public Vote {
            countsFor = Set.copyOf(countsFor);
        }
    }

    /// A gate that somebody opened alone has to be looked at by somebody else.
    ///
    /// @param by subject of who opened it
    /// @param done whether somebody else has looked
    public record Review(String by, Instant dueAt, boolean done) {}

    /// The step that ended it; null while it is open.
    public @Nullable ApprovalStep ending() {
        return history.stream().filter(step -> step.kind().ends()).findFirst().orElse(null);
    }
}
