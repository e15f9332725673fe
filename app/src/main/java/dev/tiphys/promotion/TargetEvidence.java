package dev.tiphys.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.json.JsonView;
import dev.tiphys.promotion.EvidenceShelf.Wish;
import dev.tiphys.promotion.PromotionView.WorkflowName;
import dev.tiphys.promotion.course.DeliveryPods.StepPod;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.evidence.KeptLog;
import dev.tiphys.promotion.evidence.Measured;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.PodTail;
import dev.tiphys.rollout.Rollouts;

/// Keeps the three kinds of evidence of one delivery.
@Component
class TargetEvidence {

    private final StepLogs logs;
    private final Rollouts rollouts;
    private final EvidenceShelf shelf;
    private final CourseStore courses;

    TargetEvidence(StepLogs logs, Rollouts rollouts, EvidenceShelf shelf, CourseStore courses) {
        this.logs = logs;
        this.rollouts = rollouts;
        this.shelf = shelf;
        this.courses = courses;
    }

    /// The end of what each step's pod says.
    void keepSteps(Promotion promotion, Wish wish, List<StepPod> pods) {
        WorkflowName workflow = new WorkflowName(promotion.namespace(), promotion.workflow());
        for (StepPod pod : pods) {
            try {
                shelf.keep(promotion.id(), wish, "step", pod.verb(), pod.pod(),
                        KeptLog.of(logs.end(workflow, pod.pod())), "");
            } catch (ArgoException.NotFound gone) {
                shelf.keep(promotion.id(), wish, "step", pod.verb(), pod.pod(), "",
                        "Its pod was gone already: " + gone.getMessage());
            }
        }
    }

    /// What the analyses of this delivery measured. Those of former deliveries are on the shelf already.
    void keepAnalyses(Promotion promotion, Wish wish, Target target) {
        Set<String> known = shelf.listOf(promotion.id(), wish.application()).stream()
                .filter(KeptEvidence::isAnalysis).map(KeptEvidence::name).collect(Collectors.toSet());
        Instant begun = course(promotion, wish).startedAt();
        for (String text : rollouts.listAnalysisRuns(target.argoCd(), target.application())) {
            JsonView run = JsonView.parse(text);
            String name = run.text("metadata", "name");
            if (!known.contains(name) && isSince(begun, run.instant("status", "startedAt"))) {
                shelf.keep(promotion.id(), wish, "analysis", name, run.text("status", "phase"),
                        Measured.write(Measured.of(run)), "");
            }
        }
    }

    // Both moments come from the hub, but Argo writes whole seconds.
    private static boolean isSince(@Nullable Instant begun, @Nullable Instant started) {
        return begun == null || started == null || !started.isBefore(begun.minusSeconds(1));
    }

    /// The end of what a pod of the application says that keeps the target from being done.
    ///
    /// @param version that the target was to get
    void keepPod(Promotion promotion, Wish wish, Target target, String version) {
        TargetPhase phase = course(promotion, wish).phase();
        if (phase != TargetPhase.ASKS && phase != TargetPhase.FAILED) {
            return;
        }
        try {
            Optional<PodTail> tail = rollouts.findPodTail(target.argoCd(), target.application(), version,
                    KeptLog.LINES);
            tail.ifPresent(found -> shelf.keep(promotion.id(), wish, "pod", found.pod(), found.health(),
                    KeptLog.of(found.lines()), ""));
        } catch (ArgoException.Forbidden closed) {
            shelf.keep(promotion.id(), wish, "pod", "log", "", "", "It may not be read: " + closed.getMessage());
        }
    }

    private TargetCourse course(Promotion promotion, Wish wish) {
        return courses.load(promotion.id()).targets().filter(one -> one.application().equals(wish.application()))
                .findFirst().orElseGet(() -> TargetCourse.later(wish.application()));
    }
}
