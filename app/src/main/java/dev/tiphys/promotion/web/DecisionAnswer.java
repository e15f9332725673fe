package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.web.Refusal;

/// Where every decision on a promotion ends: back on its page, which says why when it was not accepted.
@Component
class DecisionAnswer {

    private final PromotionScreen screen;

    DecisionAnswer(PromotionScreen screen) {
        this.screen = screen;
    }

    Object to(PromotionId id, Runnable decision, Person person, Model model, HttpServletResponse response) {
        try {
            decision.run();
            return StartController.seeOther(Links.promotion(id));
        } catch (Refusal.Conflict late) {
            return refused(id, late, HttpStatus.CONFLICT, person, model, response);
        } catch (Refusal.Invalid invalid) {
            return refused(id, invalid, HttpStatus.UNPROCESSABLE_CONTENT, person, model, response);
        }
    }

    String refused(PromotionId id, Refusal refusal, HttpStatus status, Person person, Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("page", screen.page(id, "timeline", refusal.reason(), person));
        return "promotions/show";
    }
}
