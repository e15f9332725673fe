package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionPauses;

/// Pauses a promotion, and lets it go on.
@Controller
class PauseController {

    private final PromotionPauses pauses;
    private final DecisionAnswer answer;

    PauseController(PromotionPauses pauses, DecisionAnswer answer) {
        this.pauses = pauses;
        this.answer = answer;
    }

    @PostMapping(Links.HOME + "/{id}/pause")
    Object pause(@PathVariable String id, @RequestParam(defaultValue = "") String reason, Person person, Model model,
            HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        return answer.to(promotion, () -> pauses.pause(promotion, reason.strip(), person), person, model, response);
    }

    @PostMapping(Links.HOME + "/{id}/resume")
    Object resume(@PathVariable String id, @RequestParam(defaultValue = "") String reason, Person person, Model model,
            HttpServletResponse response) {
        PromotionId promotion = Ids.promotion(id);
        return answer.to(promotion, () -> pauses.resume(promotion, reason.strip(), person), person, model, response);
    }
}
