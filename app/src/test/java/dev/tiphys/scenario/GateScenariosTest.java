package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.sandbox.SandboxEndpoints;

/// Whoever may press Resume in Argo Workflows opens nothing with it, and is on record.
@ScenarioTest
class GateScenariosTest {

    private static final String WORKFLOWS = "/api/v1/workflows/" + SandboxEndpoints.WORKFLOWS_NAMESPACE + "/";

    private final Story story;

    @Autowired
    GateScenariosTest(Story story) {
        this.story = story;
    }

    @Test
    void whatIsPressedInArgoOpensNothing() {
        String id = story.developer().started("payments", "v5-bypassed", "dev", "stage", "prod-east");
        story.developer().waiting(id, "approval");
        String workflow = workflow(id).path("metadata").path("name").asString();

        bareResume(workflow);
        awaitBypasses(id, 0);
        set(workflow, openGate(id), "{\"decision\":\"approve\",\"proof\":\"\"}");
        awaitBypasses(id, 1);
        resume(workflow, openGate(id));
        awaitBypasses(id, 2);
        set(workflow, openGate(id), "{\"decision\":\"approve\",\"proof\":\"" + proofOfAdmission(id) + "\"}");
        awaitBypasses(id, 3);

        assertThat(story.fleet().application("payments-prod-east").path("status").path("summary").path("images")
                .toString()).doesNotContain("v5-bypassed");
        JsonNode row = bypasses(id).getFirst();
        assertThat(row.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(row.path("who").path("subject").asString()).isEqualTo("argo-workflows:viewer");
        story.developer().waiting(id, "approval");
        halfSet(workflow, openGate(id), "{\"decision\":\"approve\"}");
        story.approver().approve(id, "prod-east").good();
        awaitBypasses(id, 4);
        assertThat(story.developer().ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void anotherPromotionsProofOpensNothing() {
        String first = story.developer().started("catalogue", "v5-proof", "dev", "stage", "prod-east");
        story.developer().waiting(first, "approval");
        story.approver().approve(first, "prod-east").good();
        story.developer().ended(first);
        String proof = workflow(first).path("status").path("nodes").valueStream()
                .filter(node -> node.path("name").asString().contains(".approve-prod-east"))
                .flatMap(node -> node.path("outputs").path("parameters").valueStream())
                .filter(output -> output.path("name").asString().equals("proof"))
                .map(output -> output.path("value").asString()).findFirst().orElseThrow();
        String second = story.developer().started("catalogue", "v5-replayed", "dev", "stage", "prod-east");
        story.developer().waiting(second, "approval");

        set(workflow(second).path("metadata").path("name").asString(), openGate(second),
                "{\"decision\":\"approve\",\"proof\":\"" + proof + "\"}");

        awaitBypasses(second, 1);
        story.approver().approval(second, "prod-east", "reject", "not today").good();
        assertThat(story.developer().ended(second).path("phase").asString()).isEqualTo("ABORTED");
    }

    @Test
    void aPromotionThatHasEndedIsNotRunAgain() {
        String id = story.developer().started("payments", "v5-again", "dev", "stage", "prod-east");
        story.developer().waiting(id, "approval");
        story.developer().abort(id, "not today").good();
        story.developer().ended(id);
        String workflow = workflow(id).path("metadata").path("name").asString();
        await("the end of the workflow").atMost(Duration.ofSeconds(30))
                .until(() -> !workflow(id).path("status").path("phase").asString().equals("Running"));

        story.fleet().workflowsAs("viewer").put(WORKFLOWS + workflow + "/retry", "{}").good();

        await("the stop").atMost(Duration.ofSeconds(30))
                .until(() -> workflow(id).path("spec").path("shutdown").asString("").equals("Stop"));
        assertThat(story.as("admin").audit(id)).filteredOn(
                row -> row.path("code").asString().equals("promotion.revived")).singleElement()
                .returns("REFUSED", row -> row.path("outcome").asString())
                .returns("argo-workflows:viewer", row -> row.path("who").path("subject").asString());
    }

    private void bareResume(String workflow) {
        story.fleet().workflowsAs("viewer").put(WORKFLOWS + workflow + "/resume", "{}");
    }

    private void resume(String workflow, String node) {
        story.fleet().workflowsAs("viewer").put(WORKFLOWS + workflow + "/resume",
                "{\"nodeFieldSelector\": \"id=" + node + "\"}");
    }

    /// The question stays open, and takes no other answer.
    private void halfSet(String workflow, String node, String outputs) {
        story.fleet().workflowsAs("viewer").put(WORKFLOWS + workflow + "/set",
                JsonMapper.shared().createObjectNode().put("nodeFieldSelector", "id=" + node)
                        .put("outputParameters", outputs).toString())
                .good();
    }

    private void set(String workflow, String node, String outputs) {
        story.fleet().workflowsAs("viewer").put(WORKFLOWS + workflow + "/set", JsonMapper.shared().createObjectNode()
                .put("nodeFieldSelector", "id=" + node).put("phase", "Succeeded").put("message", "approved by me")
                .put("outputParameters", outputs).toString()).good();
    }

    private JsonNode workflow(String id) {
        return story.fleet().workflowsOf(id).getFirst();
    }

    private String openGate(String id) {
        return await("an open gate").atMost(Duration.ofSeconds(30)).until(() -> workflow(id).path("status")
                .path("nodes").valueStream().filter(node -> node.path("type").asString().equals("Suspend")
                        && node.path("phase").asString().equals("Running"))
                .map(node -> node.path("id").asString()).findFirst().orElse(""), node -> !node.isEmpty());
    }

    private String proofOfAdmission(String id) {
        return workflow(id).path("status").path("nodes").valueStream()
                .filter(node -> node.path("name").asString().endsWith(".admit[0].ask"))
                .flatMap(node -> node.path("outputs").path("parameters").valueStream())
                .filter(output -> output.path("name").asString().equals("proof"))
                .map(output -> output.path("value").asString()).findFirst().orElseThrow();
    }

    private void awaitBypasses(String id, int count) {
        await("bypasses on record").atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(bypasses(id)).hasSize(count));
    }

    private List<JsonNode> bypasses(String id) {
        return story.as("admin").audit(id).valueStream()
                .filter(row -> row.path("code").asString().equals("promotion.gate-bypass")).toList();
    }
}
