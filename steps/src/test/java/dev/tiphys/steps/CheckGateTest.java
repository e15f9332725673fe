package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tiphys.argo.gate.Ed25519Keys;
import dev.tiphys.argo.gate.GateSigner;
import dev.tiphys.argo.gate.GateStatement;

/// A gate opens for one signed decision about this very question, and for nothing else.
class CheckGateTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String PLAN = "a".repeat(64);
    private static final String GATE = "checkout-v5.approve-prod";
    private static final GateSigner PORTAL = new GateSigner(Ed25519Keys.ofSeed(new byte[32]));

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    @TempDir
    private Path root = Path.of("");

    @Test
    void opensForTheSignedApproval() throws Exception {
        assertThat(run(PORTAL.sign(decision("approve", GATE, NOW.plusSeconds(60))))).isZero();
        assertThat(left("verdict")).isEqualTo("approve");
    }

    @Test
    void failsForTheSignedRejectionAndSaysWhy() throws Exception {
        assertThat(run(PORTAL.sign(decision("reject", GATE, NOW.plusSeconds(60))))).isEqualTo(10);
        assertThat(left("reason")).isEqualTo("load test was red");
    }

    @Test
    void asksAgainAfterAnAnswerThatIsNotThePortals() throws Exception {
        GateSigner other = new GateSigner(Ed25519Keys.ofSeed("someone else's key of 32 bytes..".getBytes(
                StandardCharsets.US_ASCII)));
        for (String proof : List.of("", "approve", other.sign(decision("approve", GATE, NOW.plusSeconds(60))))) {
            assertThat(run(proof)).isZero();
            assertThat(left("verdict")).isEqualTo("forged");
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("without the portal's signature");
    }

    @Test
    void asksAgainAfterAReplayFromAnotherQuestion() throws Exception {
        assertThat(run(PORTAL.sign(decision("approve", GATE + "[2].again", NOW.plusSeconds(60))))).isZero();
        assertThat(left("verdict")).isEqualTo("forged");
    }

    @Test
    void asksAgainAfterADecisionThatHasRunOut() throws Exception {
        assertThat(run(PORTAL.sign(decision("approve", GATE, NOW)))).isZero();
        assertThat(left("verdict")).isEqualTo("stale");
    }

    @Test
    void isUnusableWithoutAKey() throws Exception {
        assertThat(run("", "--key", "none")).isEqualTo(64);
    }

    private static GateStatement decision(String word, String gate, Instant until) {
        return new GateStatement("checkout-v5", gate, "prod", PLAN, word, "amara", "load test was red", until);
    }

    private int run(String proof) throws InterruptedException {
        return run(proof, "--key", PORTAL.publicKey());
    }

    private int run(String proof, String option, String key) throws InterruptedException {
        StepTime time = new StepTime() {

            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public void sleep(Duration duration) {
                throw new AssertionError("a gate's check waits for nothing");
            }
        };
        return Steps.program().run(List.of("step", "check-gate", "--promotion", "checkout-v5", "--wave", "prod",
                "--gate", GATE, "--plan", PLAN, "--proof", proof, option, key), Map.of(), root, time,
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private String left(String name) throws IOException {
        return Files.readString(root.resolve("tmp").resolve(name));
    }
}
