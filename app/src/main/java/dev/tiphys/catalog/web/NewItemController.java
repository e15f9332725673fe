package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.NewItemWish;
import dev.tiphys.catalog.NewItems;
import dev.tiphys.catalog.ProviderChecks;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// "New item from a script" and "from a job": shows the templates to commit, or applies them.
@Controller
class NewItemController {

    private final NewItems items;
    private final ProviderChecks checks;
    private final CatalogRights rights;

    NewItemController(NewItems items, ProviderChecks checks, CatalogRights rights) {
        this.items = items;
        this.checks = checks;
        this.rights = rights;
    }

    @GetMapping(Links.NEW_ITEM)
    String form(Person person, @PathVariable String provider, @ModelAttribute("wish") NewItemWish wish, Model model) {
        checks.getOwn(provider, person);
        return show(provider, wish, Map.of(), null, model);
    }

    /// The templates as a file.
    @PostMapping(Links.NEW_ITEM + "/file")
    ResponseEntity<String> file(Person person, @PathVariable String provider,
            @ModelAttribute("wish") NewItemWish wish) {
        rights.requireLook(person);
        return ReviewController.file(wish.item() + ".yaml", "application/yaml;charset=UTF-8",
                items.write(provider, wish, person).yaml());
    }

    @PostMapping(Links.NEW_ITEM)
    Object write(Person person, @PathVariable String provider, @ModelAttribute("wish") NewItemWish wish,
            @RequestParam(name = "apply", defaultValue = "false") boolean apply, Model model,
            HttpServletResponse response) {
        rights.requireLook(person);
        NewItems.Written written = null;
        try {
            written = items.write(provider, wish, person);
            if (apply) {
                items.apply(provider, wish, person);
                return OrderController.seeOther("/catalog/providers/" + provider + "/check");
            }
            return show(provider, wish, Map.of(), written, model);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(provider, wish, invalid.fields(), null, model);
        } catch (Refusal.Conflict notNow) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(provider, wish, Map.of("", notNow.reason()), written, model);
        }
    }

    private static String show(String provider, NewItemWish wish, Map<String, String> errors,
            NewItems.@Nullable Written written, Model model) {
        String path = "/catalog/providers/" + provider + "/new-item";
        model.addAttribute("page", new NewItemPage(provider, path, wish, NewItemBoxes.of(wish, errors), errors,
                errors.getOrDefault("", ""),
                written == null
                        ? null
                        : new CodeText("WorkflowTemplates", "yaml", written.yaml(), wish.item() + ".yaml", path),
                written == null ? List.of() : written.findings()));
        return "catalog/new-item";
    }
}
