package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ScenarioTest
class FaultScenariosTest {

    private static final String ANALYSIS_FAILS = "{\"kind\": \"analysis-fails\", \"service\": \"checkout\", \"cluster\": \"dev\"}";

    private final Story story;
    private final PortalApi developer;
    private final FleetLevers fleet;

    @Autowired
    FaultScenariosTest(Story story) {
        this.story = story;
        this.developer = story.developer();
        this.fleet = story.fleet();
    }

    @Test
    void aCanaryWhoseAnalysisFailedIsTriedAgain() {
        String id;
        try (FleetLevers.Fault fault = fleet.fault(ANALYSIS_FAILS)) {
            assertThat(fault).isNotNull();
            id = developer.started("checkout", "v5-retried", "dev");
            assertThat(reason(developer.waiting(id, "decision"), "checkout-dev")).contains("success-rate");
        }
        developer.decide(id, "checkout-dev", "retry", "").good();
        JsonNode ended = developer.ended(id);

        assertThat(phase(ended)).isEqualTo("SUCCEEDED");
        assertThat(targetPhase(ended, "checkout-dev")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aTargetThatFailedIsSkippedForAReason() {
        try (FleetLevers.Fault fault = fleet.fault(ANALYSIS_FAILS)) {
            assertThat(fault).isNotNull();
            String id = developer.started("checkout", "v5-skipped", "dev");
            developer.waiting(id, "decision");
            assertThat(developer.decide(id, "checkout-dev", "skip", "").status()).isEqualTo(422);
            developer.decide(id, "checkout-dev", "skip", "known flake of the probe").good();
            JsonNode ended = developer.ended(id);

            assertThat(phase(ended)).isEqualTo("SUCCEEDED");
            assertThat(targetPhase(ended, "checkout-dev")).isEqualTo("SKIPPED");
            assertThat(ended.path("reason").asString()).contains("1 skipped", "checkout-dev");
        }
    }

    @Test
    void aPromotionThatIsAbortedSaysWhatStaysWhere() {
        try (FleetLevers.Fault fault = fleet.fault(ANALYSIS_FAILS)) {
            assertThat(fault).isNotNull();
            String id = developer.started("checkout", "v5-aborted", "dev", "stage");
            developer.waiting(id, "decision");
            developer.decide(id, "checkout-dev", "abort", "not today").good();
            JsonNode ended = developer.ended(id);

            assertThat(phase(ended)).isEqualTo("ABORTED");
            assertThat(targetPhase(ended, "checkout-dev")).isEqualTo("FAILED");
            assertThat(targetPhase(ended, "checkout-stage")).isEqualTo("LATER");
            assertThat(ended.path("reason").asString()).contains("not today", "0 of 1 on v5-aborted",
                    "stage stays on");
            assertThat(developer.plan("checkout", "v5-next", "dev", "stage").good().path("canStart").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aVersionThatNeverGetsHealthyAsks() {
        String id = developer.started("catalogue", "v6-broken", "dev");
        JsonNode waiting = developer.waiting(id, "decision");

        assertThat(targetPhase(waiting, "catalogue-dev")).isEqualTo("ASKS");
        assertThat(reason(waiting, "catalogue-dev")).isNotBlank();
        assertThat(waiting.path("waitingFor").path("actions").toString()).contains("retry", "skip", "abort");
        developer.abort(id, "it is broken").good();
        JsonNode ended = developer.ended(id);
        assertThat(phase(ended)).isEqualTo("ABORTED");
        assertThat(ended.path("reason").asString()).contains("it is broken");
    }

    @Test
    void aHotfixBetweenPlanAndWaveParksTheTarget() {
        String id = developer.started("payments", "v5-over-hotfix", "dev", "stage", "prod-east");
        developer.waiting(id, "approval");
        fleet.patchApplication("payments-prod-east", """
                {"spec": {"source": {"kustomize": {"images": ["registry.example/payments:v4-hotfix"]}}}}""");
        story.approver().approve(id, "prod-east").good();
        JsonNode waiting = developer.waiting(id, "decision");

        assertThat(reason(waiting, "payments-prod-east")).contains("changed since the plan: runs v4-hotfix");
        developer.decide(id, "payments-prod-east", "skip", "the hotfix stays").good();
        JsonNode ended = developer.ended(id);
        assertThat(phase(ended)).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reason").asString()).contains("1 skipped");
        assertThat(fleet.application("payments-prod-east").path("spec").toString()).contains("v4-hotfix");
    }

    @Test
    void anArgoCdThatFailsForAMinuteIsWaitedFor() {
        String id = developer.started("payments", "v5-through-500", "dev");
        fleet.fault("{\"kind\": \"answer\", \"path\": \"/argocd/*\", \"status\": 500, \"for\": \"60s\"}");
        JsonNode ended = developer.ended(id);

        assertThat(phase(ended)).isEqualTo("SUCCEEDED");
        assertThat(targetPhase(ended, "payments-dev")).isEqualTo("SUCCEEDED");
    }

    @Test
    void droppedStreamsAreTakenUpAgain() {
        String id = developer.started("checkout", "v5-dropped", "dev");
        fleet.cutStreams("/workflows/*");
        fleet.cutStreams("/argocd/*");
        developer.until(id, seen -> !targetPhase(seen, "checkout-dev").equals("LATER"));
        fleet.cutStreams("/workflows/*");
        fleet.cutStreams("/argocd/*");
        JsonNode ended = developer.ended(id);

        assertThat(phase(ended)).isEqualTo("SUCCEEDED");
        assertThat(targetPhase(ended, "checkout-dev")).isEqualTo("SUCCEEDED");
    }

    private static String phase(JsonNode promotion) {
        return promotion.path("phase").asString();
    }

    private static String targetPhase(JsonNode promotion, String application) {
        return PortalApi.target(promotion, application).path("phase").asString();
    }

    private static String reason(JsonNode promotion, String application) {
        return PortalApi.target(promotion, application).path("reason").asString();
    }
}
