package dev.tiphys.promotion.web;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PlannedPromotion;
import dev.tiphys.promotion.PromotionPlanning;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.web.PlanPage.Start;

/// The plan of a request, with the texts that would be submitted.
@Component
class PlanScreen {

    private final PromotionPlanning planning;

    PlanScreen(PromotionPlanning planning) {
        this.planning = planning;
    }

    PlanPage page(PlanRequest request, Person person) {
        return page(request, List.of(), person);
    }

    /// @param refusal why the plan that was seen before could not be started
    PlanPage refused(PlanRequest request, String refusal, Person person) {
        return page(request, List.of(new Remark(Remark.Level.WARNING, "not-started", "", "", refusal)), person);
    }

    PlannedPromotion plan(PlanRequest request, Person person) {
        return planning.plan(request, person);
    }

    private PlanPage page(PlanRequest request, List<Remark> first, Person person) {
        PlannedPromotion planned = plan(request, person);
        List<Remark> remarks = new ArrayList<>(first);
        remarks.addAll(planned.planned().remarks());
        PlanRequest.Rollback back = request.rollback();
        Start start = new Start(Links.HOME, request.service(), request.version(), request.environments(),
                planned.planned().planHash(), back == null ? null : back.promotion().toString(),
                back == null ? "" : back.application());
        return new PlanPages(planned.planned().plan(), remarks).page(
                Texts.hera(planned.compiled().hera(), PlanAsk.address(request, "/plan/hera")),
                Texts.manifest(planned.compiled().yaml(), PlanAsk.address(request, "/plan/manifest")), start,
                back == null
                        ? Links.newPromotion(request.service(), request.version())
                        : Links.HOME + "/" + back.promotion());
    }
}
