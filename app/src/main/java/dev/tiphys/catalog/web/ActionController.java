package dev.tiphys.catalog.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Consent;
import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceActions;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.InstanceLives;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.Lifespan;
import dev.tiphys.catalog.OpenForm;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// What is done with an instance: each action has a form of its own, and deleting asks for the name.
@Controller
class ActionController {

    private final Shop shop;
    private final Instances instances;
    private final InstanceActions actions;
    private final CatalogRights rights;
    private final InputDesk inputs;
    private final InstanceLives lives;
    private final PageView view;

    ActionController(Shop shop, Instances instances, InstanceActions actions, CatalogRights rights, InputDesk inputs,
            InstanceLives lives, PageView view) {
        this.shop = shop;
        this.instances = instances;
        this.actions = actions;
        this.rights = rights;
        this.inputs = inputs;
        this.lives = lives;
        this.view = view;
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
        if (LostForm.isLost(filled, model.getAttribute(OpenForm.MARK))) {
            return LostForm.show(action + " " + instances.get(instance, person).name(),
                    Links.action(instance.value(), action), Links.instance(instance.value()), filled, model, response);
        }
        try {
            OrderController.requireSame(model, filled);
            actions.run(instance, action, ready(instance, action, filled, person),
                    new Consent(filled.getOrDefault(FormFields.CONFIRM, ""),
                            filled.getOrDefault(FormFields.DESPITE, "").equals("yes")),
                    person);
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

    private Map<String, String> ready(InstanceId id, String action, Map<String, String> filled, Person person) {
        Instance instance = instances.get(id, person);
        ItemAction known = instances.getAction(instance, action);
        return inputs.ready(instance.provider(), known, FormPages.parameters(known, filled), person);
    }

    /// The form again, as it is with what is filled in.
    @PostMapping(Links.ACTION_FORM)
    String redraw(Person person, @PathVariable String id, @PathVariable String action,
            @RequestParam Map<String, String> filled, Model model, HttpServletRequest request) {
        rights.requireOrderSomewhere(person);
        model.addAttribute("page", page(id, action, filled, Map.of(), person));
        return view.of(request, "catalog/form", "fields");
    }

    private FormPage page(String id, String name, Map<String, String> filled, Map<String, String> problems,
            Person person) {
        Instance instance = instances.get(InstanceId.parse(id), person);
        ItemAction action = instances.getAction(instance, name);
        String title = shop.findOf(instance).map(Item::title).orElse(instance.item());
        FormPages pages = new FormPages(filled, problems, inputs.options(action, person));
        if (!name.equals(Item.DELETE)) {
            return pages.action(instance, action, title);
        }
        return pages.deletion(instance, action, title, lives.dependents(instance), shop.findOf(instance)
                .map(item -> item.sheet().grace()).filter(grace -> !grace.isZero()).map(Lifespan::text).orElse(""));
    }
}
