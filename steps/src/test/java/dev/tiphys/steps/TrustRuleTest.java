package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.steps.TrustRule.Verdict;

/// Each test is a race in which an application looks done and is not.
class TrustRuleTest {

    private final TrustRule rule = new TrustRule(new Operations("checkout-v5-1", "a1", Map.of()),
            new Mechanism.KustomizeImage("reg/checkout"), "v5");
    private final Shop shop = Shop.delivered();

    @Test
    void trustsWhatOurOwnSyncPutThere() {
        assertThat(rule.operation(shop.application())).isEqualTo(new Verdict.Trusted());
        assertThat(rule.state(shop.application(), List.of())).isEqualTo(new Verdict.Trusted());
    }

    @Test
    void waitsForASyncThatWasNotPickedUpYet() {
        shop.operation = null;
        assertThat(rule.operation(shop.application())).isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void doesNotTakeAnotherDeliverysSyncForItsOwn() {
        shop.operation = Shop.operation("Succeeded", "", Map.of("tiphys.dev/promotion", "checkout-v5-1",
                "tiphys.dev/attempt", "a0"));
        assertThat(rule.operation(shop.application())).isEqualTo(new Verdict.Broken("the operation of promotion"
                + " checkout-v5-1 took the place of this delivery's own before it could be verified"));
        shop.operation = Shop.operation("Succeeded", "", Map.of());
        assertThat(rule.operation(shop.application())).isInstanceOf(Verdict.Broken.class);
    }

    @ParameterizedTest
    @CsvSource({"Running, NotYet", "Terminating, NotYet", "Failed, Broken", "Error, Broken"})
    void wantsTheSyncToSucceed(String phase, String verdict) {
        shop.operation = Shop.operation(phase, "because", Shop.OWN);
        assertThat(rule.operation(shop.application()).getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void wantsTheRevisionThatWasResolved() {
        shop.operation = Shop.operation("Succeeded", "", Shop.OWN, Shop.image("v5"), "fff");
        assertThat(rule.operation(shop.application()))
                .isEqualTo(new Verdict.Broken("the sync applied revision fff instead of abc"));
    }

    @Test
    void seesAVersionThatWasRevertedBeforeTheSync() {
        shop.operation = Shop.operation("Succeeded", "", Shop.OWN, Shop.image("v4"), "abc");
        assertThat(rule.operation(shop.application())).isEqualTo(
                new Verdict.Broken("the sync applied v4 instead of v5: the change was reverted before it"));
    }

    @Test
    void seesAVersionThatWasRevertedAfterTheSync() {
        shop.source = Shop.image("v4");
        assertThat(rule.state(shop.application(), List.of())).isEqualTo(new Verdict.Broken("the change was reverted:"
                + " shop/checkout-dev asks for v4 instead of v5; the ApplicationSet checkout owns it and does not ignore"
                + " this difference"));
    }

    @Test
    void doesNotBelieveHealthFromBeforeTheSync() {
        shop.reconciledAt = Shop.START.plusSeconds(9);
        assertThat(rule.state(shop.application(), List.of())).isInstanceOf(Verdict.Stale.class);
    }

    @Test
    void doesNotBelieveAComparisonWithTheOldVersion() {
        shop.comparedTo = Shop.image("v4");
        assertThat(rule.state(shop.application(), List.of())).isInstanceOf(Verdict.Stale.class);
    }

    @ParameterizedTest
    @CsvSource({"Progressing", "Suspended", "Degraded", "Missing", "Unknown"})
    void wantsHealth(String health) {
        shop.health = health;
        assertThat(rule.state(shop.application(), List.of())).isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void trustsAnApplicationThatIsOutOfSyncForEver() {
        assertThat(rule.state(shop.application(), List.of(rollout("b", "b", "7")))).isInstanceOf(Verdict.Trusted.class);
    }

    @Test
    void wantsTheRolloutToBeThroughAndObserved() {
        assertThat(rule.state(shop.application(), List.of(rollout("a", "b", "7")))).isInstanceOf(Verdict.NotYet.class);
        assertThat(rule.state(shop.application(), List.of(rollout("b", "b", "6")))).isInstanceOf(Verdict.NotYet.class);
    }

    private static RolloutView rollout(String stable, String current, String observed) {
        return RolloutView.of("""
                {"metadata":{"name":"checkout","generation":7},"spec":{"strategy":{"canary":{}}},
                 "status":{"observedGeneration":"%s","phase":"Healthy","stableRS":"%s","currentPodHash":"%s"}}
                """.formatted(observed, stable, current));
    }
}
