package dev.tiphys.approval;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Refusal;

/// Where requests are opened, closed and decided.
@Component
class ApprovalDesk implements Approvals {

    private final ApprovalOpening opening;
    private final ApprovalChanges changes;
    private final ApprovalQueries queries;
    private final ApprovalViews views;
    private final DecisionRule rule;
    private final Clock clock;

    ApprovalDesk(ApprovalOpening opening, ApprovalChanges changes, ApprovalQueries queries, ApprovalViews views,
            DecisionRule rule, Clock clock) {
        this.opening = opening;
        this.changes = changes;
        this.queries = queries;
        this.views = views;
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public ApprovalId open(ApprovalWish wish) {
        return opening.open(wish);
    }

    @Override
    public void close(ApprovalSubject subject, String why) {
        opening.close(subject, why);
    }

    @Override
    public ApprovalView get(ApprovalId id) {
        return views.get(id);
    }

    @Override
    public Optional<ApprovalView> find(ApprovalSubject subject) {
        return queries.findLatest(subject).flatMap(latest -> views.find(latest.id()));
    }

    @Override
    public Verdict mayDecide(ApprovalView request, Person person) {
        return rule.mayDecide(request, person);
    }

    @Override
    public ApprovalView decide(ApprovalId id, Word word, String reason, Person person) {
        ApprovalStep.Kind kind = switch (word) {
            case APPROVE -> ApprovalStep.Kind.APPROVED;
            case REJECT -> ApprovalStep.Kind.REJECTED;
        };
        return changes.by(person, id, kind, request -> decide(request, word, reason.strip(), person));
    }

    private void decide(ApprovalRequest request, Word word, String reason, Person person) {
        ApprovalView view = views.get(request.id());
        Verdict verdict = rule.mayDecide(view, person);
        if (verdict instanceof Verdict.Denied denied) {
            boolean right = rule.right(view, person).allowed();
            if (right && view.ending() != null) {
                throw new Refusal.Conflict("Already " + ApprovalText.ending(view.ending()) + ". Nothing was changed.");
            }
            throw right && DecisionRule.hasVoted(view, person)
                    ? new Refusal.Conflict(denied.reason())
                    : new Refusal.NotAllowed(denied.reason());
        }
        request.requireInTime(clock.instant());
        requireReason(view, word, reason);
        Actor by = Actor.of(person);
        switch (word) {
            case APPROVE -> approve(request, view, by, reason, person);
            case REJECT -> request.end(ApprovalState.REJECTED, ApprovalStep.Kind.REJECTED, by, reason, clock.instant());
        }
    }

    private static void requireReason(ApprovalView view, Word word, String reason) {
        if (reason.isEmpty() && word == Word.REJECT) {
            throw new Refusal.Invalid("reason", "Say why you reject it: the requester will read it.");
        }
        if (reason.isEmpty() && view.rules().reasonRequired()) {
            throw new Refusal.Invalid("reason",
                    "The policy " + view.rules().policy() + " wants a reason for an approval, too.");
        }
    }

    private void approve(ApprovalRequest request, ApprovalView view, Actor by, String reason, Person person) {
        DecisionRule.Voice voice = rule.findVoice(view, person).orElseThrow();
        if (!voice.forName().isEmpty()) {
            request.standIn(by, voice.forName(), clock.instant());
        }
        request.approve(new ApprovalVote(by.subject(), by.name(), ApprovalText.lines(voice.countsFor()),
                voice.forName(), clock.instant()), by, reason, clock.instant());
        if (request.isMet()) {
            request.end(ApprovalState.GRANTED, ApprovalStep.Kind.GRANTED, by, reason, clock.instant());
        }
    }
}
