package dev.tiphys.catalog.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceActions;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.RunRetries;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What is done with an instance: each action has a form of its own, and deleting asks for the name.
@Controller
class ActionController {

    private final Shop shop;
    private final Instances instances;
    private final InstanceActions actions;
    private final RunRetries retries;
    private final CatalogRights rights;

    ActionController(Shop shop, Instances instances, InstanceActions actions, RunRetries retries,
            CatalogRights rights) {
        this.shop = shop;
        this.instances = instances;
        this.actions = actions;
        this.retries = retries;
        this.rights = rights;
    }

    @GetMapping(Links.ACTION)
    String form(Person person, @PathVariable String id, @PathVariable String action, Model model) {
        rights.requireOrderSomewhere(person);
        model.addAttribute("page", page(id, action, Map.of(), Map.of(), person));
        return "catalog/form";
    }

    @PostMapping(Links.ACTION)
    Object run(Person person, @PathVariable String id, @PathVariable String action,
            @RequestParam Map<String, String> filled, Model model, HttpServletResponse response) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        try {
            actions.run(instance, action, FormPages.parameters(filled),
                    filled.getOrDefault(FormFields.CONFIRM, ""), person);
            return OrderController.seeOther(Links.instance(instance.value()));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(id, action, filled, invalid.fields(), person));
        } catch (Refusal.Conflict notNow) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", page(id, action, filled, Map.of("", notNow.reason()), person));
        }
        return "catalog/form";
    }

    @PostMapping(Links.RETRY)
    RedirectView retry(Person person, @PathVariable String id) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        retries.retry(instance, person);
        return OrderController.seeOther(Links.instance(instance.value()));
    }

    private FormPage page(String id, String name, Map<String, String> filled, Map<String, String> problems,
            Person person) {
        Instance instance = instances.get(InstanceId.parse(id), person);
        ItemAction action = instances.getAction(instance, name);
        String title = shop.findOf(instance).map(Item::title).orElse(instance.item());
        return new FormPages(filled, problems).action(instance, action, title);
    }
}
