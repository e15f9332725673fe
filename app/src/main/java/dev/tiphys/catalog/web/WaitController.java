package dev.tiphys.catalog.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.ExactOrders;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Priority;
import dev.tiphys.catalog.WaitingOrders;
import dev.tiphys.identity.Person;

/// What has not begun: the exact workflow, taking it back, and its place in the line.
@Controller
class WaitController {

    private final WaitingOrders waiting;
    private final ExactOrders exact;
    private final CatalogRights rights;

    WaitController(WaitingOrders waiting, ExactOrders exact, CatalogRights rights) {
        this.waiting = waiting;
        this.exact = exact;
        this.rights = rights;
    }

    @GetMapping(Links.INSTANCE + "/exact")
    String exact(Person person, @PathVariable String id, Model model) {
        rights.requireLook(person);
        model.addAttribute("page", ExactPage.of(exact.get(InstanceId.parse(id), person)));
        return "catalog/exact";
    }

    @PostMapping(Links.INSTANCE + "/withdrawal")
    RedirectView withdraw(Person person, @PathVariable String id) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        waiting.withdraw(instance, person);
        return OrderController.seeOther(Links.instance(instance.value()));
    }

    @PostMapping(Links.INSTANCE + "/priority")
    RedirectView prioritize(Person person, @PathVariable String id,
            @RequestParam(defaultValue = "") String priority) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        waiting.prioritize(instance, Priority.of(priority), person);
        return OrderController.seeOther(Links.instance(instance.value()));
    }
}
