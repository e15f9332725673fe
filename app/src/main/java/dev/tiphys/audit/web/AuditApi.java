package dev.tiphys.audit.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditFilter;
import dev.tiphys.audit.AuditTrail;
import dev.tiphys.audit.AuditVerification;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The audit log as JSON.
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final AuditTrail trail;
    private final Access access;

    AuditApi(AuditTrail trail, Access access) {
        this.trail = trail;
        this.access = access;
    }

    @GetMapping
    PageOf<AuditEntry> list(Person person, PageAsk ask, @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String targetKind,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String requestId,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String q) {
        access.require(person, PortalAction.AUDIT_READ, Scope.portal());
        return trail.list(new AuditFilter(actor, code, targetKind, target, requestId, since, until, q), ask);
    }

    @GetMapping("/verify")
    AuditVerification verify(Person person) {
        access.require(person, PortalAction.AUDIT_VERIFY, Scope.portal());
        return trail.verify();
    }
}
