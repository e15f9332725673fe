package dev.tiphys.promotion.web;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.web.Refusal;

/// The plan of a promotion before it starts. What cannot be planned leads back to the form, which says why.
@Controller
class PlanController {

    private final PlanScreen plans;
    private final NewPromotionScreen form;

    PlanController(PlanScreen plans, NewPromotionScreen form) {
        this.plans = plans;
        this.form = form;
    }

    @GetMapping(Links.HOME + "/plan")
    String plan(Person person, @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String version, @RequestParam(defaultValue = "") List<String> environments,
            Model model, HttpServletResponse response) {
        PlanRequest request = new PlanRequest(service.strip(), version.strip(), environments);
        try {
            model.addAttribute("page", plans.page(request, person));
            return "promotions/plan";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", form.page(request, invalid.fields(), person));
            return "promotions/new";
        }
    }
}
