package dev.tiphys.fleet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.promotion.web.Renderer;
import dev.tiphys.promotion.web.SampleFleet;

class FleetPagesTest {

    private final Renderer renderer = new Renderer();
    private final SampleFleet fleet = new SampleFleet(50)
            .service("checkout", "payments-team", "v5", "v5", "v4|v5", "v4")
            .service("catalogue", "shop-team", "v5", "v5", "v5", "v5").health("catalogue", "stage", "Degraded")
            .away("prod-west-07");

    private String render(String view, String selector, String query, String name) {
        FleetPage page = new FleetPages(fleet, new PublicPlaces(Map.of(), URI.create("https://argo.example")),
                SampleFleet.NOW).page(FleetAsk.of(view, selector, query, 0));
        return renderer.render("fleet/list", page, name);
    }

    @Test
    void twoHundredClustersFitOnePage() {
        String html = render("clusters", "", "", "fleet");

        assertThat(html).contains("200 clusters").contains("1 cluster not reachable").contains("200 of 200");
    }

    @Test
    void aSelectorChoosesByAttribute() {
        String html = render("clusters", "environment=prod, region in (us-west-2)", "", "fleet-selected");

        assertThat(html).contains("50 of 50").contains("prod-west-50").doesNotContain("prod-east-50");
    }

    @Test
    void aSelectorThatCannotBeReadIsExplained() {
        String html = render("clusters", "region in (", "", "fleet-wrong");

        assertThat(html).contains("is no label selector").contains("aria-invalid=\"true\"");
    }

    @Test
    void applicationsAreFoundByVersionOnTheChosenClusters() {
        String html = render("applications", "region=us-east-1", "checkout v4", "fleet-applications");

        assertThat(html).contains("25 of 25").contains("checkout-prod-east-01");
    }
}
