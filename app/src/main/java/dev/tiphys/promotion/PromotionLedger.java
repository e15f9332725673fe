package dev.tiphys.promotion;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.web.Refusal;

/// Everything that is kept of a promotion: its aggregate, its course, its locks, and the tasks that carry it on.
@Component
class PromotionLedger {

    private final PromotionRepository promotions;
    private final CourseStore courses;
    private final EnvironmentLocks locks;
    private final PromotionTasks tasks;
    private final EvidenceShelf evidence;
    private final Clock clock;

    PromotionLedger(PromotionRepository promotions, CourseStore courses, EnvironmentLocks locks, PromotionTasks tasks,
            EvidenceShelf evidence, Clock clock) {
        this.promotions = promotions;
        this.courses = courses;
        this.locks = locks;
        this.tasks = tasks;
        this.evidence = evidence;
        this.clock = clock;
    }

    void open(PlannedPromotion taken, Promotion.Requester requester, Course course) {
        enter(taken, requester, course);
        tasks.submit(taken.id());
    }

    /// Like [#open], for a promotion whose workflow exists already.
    void adopt(PlannedPromotion taken, Promotion.Requester requester, Course course) {
        enter(taken, requester, course);
    }

    private void enter(PlannedPromotion taken, Promotion.Requester requester, Course course) {
        Promotion promotion = new Promotion(taken.id(), taken.planned(), taken.compiled(), requester, clock.instant());
        promotions.saveAndFlush(promotion);
        locks.claim(promotion.id(), taken.planned().plan());
        courses.save(promotion.id(), new Course(List.of()), course);
    }

    Promotion get(PromotionId id) {
        return promotions.findById(id.value())
                .orElseThrow(() -> new Refusal.NotFound("There is no promotion " + id + "."));
    }

    /// The same, kept from all others until the transaction ends.
    Promotion lock(PromotionId id) {
        return promotions.lock(id.value())
                .orElseThrow(() -> new Refusal.NotFound("There is no promotion " + id + "."));
    }

    Optional<Promotion> find(UUID id) {
        return promotions.findById(id);
    }

    Course course(PromotionId id) {
        return courses.load(id);
    }

    /// Keeps the new course, lets go of the environments whose waves have ended, and asks for the evidence of the
    /// targets that began to ask or ended.
    void advance(Promotion promotion, Course before, Course after) {
        courses.save(promotion.id(), before, after);
        if (evidence.want(promotion.id(), before, after)) {
            tasks.keepEvidence(promotion.id());
        }
        after.waves().stream().filter(wave -> wave.phase().isFinal()).map(WaveCourse::name)
                .forEach(wave -> locks.release(promotion.id(), wave));
        if (promotion.phase().isFinal()) {
            locks.releaseAll(promotion.id());
        }
        promotions.save(promotion);
    }
}
