package dev.tiphys.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest.Rollback;
import dev.tiphys.promotion.plan.RollbackWish;
import dev.tiphys.promotion.plan.RollbackWish.Former;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.web.Refusal;

/// What ran before a promotion: for each target the version it left, or what an earlier promotion left there.
@Component
class FormerVersions {

    private final PromotionLedger ledger;
    private final PromotionQueries queries;

    FormerVersions(PromotionLedger ledger, PromotionQueries queries) {
        this.ledger = ledger;
        this.queries = queries;
    }

    /// What shall be as it was. Refuses with 409 where nothing was changed, with 404 for what is no target.
    RollbackWish of(Rollback rollback) {
        Promotion promotion = ledger.get(new PromotionId(rollback.promotion()));
        Plan plan = PlanText.read(promotion.plan());
        Course course = ledger.course(promotion.id());
        List<TargetCourse> asked = course.targets().filter(target -> isAsked(target, rollback.application())).toList();
        if (asked.isEmpty()) {
            throw new Refusal.NotFound("This promotion has no target " + rollback.application() + ".");
        }
        List<Former> formers = new ArrayList<>();
        asked.stream().filter(target -> target.phase() != TargetPhase.LATER)
                .forEach(seen -> planned(plan, seen).map(target -> former(promotion, plan, target, seen))
                        .ifPresent(formers::add));
        if (formers.isEmpty()) {
            throw new Refusal.Conflict("Nothing was changed yet, so there is nothing to roll back."
                    + (promotion.phase().isFinal() ? "" : " Stop the promotion if it shall not begin."));
        }
        return new RollbackWish(promotion.service(), formers,
                promotion.phase().isFinal() ? "" : promotion.service() + " " + promotion.version());
    }

    private static boolean isAsked(TargetCourse target, String application) {
        return application.isEmpty() || target.application().equals(application)
                || target.application().endsWith("/" + application);
    }

    private static Optional<Target> planned(Plan plan, TargetCourse seen) {
        return plan.targets().stream().filter(target -> target.application().toString().equals(seen.application()))
                .findFirst();
    }

    private Former former(Promotion promotion, Plan plan, Target target, TargetCourse seen) {
        String to = plan.to(target);
        String former = target.from().equals(to) ? earlier(promotion, target, to) : target.from();
        boolean moving = !promotion.phase().isFinal()
                && (seen.phase() == TargetPhase.RUNNING || seen.phase() == TargetPhase.ASKS);
        return new Former(target.application(), former, to, moving);
    }

    private String earlier(Promotion promotion, Target target, String to) {
        for (String text : queries.earlierPlans(promotion.id(), promotion.service(), target.application().toString())) {
            Plan plan = PlanText.read(text);
            Optional<String> left = plan.targets().stream()
                    .filter(each -> each.application().equals(target.application()))
                    .filter(each -> plan.to(each).equals(to) && !each.from().equals(to)).map(Target::from).findFirst();
            if (left.isPresent()) {
                return left.get();
            }
        }
        return "";
    }
}
