package dev.tiphys.promotion.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageView;

/// The home page.
@Controller
class HomeController {

    private static final int ENDED = 8;

    private final Fleet fleet;
    private final SeenPromotions promotions;
    private final PromotionRights rights;
    private final PageView view;
    private final Clock clock;

    HomeController(Fleet fleet, SeenPromotions promotions, PromotionRights rights, PageView view, Clock clock) {
        this.fleet = fleet;
        this.promotions = promotions;
        this.rights = rights;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping(Links.HOME)
    String home(Person person, PageAsk ask, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String show, Model model, HttpServletRequest request) {
        HomePages pages = new HomePages(fleet.snapshot(), promotions.open(person),
                promotions.ended(person, ENDED), new PersonRights(rights, person), clock.instant());
        model.addAttribute("page", pages.page(MatrixAsk.of(q, show, ask.page()), promotions.services(person)));
        return view.of(request, "promotions/list", "overview");
    }
}
