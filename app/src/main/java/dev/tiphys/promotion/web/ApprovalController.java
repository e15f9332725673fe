package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionDecisions;
import dev.tiphys.promotion.PromotionId;

/// Approves or rejects the wave that waits for it.
@Controller
class ApprovalController {

    private final PromotionDecisions decisions;
    private final DecisionAnswer answer;

    ApprovalController(PromotionDecisions decisions, DecisionAnswer answer) {
        this.decisions = decisions;
        this.answer = answer;
    }

    @PostMapping(Links.HOME + "/{id}/approval")
    Object approve(@PathVariable String id, @RequestParam(defaultValue = "") String wave,
            @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason,
            Person person, Model model, HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        return answer.to(promotion, () -> decisions.approve(promotion, wave, decision, reason.strip(), person), person,
                model, response);
    }
}
