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

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Upgrades;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Moves one instance to the newest version of its item, by the form of that version's action.
@Controller
class UpgradeController {

    private static final String VERSION = "version";

    private final Upgrades upgrades;
    private final Instances instances;
    private final CatalogRights rights;

    UpgradeController(Upgrades upgrades, Instances instances, CatalogRights rights) {
        this.upgrades = upgrades;
        this.instances = instances;
        this.rights = rights;
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
                    FormPages.parameters(filled), person);
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

    /// @param version that the form is of
    record UpgradePage(FormPage form, String version) {}

    private UpgradePage page(String id, Map<String, String> filled, Map<String, String> problems, Person person) {
        Instance instance = instances.get(InstanceId.parse(id), person);
        Item target = upgrades.getTarget(instance);
        return new UpgradePage(new FormPages(filled, problems).upgrade(instance, target,
                target.findAction(Upgrades.ACTION).orElseThrow()), target.version());
    }
}
