package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.TargetCare;

/// Says who looks after a target that asks.
@Controller
class TargetCareController {

    private final TargetCare care;
    private final DecisionAnswer answer;

    TargetCareController(TargetCare care, DecisionAnswer answer) {
        this.care = care;
        this.answer = answer;
    }

    @PostMapping(Links.HOME + "/{id}/targets/{application}/take")
    Object take(@PathVariable String id, @PathVariable String application, Person person, Model model,
            HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        return answer.to(promotion, () -> care.take(promotion, application, person), person, model, response);
    }

    @PostMapping(Links.HOME + "/{id}/targets/{application}/release")
    Object release(@PathVariable String id, @PathVariable String application, Person person, Model model,
            HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        return answer.to(promotion, () -> care.release(promotion, application, person), person, model, response);
    }
}
