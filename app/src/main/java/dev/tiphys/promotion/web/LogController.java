package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;

/// What the pods and analyses of a target say or said; alone, or as a part of the promotion's page.
@Controller
class LogController {

    private final LogScreen screen;
    private final PageView view;

    LogController(LogScreen screen, PageView view) {
        this.screen = screen;
        this.view = view;
    }

    @GetMapping(Links.HOME + "/{id}/targets/{application}")
    String show(@PathVariable String id, @PathVariable String application, Person person, Model model,
            HttpServletRequest request) {
        model.addAttribute("page", screen.page(Ids.promotion(id), application, person));
        return view.of(request, "promotions/log", "log");
    }
}
