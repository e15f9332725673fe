package dev.tiphys.promotion.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.AnnouncedVersions;
import dev.tiphys.promotion.PlannedPromotion;
import dev.tiphys.promotion.PromotionPlanning;
import dev.tiphys.promotion.PurposeRules;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.web.PlanPage.Start;
import dev.tiphys.promotion.web.PlanPage.Why;

/// The plan of a request, with the texts that would be submitted.
@Component
class PlanScreen {

    private final PromotionPlanning planning;
    private final AnnouncedVersions announced;
    private final OutsideLinks links;
    private final Clock clock;

    private final PurposeRules rules;

    PlanScreen(PromotionPlanning planning, AnnouncedVersions announced, OutsideLinks links, PurposeRules rules,
            Clock clock) {
        this.planning = planning;
        this.announced = announced;
        this.links = links;
        this.rules = rules;
        this.clock = clock;
    }

    PlanPage page(PlanRequest request, Person person) {
        return page(request, List.of(), why(request, Purpose.of(person.username()), Map.of()), person);
    }

    /// @param refusal why the plan that was seen before could not be started
    PlanPage refused(PlanRequest request, Purpose purpose, String refusal, Person person) {
        return page(request, List.of(new Remark(Remark.Level.WARNING, "not-started", "", "", refusal)),
                why(request, purpose, Map.of()), person);
    }

    /// @param problems what the environments want to be told, by field
    PlanPage incomplete(PlanRequest request, Purpose purpose, Map<String, String> problems, Person person) {
        return page(request, List.of(), why(request, purpose, problems), person);
    }

    private Why why(PlanRequest request, Purpose purpose, Map<String, String> problems) {
        return new Why(purpose.note(), purpose.changeReference(),
                String.join(", ", rules.wantNote(request.environments())),
                String.join(", ", rules.wantChangeReference(request.environments())), problems.getOrDefault("note", ""),
                problems.getOrDefault("change", ""));
    }

    PlannedPromotion plan(PlanRequest request, Person person) {
        return planning.plan(request, person);
    }

    private PlanPage page(PlanRequest request, List<Remark> first, Why why, Person person) {
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
                        : Links.HOME + "/" + back.promotion(),
                around(planned.planned().plan()))
                .because(why);
    }

    private PlanPage.Around around(Plan plan) {
        return new PlanPage.Around(Links.service(plan.service()), links.of(plan),
                announced.find(plan.service(), plan.version()).map(built -> VersionNote.of(built, clock.instant()))
                        .orElse(null));
    }
}
