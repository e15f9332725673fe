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
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.OrderWish;
import dev.tiphys.catalog.Orders;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The order form of an item. What is refused comes back with everything that was filled in.
@Controller
class OrderController {

    private final Shop shop;
    private final CatalogRights rights;
    private final Orders orders;

    OrderController(Shop shop, CatalogRights rights, Orders orders) {
        this.shop = shop;
        this.rights = rights;
        this.orders = orders;
    }

    @GetMapping(Links.NEW)
    String form(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled, Model model) {
        rights.requireOrderSomewhere(person);
        model.addAttribute("page", new FormPages(filled, Map.of()).order(shop.get(provider, item, person), person));
        return "catalog/form";
    }

    @PostMapping(Links.ORDERS)
    Object order(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled, Model model, HttpServletResponse response) {
        OrderWish wish = new OrderWish(filled.getOrDefault(FormFields.NAME, ""),
                filled.getOrDefault(FormFields.TEAM, ""), FormPages.parameters(filled),
                filled.getOrDefault(FormFields.KEEP_FOR, ""));
        try {
            InstanceId id = orders.order(provider, item, wish, person);
            return seeOther(Links.instance(id.value()));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page",
                    new FormPages(filled, invalid.fields()).order(shop.get(provider, item, person), person));
            return "catalog/form";
        }
    }

    static RedirectView seeOther(String address) {
        RedirectView view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
