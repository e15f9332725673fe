package dev.tiphys.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.approval.ApprovalQueries.Latest;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Permission;

/// Opens and closes requests for the owners of their subjects.
@Component
class ApprovalOpening {

    private final ApprovalRepository requests;
    private final ApprovalQueries queries;
    private final ApprovalPolicies policies;
    private final Access access;
    private final ApprovalNews news;
    private final ApprovalTasks tasks;
    private final Clock clock;

    ApprovalOpening(ApprovalRepository requests, ApprovalQueries queries, ApprovalPolicies policies, Access access,
            ApprovalNews news, ApprovalTasks tasks, Clock clock) {
        this.requests = requests;
        this.queries = queries;
        this.policies = policies;
        this.access = access;
        this.news = news;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional
    public ApprovalId open(ApprovalWish wish) {
        queries.lock(wish.subject());
        Latest latest = queries.findLatest(wish.subject()).orElse(null);
        if (latest != null && latest.planHash().equals(wish.planHash()) && isTheSame(wish, latest)) {
            return new ApprovalId(latest.id());
        }
        if (latest != null && latest.state() == ApprovalState.OPEN) {
            end(latest.id(), "the plan has changed, so what was asked is no longer what would happen");
        }
        return create(wish);
    }

    // A gate is asked once for a plan: it may still be seen waiting while the answer is on its way to the workflow.
    private static boolean isTheSame(ApprovalWish wish, Latest latest) {
        return latest.state() == ApprovalState.OPEN
                || wish.subject().kind() == ApprovalSubject.Kind.PROMOTION_GATE;
    }

    private ApprovalId create(ApprovalWish wish) {
        ApprovalPolicy policy = policies.of(wish.subject().kind(), wish.scope());
        Instant now = clock.instant();
        ApprovalRequest request = requests
                .saveAndFlush(new ApprovalRequest(UUID.randomUUID(), wish, policy, asked(policy, wish), now));
        tasks.schedule(request.id(), policy, now);
        news.tell(request);
        return request.id();
    }

    private List<String> asked(ApprovalPolicy policy, ApprovalWish wish) {
        if (!policy.groups().isEmpty()) {
            return policy.groups();
        }
        List<String> may = access.groupsThatMay(Permission.APPROVE, wish.scope());
        List<String> first = may.stream().filter(group -> !policy.escalateTo().contains(group)).toList();
        return first.isEmpty() ? may : first;
    }

    @Transactional
    public void close(ApprovalSubject subject, String why) {
        queries.lock(subject);
        queries.findLatest(subject).filter(latest -> latest.state() == ApprovalState.OPEN)
                .ifPresent(latest -> end(latest.id(), why));
    }

    private void end(UUID id, String why) {
        ApprovalRequest request = requests.lock(id).orElseThrow();
        if (request.state() == ApprovalState.OPEN) {
            request.end(ApprovalState.VOID, ApprovalStep.Kind.VOIDED, Actor.portal("approvals"), why, clock.instant());
            requests.saveAndFlush(request);
            news.tell(request);
        }
    }
}
