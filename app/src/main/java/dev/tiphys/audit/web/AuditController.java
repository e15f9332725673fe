package dev.tiphys.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.audit.AuditFilter;
import dev.tiphys.audit.AuditTrail;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageView;

/// The audit page.
@Controller
class AuditController {

    private final AuditTrail trail;
    private final Access access;
    private final PageView view;

    AuditController(AuditTrail trail, Access access, PageView view) {
        this.trail = trail;
        this.access = access;
        this.view = view;
    }

    @GetMapping("/audit")
    String list(Person person, PageAsk ask, @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean verify, Model model, HttpServletRequest request) {
        access.require(person, PortalAction.AUDIT_READ, Scope.portal());
        model.addAttribute("page",
                AuditPage.of(trail.list(AuditFilter.containing(q), ask), q, verify ? trail.verify() : null));
        return view.of(request, "audit/list", "entries");
    }
}
