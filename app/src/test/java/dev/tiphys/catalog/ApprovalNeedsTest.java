package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ApprovalNeedsTest {

    private static final Item ITEM = Pets.item("""
            price: {amount: 5, currency: EUR, by: {field: species, amounts: {Dog: 5, Fish: 120}}}
            environment: colour
            quota: {per-team: 2}
            approval: {price-above: 100, environments: [prod], beyond-quota: true, actions: [delete]}
            """);

    @Test
    void anOrderIsAskedForByPriceEnvironmentAndQuota() {
        assertThat(ApprovalNeeds.ofOrder(ITEM, Map.of("species", "Dog"), false)).isEmpty();
        assertThat(ApprovalNeeds.ofOrder(ITEM, Map.of("species", "Fish", "colour", "prod"), true)).containsExactly(
                "It costs 120 EUR a month, more than 100.", "It goes into prod.",
                "It is beyond the team's quota of 2.");
        assertThat(ApprovalNeeds.ofOrder(Pets.item("approval: {always: true}"), Map.of(), false))
                .containsExactly("The provider wants each order approved.");
    }

    @Test
    void whatMakesAnInstanceDearerIsAskedForLikeAnOrder() {
        Map<String, String> dog = Map.of("species", "Dog");
        Map<String, String> fish = Map.of("species", "Fish");
        assertThat(ApprovalNeeds.ofAction(ITEM, "update", dog, fish)).hasSize(1);
        assertThat(ApprovalNeeds.ofAction(ITEM, "update", fish, dog)).isEmpty();
        assertThat(ApprovalNeeds.ofAction(ITEM, "feed", fish, Map.of("meal", "salmon"))).isEmpty();
        assertThat(ApprovalNeeds.ofAction(ITEM, "delete", fish, Map.of()))
                .isEqualTo(List.of("The provider wants each delete approved."));
    }
}
