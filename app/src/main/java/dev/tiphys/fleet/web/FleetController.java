package dev.tiphys.fleet.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.fleet.FleetSights;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageView;

/// The page of the fleet.
@Controller
class FleetController {

    private final FleetSights sights;
    private final PublicPlaces places;
    private final PageView pages;
    private final Clock clock;

    FleetController(FleetSights sights, PublicPlaces places, PageView pages, Clock clock) {
        this.sights = sights;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/fleet")
    String show(@RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String selector,
            @RequestParam(required = false) @Nullable String q, Person person, PageAsk ask, Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        FleetPage page = new FleetPages(sights.snapshot(person), places, clock.instant())
                .page(FleetAsk.of(view, selector, q, ask.page()));
        if (!page.error().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", page);
        return pages.of(request, "fleet/list", "fleet");
    }
}
