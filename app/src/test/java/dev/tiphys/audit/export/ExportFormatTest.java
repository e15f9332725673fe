package dev.tiphys.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditEntry;

class ExportFormatTest {

    private static final AuditEntry ENTRY = new AuditEntry(7, 2, Instant.parse("2026-11-27T10:00:00.5Z"),
            "promotion.started", "REFUSED",
            new AuditEntry.Who("developer", "session", "Deniz \"D\" Aksoy", "10.0.0.7", "curl", "aa", "bb"), "promotion",
            "p-1", "v4", "=cmd|' /C calc'!A0", "not, today", "request-1", null,
            new AuditEntry.About("checkout", "dev", "shop", "", "dev-1", "p-1"), "00", "ff");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "|x", "%x"})
    void aFormulaIsNoFormulaInTheTable(String text) {
        assertThat(CsvLine.of(text)).startsWith(text.startsWith("\t") ? "\"'" : "'");
    }

    @Test
    void aTableQuotesWhatNeedsIt() {
        assertThat(ExportFormat.CSV.line(ENTRY)).contains("\"Deniz \"\"D\"\" Aksoy\"", "'=cmd|' /C calc'!A0",
                "\"not, today\"").doesNotContain(",=").endsWith(",ff\n");
        assertThat(ExportFormat.CSV.head().split(",", -1)).hasSameSizeAs(CsvLine.of(ExportFormat.CSV.head().split(",",
                -1)).split(",", -1));
    }

    @Test
    void aLineOfJsonIsTheEntryAgain() {
        assertThat(JsonMapper.shared().readValue(ExportFormat.JSONL.line(ENTRY), AuditEntry.class)).isEqualTo(ENTRY);
    }

    @Test
    void anOcsfEventHasItsBaseFields() {
        JsonNode event = JsonMapper.shared().readTree(ExportFormat.OCSF.line(ENTRY));
        assertThat(event.path("class_uid").asInt()).isEqualTo(6003);
        assertThat(event.path("type_uid").asInt())
                .isEqualTo(6003 * 100 + event.path("activity_id").asInt());
        assertThat(event.path("time").asLong()).isEqualTo(ENTRY.at().toEpochMilli());
        assertThat(event.path("status_id").asInt()).isEqualTo(2);
        assertThat(event.path("metadata").path("version").asString()).isEqualTo("1.6.0");
        assertThat(event.path("metadata").path("product").path("name").asString()).isEqualTo("Tiphys");
        assertThat(event.path("actor").path("user").path("uid").asString()).isEqualTo("developer");
        assertThat(event.path("src_endpoint").path("ip").asString()).isEqualTo("10.0.0.7");
        assertThat(event.path("unmapped").path("hash").asString()).isEqualTo("ff");
    }
}
