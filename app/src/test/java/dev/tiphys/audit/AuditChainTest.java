package dev.tiphys.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    @Test
    void theHashIsWhatAnyOtherProgramComputes() throws Exception {
        String canonical = "{\"actorName\":\"Deniz\",\"actorSubject\":\"developer\",\"actorVia\":\"session\","
                + "\"at\":\"2026-01-02T03:04:05Z\",\"code\":\"promotion.started\",\"outcome\":\"DONE\","
                + "\"reason\":\"é \\\"quoted\\\"\",\"seq\":\"1\",\"targetId\":\"checkout\",\"targetKind\":\"promotion\"}";
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        digest.update(new byte[32]);
        digest.update(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(AuditChain.hash(entry("é \"quoted\"")))
                .isEqualTo(java.util.HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void anotherReasonIsAnotherHash() {
        assertThat(AuditChain.hash(entry("because"))).isNotEqualTo(AuditChain.hash(entry(null)));
    }

    private static AuditEntry entry(@Nullable String reason) {
        return new AuditEntry(1, Instant.parse("2026-01-02T03:04:05Z"), "promotion.started", "DONE",
                new AuditEntry.Who("developer", "Deniz", "session"), "promotion", "checkout", null, null, reason, null,
                null, "0".repeat(64), "");
    }
}
