package dev.tiphys.promotion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;

class PromotionPagesTest {

    private static final Rights DEVELOPER = new SampleRights("developer", true, false, true);
    private static final Rights APPROVER = new SampleRights("approver", false, true, false);

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
}
