package dev.tiphys.audit.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.audit.AuditSights;
import dev.tiphys.audit.evidence.Evidence;
import dev.tiphys.audit.evidence.EvidencePack;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.web.Refusal;

/// The evidence of a promotion as one archive, for a browser and for a program.
@Controller
class EvidenceController {

    private final Evidence evidence;
    private final AuditSights sights;

    EvidenceController(Evidence evidence, AuditSights sights) {
        this.evidence = evidence;
        this.sights = sights;
    }

    @GetMapping(path = {"/promotions/{id}/evidence", "/api/v1/promotions/{id}/evidence"})
    void download(@PathVariable String id, Person person, HttpServletResponse response) throws IOException {
        EvidencePack pack = evidence.collect(promotion(id), person, sights.of(person));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + pack.fileName() + "\"");
        pack.write(response.getOutputStream());
    }

    private static PromotionId promotion(String id) {
        try {
            return PromotionId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal.NotFound("There is no promotion " + id + ".");
        }
    }
}
