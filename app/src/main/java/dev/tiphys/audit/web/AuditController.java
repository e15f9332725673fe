package dev.tiphys.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.audit.AuditErasures;
import dev.tiphys.audit.AuditSights;
import dev.tiphys.audit.AuditSlice;
import dev.tiphys.audit.AuditTrail;
import dev.tiphys.audit.proof.AuditVerification;
import dev.tiphys.audit.proof.Checkpoints;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageView;

/// The audit page.
@Controller
class AuditController {

    private final AuditTrail trail;
    private final AuditSights sights;
    private final Checkpoints checkpoints;
    private final AuditErasures erasures;
    private final PageView view;

    AuditController(AuditTrail trail, AuditSights sights, Checkpoints checkpoints, AuditErasures erasures,
            PageView view) {
        this.trail = trail;
        this.sights = sights;
        this.checkpoints = checkpoints;
        this.erasures = erasures;
        this.view = view;
    }

    @GetMapping("/audit")
    String list(Person person, PageAsk ask, AuditAsk wish, @RequestParam(defaultValue = "false") boolean verify,
            Model model, HttpServletRequest request) {
        AuditSlice slice = trail.list(wish.filter(trail::seqAsOf), sights.of(person), wish.cursor(), ask.size());
        boolean all = sights.mayReadAll(person);
        AuditVerification found = verify && all
                ? checkpoints.verify()
                : checkpoints.lastVerification().orElse(null);
        model.addAttribute("page", AuditPage.of(slice, wish, found, all, wish.actor() != null && erasures.mayErase(person)));
        return view.of(request, "audit/list", "entries");
    }
}
