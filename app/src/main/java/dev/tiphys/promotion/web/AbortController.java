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

/// Ends a promotion.
@Controller
class AbortController {

    private final PromotionDecisions decisions;
    private final DecisionAnswer answer;

    AbortController(PromotionDecisions decisions, DecisionAnswer answer) {
        this.decisions = decisions;
        this.answer = answer;
    }

    @PostMapping(Links.HOME + "/{id}/abort")
    Object abort(@PathVariable String id, @RequestParam(defaultValue = "") String reason,
            Person person, Model model, HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        return answer.to(promotion, () -> decisions.abort(promotion, reason.strip(), person), person, model, response);
    }
}
