package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionStart;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.web.Refusal;

/// Starts the plan that the person has seen. When it no longer fits, the page shows the new one and starts nothing.
@Controller
class StartController {

    private final PromotionStart start;
    private final PlanScreen plans;
    private final NewPromotionScreen form;

    StartController(PromotionStart start, PlanScreen plans, NewPromotionScreen form) {
        this.start = start;
        this.plans = plans;
        this.form = form;
    }

    @PostMapping(Links.HOME)
    Object start(Person person, @ModelAttribute PlanAsk ask, @RequestParam String planHash,
            @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String change, Model model,
            HttpServletResponse response) {
        PlanRequest request = ask.request();
        Purpose purpose = new Purpose(person.username(), note.strip(), change.strip());
        try {
            return seeOther(Links.promotion(start.start(request, planHash, purpose, person)));
        } catch (Refusal.Conflict changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", plans.refused(request, purpose, changed.reason(), person));
            return "promotions/plan";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            if (invalid.fields().containsKey("note") || invalid.fields().containsKey("change")) {
                model.addAttribute("page", plans.incomplete(request, purpose, invalid.fields(), person));
                return "promotions/plan";
            }
            model.addAttribute("page", form.page(request, invalid.fields(), person));
            return "promotions/new";
        }
    }

    static RedirectView seeOther(String address) {
        RedirectView view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
