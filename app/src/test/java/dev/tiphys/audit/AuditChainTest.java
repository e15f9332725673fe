package dev.tiphys.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final AuditEntry.About NOTHING = new AuditEntry.About("", "", "", "", "", "");

    @Test
    void theHashIsWhatAnyOtherProgramComputes() throws Exception {
        String canonical = "{\"actorName\":\"Deniz\",\"actorSubject\":\"developer\",\"actorVia\":\"session\","
                + "\"at\":\"2026-01-02T03:04:05Z\",\"code\":\"promotion.started\",\"outcome\":\"DONE\","
                + "\"reason\":\"é \\\"quoted\\\"\",\"seq\":\"1\",\"targetId\":\"checkout\",\"targetKind\":\"promotion\"}";
        assertThat(AuditChain.hash(first("é \"quoted\""))).isEqualTo(sha256(new byte[32], canonical));
    }

    @Test
    void anEntryOfTodayHashesWhatItConcernsAndNoName() throws Exception {
        String salt = "11".repeat(32);
        String personal = sha256(HexFormat.of().parseHex(salt), "{\"address\":\"10.0.0.7\",\"name\":\"Deniz\"}");
        String canonical = "{\"actorPersonal\":\"" + personal + "\",\"actorSubject\":\"developer\","
                + "\"actorVia\":\"session\",\"at\":\"2026-01-02T03:04:05Z\",\"code\":\"promotion.started\","
                + "\"environment\":\"dev\",\"format\":\"2\",\"outcome\":\"DONE\",\"seq\":\"1\",\"service\":\"shop\","
                + "\"targetId\":\"checkout\",\"targetKind\":\"promotion\"}";
        AuditEntry entry = second(
                new AuditEntry.Who("developer", "session", "Deniz", "10.0.0.7", null, salt, personal));
        String digest = sha256(new byte[0], canonical);
        assertThat(entry.digest()).isEqualTo(digest);
        assertThat(AuditChain.hash(entry)).isEqualTo(AuditEntry.chained(AuditEntry.BEGINNING, digest));
    }

    @Test
    void aNameThatWasErasedLeavesTheEntryIntact() {
        Personal deniz = Personal.fresh("Deniz", null, "curl");
        AuditEntry entry = second(new AuditEntry.Who("developer", "session", "Deniz", null, "curl", deniz.salt(),
                deniz.hash())).hashed();
        AuditEntry erased = with(entry, new AuditEntry.Who("developer", "session", null, null, null, null,
                deniz.hash()));
        AuditEntry forged = with(entry, new AuditEntry.Who("developer", "session", "Mallory", null, "curl",
                deniz.salt(), deniz.hash()));
        AuditEntry invented = with(entry, new AuditEntry.Who("developer", "session", "Mallory", null, null, null,
                deniz.hash()));
        assertThat(entry.isIntact()).isTrue();
        assertThat(erased.isIntact()).isTrue();
        assertThat(forged.isIntact()).isFalse();
        assertThat(invented.isIntact()).isFalse();
    }

    @Test
    void anotherReasonIsAnotherHash() {
        assertThat(AuditChain.hash(first("because"))).isNotEqualTo(AuditChain.hash(first(null)));
    }

    private static String sha256(byte[] prefix, String text) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(prefix);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static AuditEntry first(@Nullable String reason) {
        return new AuditEntry(1, 1, Instant.parse("2026-01-02T03:04:05Z"), "promotion.started", "DONE",
                new AuditEntry.Who("developer", "session", "Deniz", null, null, null, null), "promotion", "checkout",
                null, null, reason, null, null, NOTHING, AuditEntry.BEGINNING, "");
    }

    private static AuditEntry second(AuditEntry.Who who) {
        return new AuditEntry(1, 2, Instant.parse("2026-01-02T03:04:05Z"), "promotion.started", "DONE", who,
                "promotion", "checkout", null, null, null, null, null, new AuditEntry.About("shop", "dev", "", "", "",
                        ""),
                AuditEntry.BEGINNING, "");
    }

    private static AuditEntry with(AuditEntry entry, AuditEntry.Who who) {
        return new AuditEntry(entry.seq(), entry.format(), entry.at(), entry.code(), entry.outcome(), who,
                entry.targetKind(), entry.targetId(), entry.from(), entry.to(), entry.reason(), entry.requestId(),
                entry.planHash(), entry.about(), entry.prevHash(), entry.hash());
    }
}
