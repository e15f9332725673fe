package dev.tiphys.promotion.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;

/// The page of one promotion.
@Controller
class PromotionController {

    private final PromotionScreen screen;
    private final PageView view;

    PromotionController(PromotionScreen screen, PageView view) {
        this.screen = screen;
        this.view = view;
    }

    @GetMapping(Links.HOME + "/{id}")
    String show(@PathVariable String id, @RequestParam(defaultValue = "timeline") String tab,
            @RequestParam MultiValueMap<String, String> asked, Person person, Model model,
            HttpServletRequest request) {
        ClusterAsk ask = ClusterAsk.of(asked.getFirst("q"), asked.getFirst("wave"), asked.getFirst("state"),
                asked.getFirst("sort"), asked.getFirst("page"));
        model.addAttribute("page", screen.page(Ids.promotion(id), tab, ask, "", person));
        return view.of(request, "promotions/show", "promotion", "details");
    }
}
