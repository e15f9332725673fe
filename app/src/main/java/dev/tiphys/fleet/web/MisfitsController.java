package dev.tiphys.fleet.web;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.tiphys.fleet.FleetSights;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.fleet.Misfit;
import dev.tiphys.fleet.Misfits;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.PageView;

/// What has no place in the fleet, and the label that would give it one.
@Controller
class MisfitsController {

    private final FleetSights sights;
    private final PageView view;
    private final Clock clock;

    MisfitsController(FleetSights sights, PageView view, Clock clock) {
        this.sights = sights;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping("/fleet/misfits")
    String show(@RequestParam(defaultValue = "") String q, Person person, PageAsk ask, Model model,
            HttpServletRequest request) {
        FleetSnapshot snapshot = sights.snapshot(person);
        model.addAttribute("page", MisfitsPage.of(Misfits.of(snapshot), FleetAsk.of(null, null, q, ask.page()),
                Fresh.of(snapshot.asOf(), clock.instant())));
        return view.of(request, "fleet/misfits", "misfits");
    }

    @GetMapping("/api/v1/fleet/misfits")
    @ResponseBody
    PageOf<Misfit> list(Person person, PageAsk ask) {
        List<Misfit> all = Misfits.of(sights.snapshot(person));
        return PageOf.from(all, ask);
    }
}
