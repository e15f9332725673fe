package dev.tiphys.promotion.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.AnnouncedVersions;
import dev.tiphys.promotion.PlannedPromotion;
import dev.tiphys.promotion.PromotionPlanning;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.web.PlanPage.Start;

/// The plan of a request, with the texts that would be submitted.
@Component
class PlanScreen {

    private final PromotionPlanning planning;
    private final AnnouncedVersions announced;
    private final OutsideLinks links;
    private final Clock clock;

    PlanScreen(PromotionPlanning planning, AnnouncedVersions announced, OutsideLinks links, Clock clock) {
        this.planning = planning;
        this.announced = announced;
        this.links = links;
        this.clock = clock;
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
        Start start = new Start(Links.HOME, request.service(), request.version(), request.environments(),
                planned.planned().planHash());
        return new PlanPages(planned.planned().plan(), remarks).page(
                Texts.hera(planned.compiled().hera(), address(request, "/plan/hera")),
                Texts.manifest(planned.compiled().yaml(), address(request, "/plan/manifest")), start,
                Links.newPromotion(request.service(), request.version()), around(planned.planned().plan()));
    }

    private PlanPage.Around around(Plan plan) {
        return new PlanPage.Around(Links.service(plan.service()), links.of(plan),
                announced.find(plan.service(), plan.version()).map(built -> VersionNote.of(built, clock.instant()))
                        .orElse(null));
    }

    private static String address(PlanRequest request, String path) {
        return UriComponentsBuilder.fromPath(Links.HOME + path).queryParam("service", request.service())
                .queryParam("version", request.version()).queryParam("environments", request.environments())
                .encode().toUriString();
    }
}
