package dev.tiphys.catalog.web;

import java.util.LinkedHashMap;
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
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.OpenForm;
import dev.tiphys.catalog.OrderWish;
import dev.tiphys.catalog.Orders;
import dev.tiphys.catalog.Priority;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// The order form of an item. What is refused comes back with everything that was filled in, except secrets.
@Controller
class OrderController {

    private static final String PRESET = "preset";

    private final Shop shop;
    private final CatalogRights rights;
    private final Orders orders;
    private final InputDesk inputs;
    private final PageView view;

    OrderController(Shop shop, CatalogRights rights, Orders orders, InputDesk inputs, PageView view) {
        this.shop = shop;
        this.rights = rights;
        this.orders = orders;
        this.inputs = inputs;
        this.view = view;
    }

    @GetMapping(Links.NEW)
    String form(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled, Model model) {
        rights.requireOrderSomewhere(person);
        Item offered = shop.get(provider, item, person);
        Map<String, String> preset = new LinkedHashMap<>();
        offered.sheet().findPreset(filled.getOrDefault(PRESET, "")).ifPresent(
                one -> one.values().forEach((name, value) -> preset.put(FormFields.PARAMETER + name, value)));
        preset.putAll(filled);
        model.addAttribute("page", page(offered, preset, Map.of(), person));
        return "catalog/form";
    }

    /// The form again, as it is with what is filled in.
    @PostMapping(Links.NEW)
    String redraw(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled, Model model, HttpServletRequest request) {
        rights.requireOrderSomewhere(person);
        model.addAttribute("page", page(shop.get(provider, item, person), filled, Map.of(), person));
        return view.of(request, "catalog/form", "fields");
    }

    @PostMapping(Links.ORDERS)
    Object order(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled, Model model, HttpServletResponse response) {
        rights.requireOrderSomewhere(person);
        if (LostForm.isLost(filled, model.getAttribute(OpenForm.MARK))) {
            return LostForm.show(item, Links.item(provider, item) + "/orders", Links.item(provider, item), filled,
                    model,
                    response);
        }
        Item offered = shop.get(provider, item, person);
        try {
            requireSame(model, filled);
            InstanceId id = orders.order(provider, item, wish(offered, filled, person), person);
            return seeOther(Links.instance(id.value()));
        } catch (Refusal.Invalid invalid) {
            return refused(offered, filled, invalid.fields(), HttpStatus.UNPROCESSABLE_CONTENT, person, model,
                    response);
        } catch (Refusal.Conflict notNow) {
            return refused(offered, filled, Map.of("", notNow.reason()), HttpStatus.CONFLICT, person, model, response);
        }
    }

    private String refused(Item item, Map<String, String> filled, Map<String, String> problems, HttpStatus status,
            Person person, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("page", page(item, filled, problems, person));
        return "catalog/form";
    }

    private FormPage page(Item item, Map<String, String> filled, Map<String, String> problems, Person person) {
        return new FormPages(filled, problems, inputs.options(create(item), person)).order(item, person);
    }

    private static ItemAction create(Item item) {
        return item.findAction(Item.CREATE).orElseThrow(() -> new Refusal.Conflict(
                item.title() + " is not automated. Order it at " + item.sheet().link() + "."));
    }

    private OrderWish wish(Item item, Map<String, String> filled, Person person) {
        return wish(item, filled, inputs, person);
    }

    /// What is wished for, ready to be ordered.
    static OrderWish wish(Item item, Map<String, String> filled, InputDesk inputs, Person person) {
        ItemAction create = create(item);
        return new OrderWish(filled.getOrDefault(FormFields.NAME, ""), filled.getOrDefault(FormFields.TEAM, ""),
                inputs.ready(item.provider(), create, FormPages.parameters(create, filled), person), Priority.NORMAL,
                filled.getOrDefault(FormFields.KEEP_FOR, ""));
    }

    static void requireSame(Model model, Map<String, String> filled) {
        new OpenForm(String.valueOf(model.getAttribute(OpenForm.MARK)))
                .requireSame(filled.getOrDefault(OpenForm.FIELD, ""));
    }

    static RedirectView seeOther(String address) {
        RedirectView view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
