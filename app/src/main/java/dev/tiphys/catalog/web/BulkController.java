package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.catalog.Bulk;
import dev.tiphys.catalog.Bulks;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.InstanceTable;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// One action on many instances: what was ticked is kept first, so that the form and the results have an address.
@Controller
class BulkController {

    private final Bulks bulks;
    private final BulkPages pages;
    private final InstanceTable table;
    private final CatalogRights rights;
    private final BulkInputs inputs;
    private final PageView view;

    BulkController(Bulks bulks, BulkPages pages, InstanceTable table, CatalogRights rights, BulkInputs inputs,
            PageView view) {
        this.bulks = bulks;
        this.pages = pages;
        this.table = table;
        this.rights = rights;
        this.inputs = inputs;
        this.view = view;
    }

    @PostMapping(Links.TICKED)
    Object tick(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(name = "instance", defaultValue = "") List<String> ticked) {
        rights.requireOrderSomewhere(person);
        List<UUID> ids = ticked.stream().map(text -> InstanceId.parse(text).value()).toList();
        return OrderController.seeOther(
                Links.bulk(bulks.draft(provider, item, action, table.these(ids, person), person)));
    }

    @GetMapping(Links.BULK)
    String show(Person person, @PathVariable String id, Model model, HttpServletRequest request) {
        model.addAttribute("page", pages.page(bulks.get(parse(id), person), Map.of(), Map.of(), person));
        return view.of(request, "catalog/bulk", "bulk");
    }

    @PostMapping(Links.BULK)
    Object start(Person person, @PathVariable String id, @RequestParam Map<String, String> filled, Model model,
            HttpServletResponse response) {
        rights.requireOrderSomewhere(person);
        UUID bulk = parse(id);
        try {
            bulks.start(bulk, inputs.ready(bulk, filled, person), filled.getOrDefault(FormFields.CONFIRM, ""), person);
            return OrderController.seeOther(Links.bulk(bulk));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Bulk draft = bulks.get(bulk, person);
            model.addAttribute("page", pages.page(draft, filled, invalid.fields(), person));
            return "catalog/bulk";
        }
    }

    static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new Refusal.NotFound("There is no such selection. Tick the instances again.");
        }
    }
}
