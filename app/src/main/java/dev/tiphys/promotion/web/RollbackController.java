package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.web.Refusal;

/// The plan back, before it starts. What cannot be rolled back leads to the promotion's page, which says why.
@Controller
class RollbackController {

    private final PlanScreen plans;
    private final DecisionAnswer answer;

    RollbackController(PlanScreen plans, DecisionAnswer answer) {
        this.plans = plans;
        this.answer = answer;
    }

    @GetMapping(Links.HOME + "/{id}/rollback")
    String plan(@PathVariable String id, @RequestParam(defaultValue = "") String application, Person person,
            Model model, HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        try {
            model.addAttribute("page", plans.page(PlanRequest.back(new PlanRequest.Rollback(promotion.value(),
                    application.strip())), person));
            return "promotions/plan";
        } catch (Refusal.Conflict refusal) {
            return answer.refused(promotion, refusal, HttpStatus.CONFLICT, person, model, response);
        }
    }
}
