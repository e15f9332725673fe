package dev.tiphys.catalog.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.tiphys.catalog.NamespaceNeeds;
import dev.tiphys.identity.Person;

/// What the portal needs in a provider's namespace, on a page and as JSON.
@Controller
class RightsController {

    private final NamespaceNeeds needs;

    RightsController(NamespaceNeeds needs) {
        this.needs = needs;
    }

    @GetMapping("/catalog/providers/{provider}/rights")
    String page(@PathVariable String provider, Person person, Model model) {
        model.addAttribute("page", needs.of(provider, person));
        return "catalog/rights";
    }

    @GetMapping("/api/v1/catalog/providers/{provider}/rights")
    @ResponseBody
    NamespaceNeeds.Needs json(@PathVariable String provider, Person person) {
        return needs.of(provider, person);
    }
}
