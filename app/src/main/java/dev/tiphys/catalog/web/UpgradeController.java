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
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.Upgrades;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// Moves one instance to the newest version of its item, by the form of that version's action.
@Controller
class UpgradeController {

    private static final String VERSION = "version";

    private final Upgrades upgrades;
    private final Instances instances;
    private final CatalogRights rights;
    private final InputDesk inputs;
    private final PageView view;

    UpgradeController(Upgrades upgrades, Instances instances, CatalogRights rights, InputDesk inputs,
            PageView view) {
        this.upgrades = upgrades;
        this.instances = instances;
        this.rights = rights;
        this.inputs = inputs;
        this.view = view;
    }

    @GetMapping(Links.INSTANCE + "/upgrade")
    String form(Person person, @PathVariable String id, Model model) {
        rights.requireOrderSomewhere(person);
        model.addAttribute("page", page(id, Map.of(), Map.of(), person));
        return "catalog/upgrade";
    }

    @PostMapping(Links.INSTANCE + "/upgrade")
    Object upgrade(Person person, @PathVariable String id, @RequestParam Map<String, String> filled, Model model,
            HttpServletResponse response) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        try {
            upgrades.upgrade(instances.get(instance, person), filled.getOrDefault(VERSION, ""),
                    ready(instance, filled, person), person);
            return LifeController.back(instance);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(id, filled, invalid.fields(), person));
        } catch (Refusal.Conflict notNow) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", page(id, filled, Map.of("", notNow.reason()), person));
        }
        return "catalog/upgrade";
    }

    private Map<String, String> ready(InstanceId id, Map<String, String> filled, Person person) {
        Instance instance = instances.get(id, person);
        ItemAction action = upgrades.getTarget(instance).findAction(Upgrades.ACTION).orElseThrow();
        return inputs.ready(instance.provider(), action, FormPages.parameters(action, filled), person);
    }

    /// The form again, as it is with what is filled in.
    @PostMapping(Links.INSTANCE + "/upgrade/form")
    String redraw(Person person, @PathVariable String id, @RequestParam Map<String, String> filled, Model model,
            HttpServletRequest request) {
        rights.requireOrderSomewhere(person);
        model.addAttribute("page", page(id, filled, Map.of(), person));
        return view.of(request, "catalog/upgrade", "fields");
    }

    /// @param version that the form is of
    record UpgradePage(FormPage form, String version) {}

    private UpgradePage page(String id, Map<String, String> filled, Map<String, String> problems, Person person) {
        Instance instance = instances.get(InstanceId.parse(id), person);
        Item target = upgrades.getTarget(instance);
        ItemAction action = target.findAction(Upgrades.ACTION).orElseThrow();
        return new UpgradePage(new FormPages(filled, problems, inputs.options(action, person)).upgrade(instance,
                target, action), target.version());
    }
}
