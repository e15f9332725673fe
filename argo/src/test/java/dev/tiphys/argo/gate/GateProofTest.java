package dev.tiphys.argo.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;

/// A proof is the signer's, letter for letter, or it is none.
class GateProofTest {

    private static final GateSigner SIGNER = signer(1);
    private static final GateVerifier VERIFIER = new GateVerifier(SIGNER.publicKey());
    private static final GateStatement APPROVAL = new GateStatement("checkout-v5", "checkout-v5.approve-prod",
            "prod", "a".repeat(64), "approve", "amara", "load test \"green\"", Instant.parse("2026-11-20T10:00:00Z"));

    @Test
    void readsWhatWasStated() {
        assertThat(VERIFIER.read(SIGNER.sign(APPROVAL))).contains(APPROVAL);
    }

    @Test
    void staysShortEnoughForTheArgumentOfAPod() {
        GateStatement wordy = new GateStatement("checkout-v5", "checkout-v5.approve-prod", "prod", "a".repeat(64),
                "reject",
                "amara", "no ".repeat(300_000), Instant.parse("2026-11-20T10:00:00Z"));

        String proof = SIGNER.sign(wordy);

        assertThat(proof).hasSizeLessThan(2_000);
        assertThat(VERIFIER.read(proof)).contains(wordy);
    }

    @Test
    void theSameSeedGivesTheSameKey() {
        assertThat(signer(1).publicKey()).isEqualTo(SIGNER.publicKey()).isNotEqualTo(signer(2).publicKey());
    }

    @Test
    void believesNobodyElse() {
        assertThat(VERIFIER.read(signer(2).sign(APPROVAL))).isEmpty();
    }

    @Test
    void everyChangedLetterBreaksIt() {
        String proof = SIGNER.sign(APPROVAL);
        for (int i = 0; i < proof.length() - 1; i++) {
            char other = proof.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(VERIFIER.read(proof.substring(0, i) + other + proof.substring(i + 1))).as("letter %s", i)
                    .isEmpty();
        }
    }

    @Test
    void takesNoOtherAlgorithmAndNoUnsignedText() {
        String proof = SIGNER.sign(APPROVAL);
        String statement = proof.split("\\.", -1)[1];
        String none = base64("{\"alg\":\"none\"}");

        assertThat(VERIFIER.read(none + "." + statement + ".")).isEmpty();
        assertThat(VERIFIER.read(proof.substring(0, proof.lastIndexOf('.') + 1))).isEmpty();
        assertThat(VERIFIER.read(proof + ".more")).isEmpty();
        assertThat(VERIFIER.read("")).isEmpty();
        assertThat(VERIFIER.read("approve")).isEmpty();
        assertThat(VERIFIER.read("..")).isEmpty();
        assertThat(VERIFIER.read("{{workflow.parameters.version}}")).isEmpty();
    }

    @Test
    void isAboutOneQuestionOfOneWorkflowUnderOnePlan() {
        String plan = "a".repeat(64);
        String gate = "checkout-v5.approve-prod";

        assertThat(APPROVAL.isAbout("checkout-v5", gate, "prod", plan)).isTrue();
        assertThat(APPROVAL.isAbout("checkout-v6", gate, "prod", plan)).isFalse();
        assertThat(APPROVAL.isAbout("checkout-v5", gate + "[2].again", "prod", plan)).isFalse();
        assertThat(APPROVAL.isAbout("checkout-v5", gate, "stage", plan)).isFalse();
        assertThat(APPROVAL.isAbout("checkout-v5", gate, "prod", "b".repeat(64))).isFalse();
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> new GateVerifier("no key")).isInstanceOf(IllegalArgumentException.class);
    }

    private static GateSigner signer(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return new GateSigner(Ed25519Keys.ofSeed(bytes));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
