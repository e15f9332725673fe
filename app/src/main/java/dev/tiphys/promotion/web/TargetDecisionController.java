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

/// Answers for a target that asks.
@Controller
class TargetDecisionController {

    private final PromotionDecisions decisions;
    private final DecisionAnswer answer;

    TargetDecisionController(PromotionDecisions decisions, DecisionAnswer answer) {
        this.decisions = decisions;
        this.answer = answer;
    }

    @PostMapping(Links.HOME + "/{id}/targets/{application}/decision")
    Object decide(@PathVariable String id, @PathVariable String application,
            @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String reason,
            Person person, Model model, HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        return answer.to(promotion, () -> decisions.decide(promotion, application, decision, reason.strip(), person),
                person, model, response);
    }
}
