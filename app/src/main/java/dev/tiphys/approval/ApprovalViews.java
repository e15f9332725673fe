package dev.tiphys.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalView.Review;
import dev.tiphys.approval.ApprovalView.Rules;
import dev.tiphys.approval.ApprovalView.Standing;
import dev.tiphys.approval.ApprovalView.Vote;
import dev.tiphys.web.Refusal;

/// Puts together what is shown of requests.
@Component
class ApprovalViews {

    private final ApprovalQueries queries;

    ApprovalViews(ApprovalQueries queries) {
        this.queries = queries;
    }

    ApprovalView get(ApprovalId id) {
        return find(id.value())
                .orElseThrow(() -> new Refusal.NotFound("There is no approval request " + id + "."));
    }

    Optional<ApprovalView> find(UUID id) {
        return queries.find(id).map(row -> of(List.of(row)).getFirst());
    }

    List<ApprovalView> of(Collection<ApprovalQueries.Row> rows) {
        List<UUID> ids = rows.stream().map(ApprovalQueries.Row::id).toList();
        Map<UUID, List<ApprovalStep>> steps = queries.steps(ids);
        Map<UUID, List<ApprovalVote>> votes = queries.votes(ids);
        return rows.stream()
                .map(row -> view(row, steps.getOrDefault(row.id(), List.of()), votes.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static ApprovalView view(ApprovalQueries.Row row, List<ApprovalStep> steps, List<ApprovalVote> cast) {
        ApprovalPolicy policy = ApprovalText.policy(row.policy());
        Rules rules = new Rules(policy.name(), policy.quorum(), policy.groups(), ApprovalText.list(row.asked()),
                policy.reasonRequired(), policy.slackMode().word(), policy.slackChannel());
        return new ApprovalView(new ApprovalId(row.id()), ApprovalText.wish(row.wish()), row.state(), row.openedAt(),
                row.expiresAt(), rules, row.takenByName(), steps, standing(row, policy, cast));
    }

    private static Standing standing(ApprovalQueries.Row row, ApprovalPolicy policy, List<ApprovalVote> cast) {
        List<Vote> votes = cast.stream().map(vote -> new Vote(vote.person(), vote.name(),
                Set.copyOf(ApprovalText.list(vote.countsFor())), vote.forName())).toList();
        List<Set<String>> voices = votes.stream().map(Vote::countsFor).toList();
        boolean open = row.state() == ApprovalState.OPEN;
        return new Standing(open ? policy.needs().left(voices) : 0,
                open ? policy.needs().groupsLeft(voices) : List.of(),
                votes, row.escalatedAt() == null ? List.of() : policy.escalateTo(), policy.substitutes(),
                policy.bulk(), policy.breakGlass(), row.questionOpen(), row.takenBy(), review(row));
    }

    private static @Nullable Review review(ApprovalQueries.Row row) {
        return row.brokenBy() == null || row.reviewDueAt() == null
                ? null
                : new Review(row.brokenBy(), row.reviewDueAt(), row.reviewedBy() != null);
    }
}
