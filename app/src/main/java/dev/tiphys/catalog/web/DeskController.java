package dev.tiphys.catalog.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Desk;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;

/// The desks of providers.
@Controller
class DeskController {

    private final Desk desk;
    private final DeskPages pages;
    private final CatalogRights rights;
    private final PageView view;

    DeskController(Desk desk, DeskPages pages, CatalogRights rights, PageView view) {
        this.desk = desk;
        this.pages = pages;
        this.rights = rights;
        this.view = view;
    }

    /// Leads to the first that the person sees; each shows the way to the others.
    @GetMapping(Links.DESKS)
    RedirectView first(Person person) {
        return OrderController.seeOther(Links.desk(desk.list(person).getFirst().name()));
    }

    @GetMapping(Links.DESK)
    String show(Person person, @PathVariable String provider, Model model, HttpServletRequest request) {
        model.addAttribute("page", pages.page(provider, person));
        return view.of(request, "catalog/desk", "desk");
    }

    @PostMapping(Links.DESK + "/ownerless/{id}")
    RedirectView reassign(Person person, @PathVariable String provider, @PathVariable String id,
            @RequestParam(defaultValue = "") String team) {
        rights.requireOrderSomewhere(person);
        desk.reassign(provider, InstanceId.parse(id), team, person);
        return OrderController.seeOther(Links.desk(provider));
    }
}
