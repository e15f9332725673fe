package dev.tiphys.promotion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.promotion.EvidenceShelf.Wish;
import dev.tiphys.promotion.course.DeliveryPods;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;

/// Asks Argo for what a target's pods and analyses said and keeps it. Safe to repeat: what is kept already stays.
@Component
class EvidenceGathering {

    private static final Logger log = LoggerFactory.getLogger(EvidenceGathering.class);

    private final PromotionLedger ledger;
    private final Workflows workflows;
    private final TargetEvidence evidence;
    private final EvidenceShelf shelf;
    private final PromotionNews news;

    EvidenceGathering(PromotionLedger ledger, Workflows workflows, TargetEvidence evidence, EvidenceShelf shelf,
            PromotionNews news) {
        this.ledger = ledger;
        this.workflows = workflows;
        this.evidence = evidence;
        this.shelf = shelf;
        this.news = news;
    }

    /// @param last whether it is not tried again after this: what cannot be had then is a note of that
    void gather(PromotionId id, boolean last) {
        List<Wish> wishes = shelf.wishes(id);
        if (wishes.isEmpty()) {
            return;
        }
        Promotion promotion = ledger.get(id);
        Plan plan = PlanText.read(promotion.plan());
        Optional<DeliveryPods> pods = pods(promotion, last);
        Map<String, Target> targets = plan.targets().stream()
                .collect(Collectors.toMap(target -> target.application().toString(), Function.identity()));
        ArgoException failure = null;
        for (Wish wish : wishes) {
            ArgoException now = gather(promotion, plan, targets.get(wish.application()), wish, pods, last);
            failure = failure == null ? now : failure;
        }
        news.changed(id);
        if (failure != null) {
            throw failure;
        }
    }

    private Optional<DeliveryPods> pods(Promotion promotion, boolean last) {
        try {
            WorkflowRun run = workflows.get(promotion.namespace(), promotion.workflow());
            return Optional.of(new DeliveryPods(run));
        } catch (ArgoException.NotFound gone) {
            return Optional.empty();
        } catch (ArgoException failure) {
            if (last) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private @Nullable ArgoException gather(Promotion promotion, Plan plan, @Nullable Target target, Wish wish,
            Optional<DeliveryPods> pods, boolean last) {
        try {
            if (target != null) {
                pods.ifPresent(run -> evidence.keepSteps(promotion, wish,
                        run.of(plan, wish.application(), wish.attempt())));
                evidence.keepAnalyses(promotion, wish, target);
                evidence.keepPod(promotion, wish, target, plan.to(target));
            }
        } catch (ArgoException failure) {
            if (!last) {
                log.info("{} of promotion {} is asked for its evidence again later: {}", wish.application(),
                        promotion.id(), failure.getMessage());
                return failure;
            }
            log.info("{} of promotion {} leaves no more evidence: {}", wish.application(), promotion.id(),
                    failure.getMessage());
            shelf.keep(promotion.id(), wish, "step", "note", "", "",
                    "It could not be had: " + failure.getMessage());
        }
        shelf.fulfilled(promotion.id(), wish);
        return null;
    }
}
