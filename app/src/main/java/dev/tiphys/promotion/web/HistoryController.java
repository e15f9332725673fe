package dev.tiphys.promotion.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionHistory;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// All promotions there ever were.
@Controller
class HistoryController {

    private final PromotionHistory history;
    private final PromotionRights rights;
    private final Fleet fleet;
    private final PageView view;
    private final Clock clock;

    HistoryController(PromotionHistory history, PromotionRights rights, Fleet fleet, PageView view, Clock clock) {
        this.history = history;
        this.rights = rights;
        this.fleet = fleet;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping(Links.HISTORY)
    String list(Person person, HistoryAsk wish, PageAsk ask, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        HistoryPages pages = new HistoryPages(wish, history.services(person), fleet.environments(),
                new PersonRights(rights, person), clock.instant());
        try {
            model.addAttribute("page", pages.page(history.list(wish.filter(), person, ask)));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.refused(invalid.reason()));
        }
        return view.of(request, "promotions/history", "history");
    }
}
