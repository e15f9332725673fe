package dev.tiphys.sandbox.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

class PromotionWorkflowTest {

    private static final String NAME = "checkout-v5";
    private static final String GATE = NAME + ".approve-prod[0].ask";

    private final Harbour harbour = new Harbour();

    @AfterEach
    void close() {
        harbour.close();
    }

    private ObjectNode submit() {
        ObjectNode body = Harbour.json("{}");
        body.set("workflow", Harbour.promotion());
        HttpResponse<String> answer = harbour.call("POST", "/api/v1/workflows/promotions", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Harbour.json(answer.body());
    }

    private void decide(String node, String decision) {
        ObjectNode waiting = harbour.awaitNode(NAME, node, "Running");
        HttpResponse<String> answer = harbour.decide(NAME, waiting.path("id").asString(), decision);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void endsSucceededWhenItsGateIsApproved() {
        submit();
        decide(GATE, "approve");
        ObjectNode done = harbour.awaitPhase(NAME, "Succeeded");
        assertThat(Harbour.node(done, NAME + ".approve-prod[1].refused").path("phase").asString())
                .isEqualTo("Skipped");
        assertThat(Harbour.node(done, NAME + ".prod").path("phase").asString()).isEqualTo("Succeeded");
        assertThat(harbour.steps().calls().getLast()).isEqualTo("step notify --status Succeeded");
        assertThat(done.path("status").path("progress").asString()).matches("(\\d+)/\\1");
        assertThat(done.path("metadata").path("labels").path("workflows.argoproj.io/completed").asString())
                .isEqualTo("true");
    }

    @Test
    void failsAndStartsNothingInProductionWhenItsGateIsRejected() {
        submit();
        decide(GATE, "reject");
        ObjectNode done = harbour.awaitPhase(NAME, "Failed");
        assertThat(Harbour.node(done, NAME + ".prod").path("phase").asString()).isEqualTo("Omitted");
        assertThat(harbour.steps().calls()).noneMatch(call -> call.contains("prod-1"))
                .contains("step notify --status Failed");
    }

    @Test
    void givesStepsTheNameOfTheDeliveryAsTheirAttempt() {
        submit();
        harbour.awaitNode(NAME, GATE, "Running");
        assertThat(harbour.steps().calls().getFirst()).isEqualTo("step sync --promotion checkout-v5 --target "
                + "shop/checkout-dev@v4 --attempt checkout-v5.dev.target(0:shop/checkout-dev@v4)[0].deliver");
        assertThat(harbour.steps().lastEnvironment()).containsEntry("ARGOCD_AUTH_TOKEN", "secret-token")
                .containsEntry("ARGO_PROGRESS_FILE", "/var/run/argo/progress");
    }

    @Test
    void parksAFailedTargetAndRunsItAgainOnRetry() {
        harbour.steps().exit("checkout-dev", 10);
        submit();
        String target = NAME + ".dev.target(0:shop/checkout-dev@v4)";
        ObjectNode waiting = harbour.awaitNode(NAME, target + "[1].ask", "Running");
        ObjectNode parked = harbour.workflow(NAME);
        assertThat(Harbour.node(parked, target + "[0].deliver").path("phase").asString()).isEqualTo("Failed");
        assertThat(Harbour.node(parked, target).path("phase").asString()).isEqualTo("Running");
        assertThat(waiting.path("outputs").path("parameters").path(0).path("valueFrom").has("supplied")).isTrue();
        ObjectNode retry = Harbour.node(parked, target + "[0].deliver[0].sync");
        assertThat(retry.path("message").asString()).isEqualTo("retryStrategy.expression evaluated to false");
        ObjectNode pod = Harbour.node(parked, target + "[0].deliver[0].sync(0)");
        assertThat(pod.path("message").asString()).isEqualTo("Error (exit code 10)");
        assertThat(pod.path("outputs").path("parameters").path(0).path("value").asString())
                .isEqualTo("told to end with 10");
        decide(target + "[1].ask", "retry");
        harbour.awaitNode(NAME, GATE, "Running");
        assertThat(harbour.steps().calls().getLast()).endsWith("[2].again[0].deliver");
    }

    @Test
    void goesOnWithoutATargetThatIsSkipped() {
        harbour.steps().exit("checkout-dev", 10);
        submit();
        String target = NAME + ".dev.target(0:shop/checkout-dev@v4)";
        decide(target + "[1].ask", "skip");
        harbour.awaitNode(NAME, GATE, "Running");
        assertThat(Harbour.node(harbour.workflow(NAME), target).path("phase").asString()).isEqualTo("Succeeded");
    }

    @Test
    void triesATechnicalFailureAgainByItself() {
        harbour.steps().exit("checkout-dev", 1, 3);
        submit();
        harbour.awaitNode(NAME, GATE, "Running");
        assertThat(harbour.steps().calls()).hasSize(3);
        ObjectNode retry = Harbour.node(harbour.workflow(NAME),
                NAME + ".dev.target(0:shop/checkout-dev@v4)[0].deliver[0].sync");
        assertThat(retry.path("type").asString()).isEqualTo("Retry");
        assertThat(retry.path("phase").asString()).isEqualTo("Succeeded");
        assertThat(retry.path("children").size()).isEqualTo(3);
    }

    @Test
    void keepsTheSlotOfAParkedTarget() {
        harbour.steps().exit("checkout-prod-1", 10);
        harbour.steps().exit("checkout-prod-2", 10);
        submit();
        decide(GATE, "approve");
        String first = NAME + ".prod.target(0:shop/checkout-prod-1@v4)";
        harbour.awaitNode(NAME, first + "[1].ask", "Running");
        harbour.awaitNode(NAME, NAME + ".prod.target(1:shop/checkout-prod-2@v4)[1].ask", "Running");
        assertThat(harbour.steps().calls()).noneMatch(call -> call.contains("prod-3"));
        decide(first + "[1].ask", "skip");
        harbour.awaitNode(NAME, NAME + ".prod.target(2:shop/checkout-prod-3@v4)", "Succeeded");
    }

    @Test
    void stopsWithItsExitHandlerAndKillsWhatRuns() {
        harbour.steps().exit("checkout-dev", 10);
        submit();
        harbour.awaitNode(NAME, NAME + ".dev.target(0:shop/checkout-dev@v4)[1].ask", "Running");
        assertThat(harbour.call("PUT", "/api/v1/workflows/promotions/checkout-v5/stop", "{}").statusCode())
                .isEqualTo(200);
        ObjectNode done = harbour.awaitPhase(NAME, "Failed");
        assertThat(done.path("status").path("message").asString()).isEqualTo("Stopped with strategy 'Stop'");
        assertThat(Harbour.node(done, NAME + ".dev.target(0:shop/checkout-dev@v4)[1].ask").path("message").asString())
                .isEqualTo("Stopped with strategy 'Stop'");
        assertThat(harbour.steps().calls()).contains("step notify --status Failed");
    }

    @Test
    void showsItsPodsToKubernetes() {
        submit();
        ObjectNode gate = harbour.awaitNode(NAME, GATE, "Running");
        assertThat(gate.path("displayName").asString()).isEqualTo("ask");
        List<ObjectNode> pods = harbour.world().store().list(World.HUB, Kind.POD, "promotions");
        assertThat(pods).hasSize(1);
        JsonNode pod = pods.getFirst();
        assertThat(pod.path("status").path("phase").asString()).isEqualTo("Succeeded");
        assertThat(pod.path("metadata").path("name").asString()).matches("checkout-v5-sync-\\d+");
    }
}
