package dev.tiphys.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import dev.tiphys.approval.ApprovalStep.Kind;
import dev.tiphys.identity.Actor;
import dev.tiphys.web.Refusal;

/// One request from the moment it was opened. It leaves OPEN once, and everything that happens to it becomes a step.
@Entity
@SuppressWarnings("UnusedVariable") // pages read most columns by SQL alone
class ApprovalRequest implements Persistable<UUID> {

    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ApprovalSubject.Kind subjectKind;
    @Column(updatable = false)
    private String subjectId;
    @Column(updatable = false)
    private String subjectPart;
    @Column(updatable = false)
    private String planHash;
    @Column(updatable = false)
    private String title;
    @Column(updatable = false)
    private String requester;
    @Column(updatable = false)
    private String wish;
    @Column(updatable = false)
    private String policy;
    private String asked;
    @Enumerated(EnumType.STRING)
    private ApprovalState state;
    private Instant openedAt;
    private Instant expiresAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant remindedAt;
    private @Nullable Instant escalatedAt;
    private @Nullable String takenBy;
    private @Nullable String takenByName;
    private boolean questionOpen;
    private @Nullable String brokenBy;
    private @Nullable Instant reviewDueAt;
    private @Nullable String reviewedBy;
    @Version
    private int rowVersion;
    @Transient
    private boolean fresh;
    @Transient
    private final List<ApprovalStep> news = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "approval_step", joinColumns = @JoinColumn(name = "request"))
    @OrderColumn(name = "position")
    private List<ApprovalStep> steps = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "approval_vote", joinColumns = @JoinColumn(name = "request"))
    @OrderColumn(name = "position")
    private List<ApprovalVote> votes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ApprovalRequest() {
    }

    ApprovalRequest(UUID id, ApprovalWish wish, ApprovalPolicy policy, List<String> asked, Instant now) {
        this.id = id;
        this.subjectKind = wish.subject().kind();
        this.subjectId = wish.subject().id();
        this.subjectPart = wish.subject().part();
        this.planHash = wish.planHash();
        this.title = wish.title();
        this.requester = wish.requester().subject();
        this.wish = ApprovalText.write(wish);
        this.policy = ApprovalText.write(policy);
        this.asked = ApprovalText.lines(asked);
        this.state = ApprovalState.OPEN;
        this.openedAt = now;
        this.expiresAt = now.plus(policy.expiry());
        this.fresh = true;
        add(Kind.OPENED, new Actor(wish.requester().subject(), wish.requester().name(), "portal"), "", now);
    }

    /// One person's yes.
    void approve(ApprovalVote vote, Actor by, String reason, Instant now) {
        requireOpen();
        votes.add(vote);
        add(Kind.APPROVED, by, reason, now);
    }

    /// Whether enough people have agreed.
    boolean isMet() {
        return policy().needs().left(votes.stream().map(ApprovalVote::countsFor).map(ApprovalText::list)
                .<Set<String>>map(Set::copyOf).toList()) == 0;
    }

    void end(ApprovalState last, Kind kind, Actor by, String words, Instant now) {
        requireOpen();
        state = last;
        closedAt = now;
        questionOpen = false;
        add(kind, by, words, now);
    }

    /// Somebody opens it alone; somebody else has to look at it within that time.
    void breakGlass(Actor by, String reason, Duration reviewWithin, Instant now) {
        requireOpen();
        brokenBy = by.subject();
        reviewDueAt = now.plus(reviewWithin);
        add(Kind.BROKE_GLASS, by, reason, now);
        end(ApprovalState.GRANTED, Kind.GRANTED, by, reason, now);
    }

    void review(Actor by, String words, Instant now) {
        if (brokenBy == null) {
            throw new Refusal.Conflict("Nobody opened this alone, so there is nothing to review.");
        }
        if (reviewedBy != null) {
            throw new Refusal.Conflict("It has been reviewed already. Nothing was changed.");
        }
        if (by.subject().equals(brokenBy) || by.subject().equals(requester)) {
            throw new Refusal.NotAllowed("A second person reviews it: neither who opened it nor who asked for it.");
        }
        reviewedBy = by.subject();
        add(Kind.REVIEWED, by, words, now);
    }

    /// @param over also when somebody else is on it
    void take(Actor by, boolean over, Instant now) {
        requireOpen();
        boolean others = takenBy != null && !takenBy.equals(by.subject());
        if (others && !over) {
            throw new Refusal.Conflict(takenByName + " is on it already. You may still decide, or take it over.");
        }
        if (others || takenBy == null) {
            takenBy = by.subject();
            takenByName = by.name();
            add(Kind.TAKEN, by, others ? "taken over" : "", now);
        }
    }

    void release(Actor by, Instant now) {
        requireOpen();
        if (!Objects.equals(takenBy, by.subject())) {
            throw new Refusal.Conflict(takenBy == null ? "Nobody has taken it." : takenByName + " is on it, not you.");
        }
        takenBy = null;
        takenByName = null;
        add(Kind.RELEASED, by, "", now);
    }

    void askBack(Actor by, String question, Instant now) {
        requireOpen();
        questionOpen = true;
        add(Kind.ASKED_BACK, by, question, now);
    }

    void answer(Actor by, String words, Instant now) {
        requireOpen();
        if (!questionOpen) {
            throw new Refusal.Conflict("Nobody asked anything that is not answered.");
        }
        questionOpen = false;
        add(Kind.ANSWERED, by, words, now);
    }

    /// Notes for whom the word that follows is given.
    void standIn(Actor by, String absent, Instant now) {
        add(Kind.DELEGATED, by, "for " + absent, now);
    }

    /// Once, however often it is told that it is time.
    void remind(Instant now) {
        if (state == ApprovalState.OPEN && remindedAt == null) {
            remindedAt = now;
            add(Kind.REMINDED, Actor.portal("approvals"), "half of the time is over", now);
        }
    }

    void escalate(List<String> groups, Instant now) {
        if (state == ApprovalState.OPEN && escalatedAt == null) {
            escalatedAt = now;
            List<String> all = new ArrayList<>(ApprovalText.list(asked));
            groups.stream().filter(group -> !all.contains(group)).forEach(all::add);
            asked = ApprovalText.lines(all);
            add(Kind.ESCALATED, Actor.portal("approvals"), "to " + String.join(", ", groups), now);
        }
    }

    /// A word that comes after its time counts no more, also in the moment before the portal has noted the expiry.
    void requireInTime(Instant now) {
        if (state == ApprovalState.OPEN && !now.isBefore(expiresAt)) {
            throw new Refusal.Conflict("Already expired: nobody decided in time. Nothing was changed.");
        }
    }

    private void requireOpen() {
        if (state != ApprovalState.OPEN) {
            throw new Refusal.Conflict("Already " + ending() + ". Nothing was changed.");
        }
    }

    private String ending() {
        return steps.stream().filter(step -> step.kind().ends()).findFirst().map(ApprovalText::ending)
                .orElse("decided");
    }

    private void add(Kind kind, Actor by, String words, Instant at) {
        ApprovalStep step = new ApprovalStep(kind, by.subject(), by.name(), by.via(), words.strip(), at);
        steps.add(step);
        news.add(step);
    }

    /// What has happened since it was loaded, to be told once.
    List<ApprovalStep> takeNews() {
        List<ApprovalStep> told = List.copyOf(news);
        news.clear();
        return told;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    ApprovalId id() {
        return new ApprovalId(id);
    }

    ApprovalSubject subject() {
        return new ApprovalSubject(subjectKind, subjectId, subjectPart);
    }

    ApprovalWish wish() {
        return ApprovalText.wish(wish);
    }

    ApprovalPolicy policy() {
        return ApprovalText.policy(policy);
    }

    String planHash() {
        return planHash;
    }

    String requester() {
        return requester;
    }

    ApprovalState state() {
        return state;
    }

    Instant openedAt() {
        return openedAt;
    }
}
