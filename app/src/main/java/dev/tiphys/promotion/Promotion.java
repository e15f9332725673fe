package dev.tiphys.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import dev.tiphys.promotion.compile.CompiledPlan;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Purpose;

/// One promotion from the moment a person started it. Its phase changes by [PromotionPhase#canBecome] alone, and every
/// change is kept with who and why.
@Entity
@SuppressWarnings("UnusedVariable") // pages read some columns by SQL alone
class Promotion implements Persistable<UUID> {

    @Id
    private UUID id;
    private String service;
    private String version;
    @Enumerated(EnumType.STRING)
    private PromotionPhase phase;
    private String reason = "";
    private String trouble = "";
    private String requester;
    private String requesterName;
    @Column(updatable = false)
    private boolean startedOutside;
    @Column(updatable = false)
    private String note;
    @Column(updatable = false)
    private String changeReference;
    @Column(updatable = false)
    private String plan;
    @Column(updatable = false)
    private String planHash;
    @Column(updatable = false)
    private String manifest;
    @Column(updatable = false)
    private String manifestYaml;
    @Column(updatable = false)
    private String hera;
    private String namespace;
    private String workflow;
    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant claimedAt;
    @Version
    private int rowVersion;
    private transient boolean fresh;

    @ElementCollection
    @CollectionTable(name = "promotion_transition", joinColumns = @JoinColumn(name = "promotion"))
    @OrderColumn(name = "position")
    private List<PromotionTransition> transitions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Promotion() {
    }

    Promotion(PromotionId id, Planned planned, CompiledPlan compiled, Requester requester, Instant now) {
        this.id = id.value();
        this.service = planned.plan().service();
        this.version = planned.plan().version();
        this.phase = PromotionPhase.PLANNED;
        this.requester = requester.subject();
        this.requesterName = requester.name();
        this.startedOutside = requester.outside();
        this.note = requester.purpose().note();
        this.changeReference = requester.purpose().changeReference();
        this.plan = PlanText.write(planned.plan());
        this.planHash = planned.planHash();
        this.manifest = compiled.json();
        this.manifestYaml = compiled.yaml();
        this.hera = compiled.hera();
        this.namespace = compiled.namespace();
        this.workflow = compiled.workflow();
        this.createdAt = now;
        this.fresh = true;
        transitions.add(new PromotionTransition(now, requester.name(), null, PromotionPhase.PLANNED,
                requester.outside() ? "started outside, in Argo Workflows" : "started"));
    }

    /// Who asked for a promotion.
    ///
    /// @param outside whether they submitted its workflow to Argo Workflows themselves
    record Requester(String subject, String name, boolean outside, Purpose purpose) {}

    /// Its workflow is about to be created: from here on it counts as submitted.
    void claim(Instant now) {
        claimedAt = now;
    }

    boolean isClaimed() {
        return claimedAt != null;
    }

    /// An attempt to create its workflow has failed, and may have created it all the same.
    boolean wasTried() {
        return !trouble.isEmpty();
    }

    /// Its workflow exists.
    ///
    /// @return whether that was news
    boolean begin(Instant now) {
        if (phase != PromotionPhase.PLANNED) {
            return false;
        }
        startedAt = now;
        trouble = "";
        pass(PromotionPhase.RUNNING, "Tiphys", "workflow " + workflow + " created", now);
        return true;
    }

    /// Whether its workflow ever existed.
    boolean hasBegun() {
        return startedAt != null;
    }

    /// Follows what its workflow does; final phases go through [#end].
    void follow(PromotionPhase next, String why, Instant now) {
        follow(next, "Tiphys", why, now);
    }

    /// @param who made it so
    void follow(PromotionPhase next, String who, String why, Instant now) {
        if (phase != next && phase.canBecome(next)) {
            if (startedAt == null) {
                startedAt = now;
            }
            pass(next, who, why, now);
        }
    }

    /// Ends it for good.
    void end(PromotionPhase last, String who, String why, Instant now) {
        if (phase.canBecome(last)) {
            reason = why;
            trouble = "";
            finishedAt = now;
            pass(last, who, why, now);
        }
    }

    /// What keeps the portal from carrying it on at the moment; empty when nothing does.
    void troubledBy(String text) {
        claimedAt = null;
        trouble = text;
    }

    private void pass(PromotionPhase next, String who, String why, Instant now) {
        transitions.add(new PromotionTransition(now, who, phase, next, why));
        phase = next;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    PromotionId id() {
        return new PromotionId(id);
    }

    PromotionPhase phase() {
        return phase;
    }

    /// Since when it is in this phase.
    Instant since() {
        return transitions.getLast().at();
    }

    String reason() {
        return reason;
    }

    String service() {
        return service;
    }

    String version() {
        return version;
    }

    String requester() {
        return requester;
    }

    String requesterName() {
        return requesterName;
    }

    Purpose purpose() {
        return new Purpose(requesterName, note, changeReference);
    }

    String plan() {
        return plan;
    }

    String planHash() {
        return planHash;
    }

    String manifest() {
        return manifest;
    }

    String namespace() {
        return namespace;
    }

    String workflow() {
        return workflow;
    }
}
