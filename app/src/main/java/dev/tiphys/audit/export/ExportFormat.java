package dev.tiphys.audit.export;

import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.web.Refusal;

/// How an export is written, an entry a line. `jsonl` has everything that is needed to verify the chain.
public enum ExportFormat {

    JSONL, CSV, OCSF;

    /// By its word, such as `jsonl`.
    public static ExportFormat parse(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "jsonl" -> JSONL;
            case "csv" -> CSV;
            case "ocsf" -> OCSF;
            default -> throw new Refusal.Invalid("format", "Choose one of jsonl, csv and ocsf.");
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return this == CSV ? "text/csv;charset=UTF-8" : "application/jsonl";
    }

    public String fileName() {
        return switch (this) {
            case JSONL -> "audit.jsonl";
            case CSV -> "audit.csv";
            case OCSF -> "audit.ocsf.jsonl";
        };
    }

    /// The lines before the first entry; empty for none.
    String head() {
        return this == CSV ? CsvLine.HEAD : "";
    }

    String line(AuditEntry entry) {
        return switch (this) {
            case JSONL -> JsonMapper.shared().writeValueAsString(entry);
            case CSV -> CsvLine.of(entry);
            case OCSF -> OcsfEvent.of(entry);
        } + "\n";
    }
}
