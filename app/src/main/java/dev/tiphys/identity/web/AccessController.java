package dev.tiphys.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;

/// The page "my access": what the person may do and by which rule, and who may do something else.
@Controller
class AccessController {

    private final Access access;
    private final AccessPages pages;

    AccessController(Access access, AccessPages pages) {
        this.access = access;
        this.pages = pages;
    }

    @GetMapping(AccessMenu.PATH)
    String show(Person person, @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String environment,
            Model model) {
        access.requireAnywhere(person, PortalAction.ACCESS_SEE);
        model.addAttribute("page", pages.page(person, permission, service, environment));
        return "access/show";
    }
}
