package dev.tiphys.audit.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.audit.AuditSight;
import dev.tiphys.audit.AuditSights;
import dev.tiphys.audit.AuditTrail;
import dev.tiphys.audit.export.AuditExport;
import dev.tiphys.audit.export.ExportFormat;
import dev.tiphys.identity.Person;

/// The audit log as a file, oldest first, from a cursor on: `after` is the number of the last entry that one has.
@RestController
class AuditExportApi {

    private final AuditExport export;
    private final AuditTrail trail;
    private final AuditSights sights;

    AuditExportApi(AuditExport export, AuditTrail trail, AuditSights sights) {
        this.export = export;
        this.trail = trail;
        this.sights = sights;
    }

    /// @param format `jsonl`, `csv` or `ocsf`
    @GetMapping("/api/v1/audit/export")
    void export(Person person, @RequestParam(defaultValue = "jsonl") String format, @ParameterObject AuditAsk wish,
            HttpServletResponse response) throws IOException {
        AuditSight sight = sights.of(person);
        ExportFormat written = ExportFormat.parse(format);
        AuditExport.Wish whole = new AuditExport.Wish(written, wish.filter(trail::seqAsOf), wish.start(), words(wish));
        long last = export.begin(person, whole);
        response.setContentType(written.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + written.fileName() + "\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        export.write(whole, sight, last, out);
    }

    private static String words(AuditAsk wish) {
        return wish.terms().entrySet().stream().map(term -> term.getKey() + "=" + term.getValue())
                .collect(Collectors.joining(" "));
    }
}
