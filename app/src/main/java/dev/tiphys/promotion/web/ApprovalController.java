package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Confirmation;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;
import dev.tiphys.promotion.PromotionDecisions;
import dev.tiphys.promotion.PromotionId;

/// Approves or rejects the wave that waits for it.
@Controller
class ApprovalController {

    private final PromotionDecisions decisions;
    private final DecisionAnswer answer;
    private final Confirmation confirmation;

    ApprovalController(PromotionDecisions decisions, DecisionAnswer answer, Confirmation confirmation) {
        this.decisions = decisions;
        this.answer = answer;
        this.confirmation = confirmation;
    }

    @PostMapping(Links.HOME + "/{id}/approval")
    Object approve(@PathVariable String id, @RequestParam(defaultValue = "") String wave,
            @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason,
            Person person, Model model, HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        Person now = confirmation.require(person, Permission.APPROVE, Scope.portal().in(wave));
        return answer.to(promotion, () -> decisions.approve(promotion, wave, decision, reason.strip(), now), now,
                model, response);
    }
}
