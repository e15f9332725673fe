package dev.tiphys.catalog.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.catalog.ActionForm;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.FieldOfForm;
import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.OrderReview;
import dev.tiphys.catalog.OrderWish;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The page between form and order: the exact workflow, what it costs, what it waits for, and the dry run.
@Controller
class ReviewController {

    private final Shop shop;
    private final CatalogRights rights;
    private final OrderReview reviews;
    private final InputDesk inputs;

    ReviewController(Shop shop, CatalogRights rights, OrderReview reviews, InputDesk inputs) {
        this.shop = shop;
        this.rights = rights;
        this.reviews = reviews;
        this.inputs = inputs;
    }

    @PostMapping(Links.REVIEW)
    String review(Person person, @PathVariable String provider, @PathVariable("item") String name,
            @RequestParam Map<String, String> filled, Model model, HttpServletResponse response) {
        rights.requireOrderSomewhere(person);
        Item item = shop.get(provider, name, person);
        Map<String, String> problems;
        try {
            OrderController.requireSame(model, filled);
            OrderWish wish = OrderController.wish(item, filled, inputs, person);
            model.addAttribute("page", page(item, wish, reviews.of(item, wish, person)));
            return "catalog/review";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            problems = invalid.fields();
        } catch (Refusal.Conflict notNow) {
            response.setStatus(HttpStatus.CONFLICT.value());
            problems = Map.of("", notNow.reason());
        }
        ItemAction create = item.findAction(Item.CREATE).orElseThrow();
        model.addAttribute("page",
                new FormPages(filled, problems, inputs.options(create, person)).order(item, person));
        return "catalog/form";
    }

    @GetMapping(Links.REVIEW + "/manifest")
    ResponseEntity<String> manifest(Person person, @PathVariable String provider, @PathVariable("item") String name,
            @RequestParam Map<String, String> filled) {
        return file("order.yaml", "application/yaml;charset=UTF-8", review(person, provider, name, filled).yaml());
    }

    @GetMapping(Links.REVIEW + "/hera")
    ResponseEntity<String> hera(Person person, @PathVariable String provider, @PathVariable("item") String name,
            @RequestParam Map<String, String> filled) {
        return file("order.py", "text/x-python;charset=UTF-8", review(person, provider, name, filled).hera());
    }

    // What comes by an address is never a secret: those stand there by the name of their Secret.
    private OrderReview.Review review(Person person, String provider, String name, Map<String, String> filled) {
        rights.requireOrderSomewhere(person);
        OrderWish wish = new OrderWish(filled.getOrDefault(FormFields.NAME, ""),
                filled.getOrDefault(FormFields.TEAM, ""), FormPages.parameters(filled));
        return reviews.of(shop.get(provider, name, person), wish, person);
    }

    static ResponseEntity<String> file(String name, String type, String text) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(text);
    }

    private static ReviewPage page(Item item, OrderWish wish, OrderReview.Review review) {
        Map<String, String> hidden = new LinkedHashMap<>(Map.of(FormFields.NAME, wish.name(), FormFields.TEAM,
                wish.team()));
        if (!wish.keepFor().isEmpty()) {
            hidden.put(FormFields.KEEP_FOR, wish.keepFor());
        }
        wish.values().forEach((field, value) -> hidden.put(FormFields.PARAMETER + field, value));
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        hidden.forEach((field, value) -> query.queryParam(field, "{" + field + "}"));
        String ask = query.encode().buildAndExpand(hidden).toUriString();
        String path = Links.item(item);
        return new ReviewPage(item.title(), path, wish.name(), wish.team(), path + "/orders", path + "/new", hidden,
                values(item, review.values()), Prices.words(review.price(), review.values()),
                Prices.market(review.price()), review.remarks(), review.verdict(), review.trouble(),
                new CodeText("Hera", "python", review.hera(), "order.py", path + "/review/hera" + ask),
                new CodeText("Manifest", "yaml", review.yaml(), "order.yaml", path + "/review/manifest" + ask));
    }

    private static List<ReviewPage.Value> values(Item item, Map<String, String> values) {
        ActionForm form = ActionForm.of(item.findAction(Item.CREATE).orElseThrow());
        return values.entrySet().stream().filter(entry -> !entry.getValue().isEmpty()).map(entry -> {
            FieldOfForm field = form.field(entry.getKey(), values);
            return new ReviewPage.Value(field.label(), entry.getValue(), field.kind() == FieldOfForm.Kind.SECRET);
        }).toList();
    }
}
