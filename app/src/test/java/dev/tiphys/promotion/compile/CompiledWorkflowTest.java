package dev.tiphys.promotion.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.gate.GateStatement;
import dev.tiphys.argo.hub.HubConnection;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.argo.workflows.WorkflowsClient;
import dev.tiphys.argo.workflows.WorkflowsConnection;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.sandbox.workflows.Callers;
import dev.tiphys.sandbox.workflows.WorkflowsSandbox;

/// Compiled workflows do what the plan says, on the sandbox's Argo Workflows with played steps.
class CompiledWorkflowTest {

    private static final NodeNames NAMES = new NodeNames("checkout-v5-0c9a7be311");
    private static final String DEV_TARGET = NAMES.wave("dev") + ".target"
            + NodeNames.targetSuffix(0, "shop/checkout-dev@v4");

    private final SimClock clock = new SimClock(Instant.parse("2026-11-20T10:00:00Z"), 10_000);
    private final World world = new World(clock, new KubeStore(clock, 7));
    private final PlayedSteps steps = new PlayedSteps();
    private final SandboxServer server;
    private final WorkflowsSandbox sandbox;
    private final Workflows workflows;

    CompiledWorkflowTest() throws IOException {
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        world.store().addCluster(World.HUB);
        sandbox = WorkflowsSandbox.install(world, server, steps,
                Callers.of(Map.of("token", Callers.Caller.serviceAccount("argo", "portal"))));
        URI root = URI.create(server.baseUri() + "/");
        workflows = WorkflowsClient.connect(WorkflowsConnection.to("argo", root.resolve("workflows/"), () -> "token",
                HubConnection.to("hub", root.resolve("kube/hub/"), () -> "token")));
    }

    @BeforeEach
    void start() {
        for (String secret : List.of("tiphys-argocd", "tiphys-argocd-eu", "tiphys-argocd-us")) {
            ObjectNode object = (ObjectNode) JsonMapper.shared().readTree("""
                    {"apiVersion": "v1", "kind": "Secret", "metadata": {"namespace": "promotions", "name": "%1$s"},
                     "stringData": {"server": "https://%1$s.example", "token": "token-of-%1$s"}}""".formatted(secret));
            world.store().create(World.HUB, object);
        }
        server.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        server.close();
        clock.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"four-environments", "one-environment", "two-argo-cds", "digest", "five-hundred-targets"})
    void theServerFindsNothingWrong(String name) {
        assertThat(workflows.lint("promotions", Plans.compiled(Plans.named(name)).json())).isEmpty();
    }

    @Test
    void deliversWaveAfterWaveAndAsksBeforeProduction() {
        submit(Plans.fourEnvironments());
        WorkflowRun.Node question = awaitQuestion(NAMES.approval("prod-east"));

        assertThat(steps.calls()).hasSize(9).noneMatch(call -> call.contains("prod"));
        answerGate(question, "prod-east", "approve");
        awaitPhase("Succeeded");

        assertThat(steps.calls()).hasSize(19).endsWith("verify shop/checkout-prod-west@v4 token-of-tiphys-argocd",
                "notify -");
    }

    @Test
    void aRejectedGateStartsNothingMore() {
        submit(Plans.fourEnvironments());
        answerGate(awaitQuestion(NAMES.approval("prod-east")), "prod-east", "reject");
        WorkflowRun ended = awaitPhase("Failed");

        assertThat(steps.calls()).noneMatch(call -> call.contains("prod")).endsWith("check-gate -", "notify -");
        assertThat(ended.findNode(NAMES.gate("prod-east"))).get().extracting(WorkflowRun.Node::phase)
                .isEqualTo("Failed");
    }

    @Test
    void aFailedTargetParksAndIsDeliveredAgainOnRetry() {
        steps.failNext("sync");
        submit(Plans.fourEnvironments());
        decide(awaitQuestion(NodeNames.question(DEV_TARGET)), "retry");
        WorkflowRun.Node gate = awaitQuestion(NAMES.approval("prod-east"));

        assertThat(gate.phase()).isEqualTo("Running");
        assertThat(get().findNode(NodeNames.delivery(NodeNames.again(DEV_TARGET)))).get()
                .extracting(WorkflowRun.Node::phase).isEqualTo("Succeeded");
        assertThat(steps.calls().subList(1, 7)).extracting(call -> call.substring(0, call.indexOf(' ')))
                .containsExactly("set-version", "sync", "set-version", "sync", "await-rollout", "verify");
    }

    @Test
    void aSkippedTargetLetsTheNextWaveGoOn() {
        steps.failNext("await-rollout");
        submit(Plans.fourEnvironments());
        decide(awaitQuestion(NodeNames.question(DEV_TARGET)), "skip");
        awaitQuestion(NAMES.approval("prod-east"));

        assertThat(get().findNode(NAMES.wave("dev"))).get().extracting(WorkflowRun.Node::phase).isEqualTo("Succeeded");
    }

    @Test
    void eachTargetIsReachedThroughItsOwnArgoCd() {
        submit(Plans.twoArgoCds());
        answerGate(awaitQuestion(NAMES.approval("prod-east")), "prod-east", "approve");
        awaitPhase("Succeeded");

        assertThat(steps.calls()).contains("sync shop/checkout-dev@v4 token-of-tiphys-argocd-eu",
                "verify shop/checkout-prod-east@v4 token-of-tiphys-argocd-eu",
                "verify shop/checkout-prod-east-us@v4 token-of-tiphys-argocd-us");
    }

    @Test
    void nothingBeginsUntilThePortalAdmitsTheWorkflow() {
        workflows.create("promotions", Plans.compiled(Plans.fourEnvironments()).json());
        awaitQuestion(NodeNames.gateQuestion(NAMES.admission()));

        answerInArgo(Map.of("decision", "approve", "proof", ""));
        awaitQuestion(NodeNames.gateQuestion(NodeNames.again(NAMES.admission())));

        assertThat(steps.calls()).containsExactly("check-gate -");
    }

    /// Whatever is pressed or sent in Argo while a gate waits, the gate asks again and nothing behind it begins.
    @Test
    void noAnswerOfArgosOwnOpensAGate() {
        submit(Plans.fourEnvironments());
        String level = NAMES.gate("prod-east");
        String stolen = proof(NAMES.admission(), NodeNames.ADMISSION, "approve");
        for (Map<String, String> answer : List.of(Map.of("decision", "approve", "proof", ""),
                Map.of("decision", "reject", "proof", "none"), Map.of("decision", "approve", "proof", stolen))) {
            awaitQuestion(NodeNames.gateQuestion(level));
            answerInArgo(answer);
            level = NodeNames.again(level);
        }
        WorkflowRun.Node question = awaitQuestion(NodeNames.gateQuestion(level));

        assertThat(steps.calls()).noneMatch(call -> call.contains("prod"));
        answerGate(question, "prod-east", "approve");
        awaitPhase("Succeeded");
    }

    private void submit(Plan plan) {
        workflows.create("promotions", Plans.compiled(plan).json());
        answerGate(awaitQuestion(NodeNames.gateQuestion(NAMES.admission())), NodeNames.ADMISSION, "approve");
    }

    /// The answer of somebody at Argo Workflows, to the question that is open.
    private void answerInArgo(Map<String, String> outputs) {
        WorkflowRun.Node open = get().nodes().values().stream()
                .filter(node -> node.type().equals("Suspend") && !node.isFinished()).findFirst().orElseThrow();
        workflows.control().decide("promotions", NAMES.workflow(),
                new Workflows.Decision(open.id(), outputs, "Resumed by: map[User:mallory]"));
    }

    private void answerGate(WorkflowRun.Node question, String wave, String decision) {
        String gate = question.name().substring(0, question.name().length() - "[0].ask".length());
        workflows.control().decide("promotions", NAMES.workflow(), new Workflows.Decision(question.id(),
                Map.of("decision", decision, "proof", proof(gate, wave, decision)), "decided by a test"));
    }

    private String proof(String gate, String wave, String decision) {
        return Plans.SIGNER.sign(new GateStatement(NAMES.workflow(), gate, wave,
                get().annotations().getOrDefault("tiphys.dev/plan", ""), decision, "amara", "",
                clock.instant().plus(Duration.ofDays(30))));
    }

    private WorkflowRun get() {
        return workflows.get("promotions", NAMES.workflow());
    }

    private void decide(WorkflowRun.Node question, String decision) {
        workflows.control().decide("promotions", NAMES.workflow(),
                new Workflows.Decision(question.id(), Map.of("decision", decision), "decided by a test"));
    }

    private WorkflowRun.Node awaitQuestion(String node) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> get().findNode(node)
                .filter(found -> found.phase().equals("Running")), Optional::isPresent).orElseThrow();
    }

    private WorkflowRun awaitPhase(String phase) {
        return await().atMost(Duration.ofSeconds(60)).until(this::get, run -> run.phase().equals(phase));
    }
}
