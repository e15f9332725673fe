package dev.tiphys.promotion.compile;

import static dev.tiphys.promotion.plan.FleetFixture.application;

import java.util.List;
import java.util.Map;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.gate.Ed25519Keys;
import dev.tiphys.argo.gate.GateSigner;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.plan.FleetFixture;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Planner;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.promotion.plan.RollbackPlanner;
import dev.tiphys.promotion.plan.RollbackWish;

/// The plans whose texts are kept as golden files, and some that are not worth reading.
final class Plans {

    static final GateSigner SIGNER = new GateSigner(Ed25519Keys.ofSeed(new byte[32]));

    static final PromotionId ID = PromotionId.parse("01930f6e-7c1a-7b44-8f2e-5d0c9a7be311");
    static final Workplace WORKPLACE = new Workplace("promotions", "promoter",
            Map.of("main", "tiphys-argocd", "eu", "tiphys-argocd-eu", "us", "tiphys-argocd-us"), "tiphys-events",
            "https://tiphys.example",
            SIGNER.publicKey());

    private static final List<String> ALL = List.of("dev", "stage", "prod-east", "prod-west");

    private Plans() {
    }

    static CompiledPlan compiled(Plan plan) {
        return new PlanCompiler(WORKPLACE).compile(ID, plan, Purpose.of("developer"));
    }

    static Plan fourEnvironments() {
        return plan(FleetFixture.demo(), "v5", ALL);
    }

    static Plan oneEnvironment() {
        FleetFixture fleet = FleetFixture.demo().with(
                application("catalogue", "dev").changedBy("helm-parameter", "image.tag").on("1.4.2")
                        .named("catalogue-1"),
                application("catalogue", "dev").changedBy("helm-parameter", "image.tag").on("1.4.1")
                        .named("catalogue-2"));
        return planner().plan(new PlanRequest("catalogue", "1.5.0-rc1", List.of("dev")), fleet, List.of()).plan();
    }

    static Plan twoArgoCds() {
        FleetFixture fleet = FleetFixture.demo().with(application("checkout", "dev").inArgoCd("eu"),
                application("checkout", "stage").inArgoCd("us"),
                application("checkout", "prod-east").inArgoCd("eu"),
                application("checkout", "prod-west").inArgoCd("us"),
                application("checkout", "prod-east").inArgoCd("us").named("checkout-prod-east-us"));
        return plan(fleet, "v5", ALL);
    }

    static Plan wayBack() {
        FleetFixture fleet = FleetFixture.demo().with(application("checkout", "dev").on("v5"),
                application("checkout", "prod-east").on("v5"), application("checkout", "prod-west").on("v5"));
        return new RollbackPlanner("registry.example/tiphys:1.0.0").plan(new RollbackWish("checkout",
                List.of(former("dev", "v3"), former("prod-east", "v4"), former("prod-west", "v4")), ""), fleet,
                List.of(), null).plan();
    }

    private static RollbackWish.Former former(String environment, String version) {
        return new RollbackWish.Former(ApplicationRef.of("shop", "checkout-" + environment), version, "v5", false);
    }

    static Plan digest() {
        return plan(FleetFixture.demo(), "sha256:" + "0123456789abcdef".repeat(4), List.of("dev", "stage"));
    }

    static Plan targets(int count) {
        FleetFixture fleet = FleetFixture.demo();
        for (int i = 0; i < count / 4; i++) {
            for (String environment : ALL) {
                fleet = fleet.with(application("big", environment).named("big-" + environment + "-" + i));
            }
        }
        return planner().plan(new PlanRequest("big", "v5", ALL), fleet, List.of()).plan();
    }

    static Plan named(String name) {
        return switch (name) {
            case "four-environments" -> fourEnvironments();
            case "one-environment" -> oneEnvironment();
            case "two-argo-cds" -> twoArgoCds();
            case "way-back" -> wayBack();
            case "digest" -> digest();
            case "five-hundred-targets" -> targets(500);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Plan plan(FleetFixture fleet, String version, List<String> environments) {
        return planner().plan(new PlanRequest("checkout", version, environments), fleet, List.of()).plan();
    }

    private static Planner planner() {
        return new Planner("registry.example/tiphys:1.0.0");
    }
}
