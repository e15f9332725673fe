package dev.tiphys.audit.export;

import java.util.Locale;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.web.Refusal;

/// How an export is written, an entry a line. `jsonl` has everything that is needed to verify the chain.
public enum ExportFormat {

    JSONL("application/jsonl", "", entry -> JsonMapper.shared().writeValueAsString(entry)),

    CSV("text/csv;charset=UTF-8", CsvLine.HEAD, CsvLine::of),

    OCSF("application/jsonl", "", OcsfEvent::of);

    private final String contentType;
    private final String head;
    private final Function<AuditEntry, String> line;

    ExportFormat(String contentType, String head, Function<AuditEntry, String> line) {
        this.contentType = contentType;
        this.head = head;
        this.line = line;
    }

    /// By its word, such as `jsonl`.
    public static ExportFormat parse(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "jsonl" -> JSONL;
            case "csv" -> CSV;
            case "ocsf" -> OCSF;
            default -> throw new Refusal.Invalid("format", "Choose one of jsonl, csv and ocsf.");
        };
    }

    public String contentType() {
        return contentType;
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
        return head;
    }

    String line(AuditEntry entry) {
        return line.apply(entry) + "\n";
    }
}
