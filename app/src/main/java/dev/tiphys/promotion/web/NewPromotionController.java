package dev.tiphys.promotion.web;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.plan.PlanRequest;

/// The page on which a promotion begins.
@Controller
class NewPromotionController {

    private final NewPromotionScreen screen;

    NewPromotionController(NewPromotionScreen screen) {
        this.screen = screen;
    }

    @GetMapping(Links.HOME + "/new")
    String begin(Person person, @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String version, Model model) {
        model.addAttribute("page",
                screen.page(new PlanRequest(service.strip(), version.strip(), List.of()), Map.of(), person));
        return "promotions/new";
    }
}
