package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.SandboxEndpoints;

/// What stays of a target when its pods, its analyses and its workflow are gone, and how a promotion is watched again.
@ScenarioTest
class KeptEvidenceTest {

    private final Story story;
    private final PortalApi developer;

    @Autowired
    KeptEvidenceTest(Story story) {
        this.story = story;
        this.developer = story.developer();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private List<JsonNode> kept(PortalApi person, String id, String application) {
        String path = "/promotions/" + id + "/targets/" + application + "/evidence";
        return await("the evidence of " + application).atMost(Duration.ofSeconds(60))
                .until(() -> items(person.http().get(path).good()), found -> !found.isEmpty());
    }

    private static List<String> names(List<JsonNode> kept, String kind) {
        return kept.stream().filter(one -> one.path("kind").asString().equals(kind))
                .map(one -> one.path("name").asString()).toList();
    }

    @Test
    void whatAFailedCanarySaidOutlivesItsWorkflow() {
        String id = developer.started("checkout", "v5-kept-failing", "dev");
        developer.waiting(id, "decision");
        await("analysis and steps").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<JsonNode> kept = kept(developer, id, "checkout-dev");
            assertThat(names(kept, "step")).contains("set-version", "sync", "await-rollout");
            assertThat(names(kept, "analysis")).isNotEmpty();
        });
        developer.decide(id, "checkout-dev", "skip", "it is known").good();
        developer.ended(id);
        JsonNode workflow = story.fleet().workflowsOf(id).getFirst();
        Http.as(story.fleet().endpoints().workflowsUrl(), SandboxEndpoints.WORKFLOWS_TOKEN)
                .delete("/api/v1/workflows/promotions/" + workflow.path("metadata").path("name").asString());

        List<JsonNode> kept = kept(developer, id, "checkout-dev");
        assertThat(kept.toString()).contains("success-rate", "must hold: result[0] >= 0.95");
        assertThat(kept).filteredOn(one -> one.path("name").asString().equals("await-rollout")).first()
                .satisfies(one -> assertThat(one.path("content").asString()).isNotBlank());
        assertThat(kept).hasSameSizeAs(kept.stream().map(Object::toString).distinct().toList());

        List<String> told = items(developer.http().get("/promotions/" + id + "/events").good()).stream()
                .map(frame -> frame.path("what").asString() + " " + frame.path("sentence").asString()).toList();
        assertThat(told).first().isEqualTo("promotion started");
        assertThat(told).anyMatch(one -> one.startsWith("dev needs a decision"))
                .anyMatch(one -> one.startsWith("dev is skipped")).contains("dev begins");
        assertThat(told.getLast()).startsWith("promotion");
    }

    @Test
    void whatABrokenPodSaysIsForThoseWhoWorkWithIt() {
        String id = developer.started("payments", "v6-kept-broken", "dev");
        developer.waiting(id, "decision");
        await("the pod's log").atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(names(kept(developer, id, "payments-dev"), "pod")).isNotEmpty());

        assertThat(kept(developer, id, "payments-dev").toString()).contains("starting registry.example/payments");
        assertThat(names(kept(story.as("viewer"), id, "payments-dev"), "pod")).isEmpty();
        developer.abort(id, "it is broken").good();
        developer.ended(id);
    }

    @Test
    void theTargetsAreAListOfTheirOwn() {
        String id = developer.started("payments", "v5-listed", "dev");
        developer.ended(id);
        JsonNode page = developer.http().get("/promotions/" + id + "/targets?state=done&sort=-cluster").good();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("items").path(0).path("cluster").asString()).isEqualTo("dev");
        assertThat(developer.http().get("/promotions/" + id + "/targets?state=asks").good().path("total").asInt())
                .isZero();
    }
}
