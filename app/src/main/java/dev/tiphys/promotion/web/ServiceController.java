package dev.tiphys.promotion.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.web.PageView;

/// One service, for who may view it.
@Controller
class ServiceController {

    private final ServiceReports reports;
    private final Fleet fleet;
    private final PromotionRights rights;
    private final PageView view;
    private final Clock clock;

    ServiceController(ServiceReports reports, Fleet fleet, PromotionRights rights, PageView view, Clock clock) {
        this.reports = reports;
        this.fleet = fleet;
        this.rights = rights;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping("/services/{name}")
    String show(@PathVariable String name, Person person, Model model, HttpServletRequest request) {
        model.addAttribute("page", new ServicePages(reports.report(name, person), fleet.snapshot(),
                new PersonRights(rights, person), clock.instant()).page());
        return view.of(request, "services/show", "service");
    }

    @GetMapping("/api/v1/services/{name}")
    @ResponseBody
    ServiceReport report(@PathVariable String name, Person person) {
        return reports.report(name, person);
    }
}
