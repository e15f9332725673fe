package dev.tiphys.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.sandbox.workloads.WorkloadFaults;
import dev.tiphys.sandbox.workloads.WorkloadFaults.Fault;
import dev.tiphys.steps.StepTime;
import dev.tiphys.steps.Steps;

/// The four steps of a delivery, run as the pods run them, against the whole sandbox.
@ResourceLock("application")
class DeliveryTest {

    private static final List<String> STEPS = List.of("set-version", "sync", "await-rollout", "verify");

    private final Sandbox sandbox = ContractFleet.shared();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    @TempDir
    private Path root = Path.of("");

    @ParameterizedTest
    @CsvSource({"payments, kustomize-image, v4, v5", "checkout, kustomize-image, v4, v5",
            "catalogue, helm-parameter, 2.31.0, 2.32.0"})
    void bringsAVersionToATarget(String service, String mechanism, String from, String to)
            throws InterruptedException {
        String target = "shop/" + service + "-stage";
        for (String step : STEPS) {
            assertThat(run(step, target + "@" + from, to, mechanism, "a1")).as(said()).isZero();
        }
        assertThat(said()).contains(target + " runs " + to + " and stayed Healthy for 3s");
        for (String step : STEPS) {
            assertThat(run(step, target + "@" + from, to, mechanism, "a1")).as(said()).isZero();
        }
        assertThat(said()).contains("is on " + to + " already");
    }

    @Test
    void saysWhichMetricBrokeACanaryAndSucceedsOnceTheFaultIsGone() throws InterruptedException, IOException {
        Fault fault = new Fault(WorkloadFaults.Type.ANALYSIS_FAILS, "checkout", "prod-west");
        sandbox.workloadFaults().set(fault);
        String target = "shop/checkout-prod-west@v4";
        assertThat(run("set-version", target, "v5", "kustomize-image", "b1")).as(said()).isZero();
        assertThat(run("sync", target, "v5", "kustomize-image", "b1")).as(said()).isZero();
        assertThat(run("await-rollout", target, "v5", "kustomize-image", "b1")).as(said()).isEqualTo(10);
        assertThat(Files.readString(root.resolve("tmp/reason"))).contains(
                "the rollout of checkout was aborted: metric ",
                "measured");
        sandbox.workloadFaults().lift(fault);
        for (String step : STEPS) {
            assertThat(run(step, target, "v5", "kustomize-image", "b2")).as(said()).isZero();
        }
        assertThat(said()).contains("the aborted update of checkout is taken up again");
    }

    @Test
    void givesUpOnAVersionThatNeverGetsHealthy() throws InterruptedException, IOException {
        String target = "shop/payments-prod-east@v4";
        for (String step : List.of("set-version", "sync")) {
            assertThat(run(step, target, "v6-broken", "kustomize-image", "c1")).as(said()).isZero();
        }
        assertThat(run("await-rollout", target, "v6-broken", "kustomize-image", "c1", "--timeout", "60s")).as(said())
                .isEqualTo(10);
        assertThat(Files.readString(root.resolve("tmp/reason"))).contains("payments-prod-east became Degraded");
    }

    private int run(String step, String target, String version, String mechanism, String attempt, String... more)
            throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("step", step, "--promotion", "delivery", "--target", target,
                "--attempt", attempt, "--version", version, "--mechanism", mechanism, "--soak", "3s"));
        arguments.addAll(List.of(more));
        Map<String, String> environment = Map.of("ARGOCD_SERVER", sandbox.endpoints().argoCdUrl().toString(),
                "ARGOCD_AUTH_TOKEN", SandboxEndpoints.ARGOCD_TOKEN);
        return Steps.program().run(arguments, environment, root, new WorldTime(),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private final class WorldTime implements StepTime {

        @Override
        public Instant now() {
            return sandbox.world().clock().now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            sandbox.world().clock().sleep(duration);
        }
    }
}
