package dev.tiphys.promotion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

class PromotionPagesTest {

    private static final Rights DEVELOPER = new SampleRights("developer", true, false, true);
    private static final Rights APPROVER = new SampleRights("approver", false, true, false);

    private static final Rights VIEWER = new SampleViewer("viewer");

    private final Renderer renderer = new Renderer();

    private static SampleFleet shop() {
        return new SampleFleet(1).service("checkout", "payments-team", "v5", "v5", "v4", "v4")
                .service("catalogue", "shop-team", "v5", "v5", "v4", "v4")
                .service("payments", "payments-team", "v4", "v4", "v4", "v4")
                .service("search", "shop-team", "0.9.0", "0.9.0", "0.9.0", "0.9.0")
                .service("identity", "platform", "7.4.2", "7.4.1", "7.4.1", "-")
                .service("recommendations", "ml-team", "20261120-3", "20261119-1", "20261112-2", "20261112-2")
                .health("identity", "stage", "Degraded").away("prod-west");
    }

    private String home(SampleFleet fleet, List<PromotionView> running, List<PromotionView> ended, Rights rights,
            String name) {
        HomePage page = new HomePages(fleet, running, ended, rights, SampleFleet.NOW)
                .page(MatrixAsk.of(null, null, 0));
        return renderer.render("promotions/list", page, name);
    }

    @Test
    void theHomePageSaysWhoIsWaitedForAndOffersThePromotion() {
        String html = home(shop(),
                List.of(SamplePromotions.waitsForApproval(), SamplePromotions.climbs(), SamplePromotions.asks(60)),
                List.of(SamplePromotions.ended("search", PromotionPhase.SUCCEEDED, ""),
                        SamplePromotions.ended("identity", PromotionPhase.ABORTED,
                                "rejected by approver: the load test is red; dev and stage stay on v5")),
                DEVELOPER, "home");

        assertThat(html).contains("1 promotion waits for you").contains("/promotions/new?service=checkout")
                .contains("canary 40 %").doesNotContain("??_");
    }

    @Test
    void anEmptyFleetSaysHowAServiceAppears() {
        String html = home(new SampleFleet(0), List.of(), List.of(), DEVELOPER, "home-empty");

        assertThat(html).contains("No service yet").contains("Nothing is being promoted");
    }

    @Test
    void aSilentArgoCdIsNamedWithTheAgeOfItsData() {
        String html = home(shop().silent(SampleFleet.NOW.minus(Duration.ofMinutes(6)), "connection refused"), List.of(),
                List.of(), DEVELOPER, "home-silent");

        assertThat(html).contains("does not answer since 6 min").contains("is-stale");
    }

    @Test
    void twoHundredServicesArePaged() {
        SampleFleet fleet = new SampleFleet(4);
        for (int number = 0; number < 200; number++) {
            String behind = number % 3 == 0 ? "v5|v4|v4|v4" : "v5";
            fleet.service("service-%03d".formatted(number), "team-" + number % 7, "v5", "v5", behind, behind);
        }
        String html = home(fleet, List.of(), List.of(), DEVELOPER, "home-200");

        assertThat(html).contains("60 of 200 services").contains("1 of 4 on v5").contains("page=1");
    }

    @Test
    void theApproverIsTheOneItWaitsFor() {
        String html = home(shop(), List.of(SamplePromotions.waitsForApproval()), List.of(), APPROVER,
                "home-approver");

        assertThat(html).contains("1 promotion waits for you").contains("Review").doesNotContain(">Promote<");
    }

    @Test
    void aNewPromotionTicksWhatFollowsTheFurthestPlaceOfTheVersion() {
        NewPages pages = new NewPages(shop(), List.of(), List.of(), DEVELOPER, SampleFleet.NOW);

        String html = renderer.render("promotions/new", pages.page("checkout", "v5", Set.of(), Map.of()), "new");
        String typed = renderer.render("promotions/new",
                pages.page("checkout", "v 6", Set.of("dev"), Map.of("version", "A version has no blanks.")),
                "new-wrong");
        renderer.render("promotions/new", pages.services(), "new-service");

        assertThat(pages.page("checkout", "v5", Set.of(), Map.of()).chosen()).isNotNull()
                .satisfies(chosen -> assertThat(chosen.places()).filteredOn(NewPage.Place::ticked)
                        .extracting(NewPage.Place::name).containsExactly("prod-east", "prod-west"));
        assertThat(html).contains("runs in dev, stage");
        assertThat(typed).contains("A version has no blanks.").contains("aria-invalid=\"true\"");
    }

    @Test
    void thePlanShowsTheProgramBesideTheManifestAndOneStartButton() {
        PlanPage page = new PlanPages(SamplePlans.plan(), SamplePlans.remarks()).page(SamplePlans.hera(),
                SamplePlans.manifest(), new PlanPage.Start("/promotions", "checkout", "v5",
                        List.of("dev", "stage", "prod-east", "prod-west"), "7f3a91c04e5d6b7a"),
                "/promotions/new?service=checkout&version=v5");

        String html = renderer.render("promotions/plan", page, "plan");

        assertThat(html).contains("Start on 4 clusters").contains("language-python").contains("language-yaml")
                .contains("prod-west is not reachable");
    }

    private String promotion(PromotionView view, Rights rights, String error, String name) {
        Contents contents = new Contents(view, SampleFleet.NOW);
        return renderer.render("promotions/show",
                new PromotionPages(view, rights, SampleFleet.NOW).page(contents.timeline(), "timeline", error), name);
    }

    @Test
    void anApproverDecidesInOnePlaceAndSeesEachConsequence() {
        String html = promotion(SamplePromotions.waitsForApproval(), APPROVER, "", "promotion-approval");

        assertThat(html).contains("Shall v5 go to prod-east?").contains("value=\"approve\"")
                .contains("dev and stage stay on v5");
    }

    @Test
    void theRequesterSeesWhoDecidesAndNoButton() {
        String html = promotion(SamplePromotions.waitsForApproval(), DEVELOPER, "", "promotion-requester");

        assertThat(html).contains("You asked for it, so somebody else decides").doesNotContain("value=\"approve\"");
    }

    @Test
    void aParkedTargetAmongManyIsAskedAboutFirst() {
        String html = promotion(SamplePromotions.asks(104), DEVELOPER,
                "Say why it may stay as it is: others will ask.",
                "promotion-asks");

        assertThat(html).contains("What shall happen to prod-east-45?").contains("value=\"retry\"")
                .contains("1 needs a decision").contains("others will ask");
    }

    @Test
    void aViewerSeesWhatCouldBeAnsweredAndWhomToAsk() {
        String gate = promotion(SamplePromotions.waitsForApproval(), VIEWER, "", "promotion-viewer");
        String target = promotion(SamplePromotions.asks(104), VIEWER, "", "promotion-asks-viewer");

        assertThat(gate).doesNotContain("<form class=\"ask__choices\"").doesNotContain("name=\"decision\"")
                .contains("viewer may not approve checkout in prod-east: no role of theirs grants it.")
                .containsPattern("aria-disabled=\"true\" aria-describedby=\"who-0\"><b>Approve</b>")
                .containsPattern("aria-disabled=\"true\" aria-describedby=\"who-0\"><b>Reject</b>");
        assertThat(target).doesNotContain("name=\"decision\"").doesNotContain("/take\"")
                .contains("<b>Retry</b>", "<b>Skip</b>").containsPattern("id=\"who-0\">viewer may not operate ");
    }

    @Test
    void aViewerSeesWhyTheyCannotHoldStopOrRollBack() {
        String html = promotion(SamplePromotions.climbs(), VIEWER, "", "promotion-climbs-viewer");

        assertThat(html).doesNotContain("/pause\"").doesNotContain("/abort\"").doesNotContain("/rollback\"");
        for (String denied : List.of("Pause …: viewer may not operate", "Stop promotion …: viewer may not operate",
                "Roll back …: viewer may not promote")) {
            assertThat(html.replaceAll("<[^>]+>", "")).contains(denied);
        }
        assertThat(promotion(SamplePromotions.climbs(), DEVELOPER, "", "promotion-climbs"))
                .doesNotContain("aria-disabled");
    }

    @Test
    void aClimbingCanaryIsAWeightBar() {
        String html = promotion(SamplePromotions.climbs(), DEVELOPER, "", "promotion-climbs");

        assertThat(html).contains("step 3 of 6").containsPattern("<progress[^>]*value=\"40\"");
    }

    @Test
    void theTargetsAndTheLogHavePagesOfTheirOwn() {
        PromotionView view = SamplePromotions.asks(104);
        String targets = renderer.render("promotions/show", new PromotionPages(view, DEVELOPER, SampleFleet.NOW)
                .page(new Contents(view, SampleFleet.NOW).clusters(ClusterAsk.ALL), "clusters", ""),
                "promotion-clusters");
        String log = renderer.render("promotions/log",
                new LogPage("/promotions/1/targets/p", "payments", "v5", "/promotions/1", "prod-east-45",
                        "payments-prod-east-45", new Status(State.BAD, "Needs a decision"), "await-rollout", "p-45",
                        "14:02:08 waits for the rollout\n", "", List.of(), "promotion-1",
                        "https://argo.example/workflows/promotions/payments-v5", null),
                "log");

        assertThat(targets).contains("payments-prod-east-104");
        assertThat(log).contains("waits for the rollout");
    }
}
