package dev.tiphys.audit.web;

import java.util.List;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.audit.AuditSights;
import dev.tiphys.audit.AuditSlice;
import dev.tiphys.audit.AuditTrail;
import dev.tiphys.audit.proof.AuditVerification;
import dev.tiphys.audit.proof.CheckpointLines;
import dev.tiphys.audit.proof.Checkpoints;
import dev.tiphys.audit.proof.PublicKeys;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;

/// The audit log and its proof as JSON.
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final AuditTrail trail;
    private final AuditSights sights;
    private final Checkpoints checkpoints;

    AuditApi(AuditTrail trail, AuditSights sights, Checkpoints checkpoints) {
        this.trail = trail;
        this.sights = sights;
        this.checkpoints = checkpoints;
    }

    /// Entries, the newest first; `next` is the cursor for `before`.
    @GetMapping
    AuditSlice list(Person person, PageAsk ask, @ParameterObject AuditAsk wish) {
        return trail.list(wish.filter(trail::seqAsOf), sights.of(person), wish.cursor(), ask.size());
    }

    @GetMapping("/verify")
    AuditVerification verify(Person person) {
        sights.requireAll(person);
        return checkpoints.verify();
    }

    /// Every signed checkpoint, one JSON object a line.
    @GetMapping(value = "/checkpoints", produces = "application/jsonl")
    String checkpoints(Person person) {
        sights.requireAll(person);
        return CheckpointLines.write(checkpoints.list());
    }

    /// The public keys that checkpoints are checked with, the present one first.
    @GetMapping(value = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    List<PublicKeys.Published> keys(Person person) {
        sights.of(person);
        return checkpoints.keys();
    }

    /// The same keys as one PEM file.
    @GetMapping(value = "/keys.pem", produces = "application/x-pem-file")
    String pem(Person person) {
        sights.of(person);
        return checkpoints.pem();
    }
}
