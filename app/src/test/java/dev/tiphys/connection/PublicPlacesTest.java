package dev.tiphys.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;

class PublicPlacesTest {

    private final PublicPlaces places = new PublicPlaces(Map.of("main", URI.create("https://argocd.example/base/")),
            URI.create("https://argo.example"));

    @Test
    void anApplicationHasAPageInItsOwnArgoCd() {
        assertThat(places.application("main", ApplicationRef.of("shop", "checkout-dev")))
                .contains("https://argocd.example/base/applications/checkout-dev");
        assertThat(places.application("main", ApplicationRef.parse("shop/teams/checkout dev")))
                .contains("https://argocd.example/base/applications/teams/checkout%20dev");
        assertThat(places.application("gone", ApplicationRef.of("shop", "checkout-dev"))).isEmpty();
    }

    @Test
    void aPodLeadsToItsNode() {
        assertThat(places.pod("promotions", "checkout-v5-1a", "checkout-v5-1a-sync-123")).isEqualTo(
                "https://argo.example/workflows/promotions/checkout-v5-1a?tab=workflow&nodeId=checkout-v5-1a-123"
                        + "&nodePanelView=summary");
    }
}
