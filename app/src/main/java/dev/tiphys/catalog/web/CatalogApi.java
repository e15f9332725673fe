package dev.tiphys.catalog.web;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.OfferFilter;
import dev.tiphys.catalog.OrderWish;
import dev.tiphys.catalog.Orders;
import dev.tiphys.catalog.Priority;
import dev.tiphys.catalog.RefusedTemplate;
import dev.tiphys.catalog.Shop;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.identity.Person;
import dev.tiphys.web.IdempotencyKeys;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// What providers offer as JSON, and orders.
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
class CatalogApi {

    private final Shop shop;
    private final Orders orders;
    private final Instances instances;
    private final CatalogRights rights;
    private final IdempotencyKeys keys;
    private final JsonMapper json;
    private final InputDesk inputs;

    CatalogApi(Shop shop, Orders orders, Instances instances, CatalogRights rights, IdempotencyKeys keys,
            JsonMapper json, InputDesk inputs) {
        this.shop = shop;
        this.orders = orders;
        this.instances = instances;
        this.rights = rights;
        this.keys = keys;
        this.json = json;
        this.inputs = inputs;
    }

    /// One version of something offered, as JSON.
    record ItemJson(String provider, String item, String version, String title, String description, String lifecycle,
            List<Item.Column> columns, List<ItemAction> actions, ItemSheet sheet) {

        static ItemJson of(Item item) {
            return new ItemJson(item.provider(), item.name(), item.version(), item.title(), item.description(),
                    item.lifecycle().name().toLowerCase(Locale.ROOT), item.columns(),
                    List.copyOf(item.actions().values()), item.sheet());
        }
    }

    @GetMapping("/items")
    PageOf<ItemJson> items(@ParameterObject OfferFilter filter, PageAsk ask, Person person) {
        return PageOf.from(shop.list("", person).stream().filter(filter::takes).toList(), ask).map(ItemJson::of);
    }

    @GetMapping("/items/{provider}/{item}")
    ItemJson item(@PathVariable String provider, @PathVariable String item, Person person) {
        return ItemJson.of(shop.get(provider, item, person));
    }

    @GetMapping("/refused")
    PageOf<RefusedTemplate> refused(PageAsk ask, Person person) {
        return PageOf.from(shop.listRefused(person), ask);
    }

    /// @param values by the parameter's name
    /// @param priority `low`, `normal` or `high`
    /// @param keepFor such as `30d`
    record OrderBody(@Nullable String name, @Nullable String team, @Nullable Map<String, @Nullable String> values,
            @Nullable String priority, @Nullable String keepFor) {

        OrderWish wish() {
            return new OrderWish(name == null ? "" : name, team == null ? "" : team, given(values),
                    Priority.of(priority == null ? "" : priority), keepFor == null ? "" : keepFor);
        }
    }

    static Map<String, String> given(@Nullable Map<String, @Nullable String> values) {
        Map<String, String> given = new HashMap<>();
        if (values != null) {
            values.forEach((name, value) -> given.put(name, value == null ? "" : value));
        }
        return given;
    }

    @PostMapping("/items/{provider}/{item}/orders")
    ResponseEntity<String> order(@PathVariable String provider, @PathVariable String item,
            @RequestBody OrderBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Person person) {
        rights.requireOrderSomewhere(person);
        OrderWish wish = ready(provider, item, body.wish(), person);
        String request = "POST /api/v1/catalog/items/" + provider + "/" + item + "/orders "
                + json.writeValueAsString(masked(provider, item, body.wish(), person));
        IdempotencyKeys.Answer answer = keys.once(person.subject(), key, request,
                () -> ordered(provider, item, wish, person));
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON);
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.body(answer.body());
    }

    // Not even the trace of a secret is kept with the key.
    private Map<String, String> masked(String provider, String name, OrderWish wish, Person person) {
        Map<String, String> values = shop.get(provider, name, person).findAction(Item.CREATE)
                .map(create -> inputs.masked(create, wish.values())).orElse(wish.values());
        Map<String, String> told = new LinkedHashMap<>(values);
        told.put(" name", wish.name());
        told.put(" team", wish.team());
        return told;
    }

    private OrderWish ready(String provider, String name, OrderWish wish, Person person) {
        return shop.get(provider, name, person).findAction(Item.CREATE)
                .map(create -> wish.with(inputs.ready(provider, create, wish.values(), person)))
                .orElse(wish);
    }

    private IdempotencyKeys.Answer ordered(String provider, String item, OrderWish wish, Person person) {
        InstanceId id = orders.order(provider, item, wish, person);
        return new IdempotencyKeys.Answer(201, "/api/v1/catalog/instances/" + id,
                json.writeValueAsString(instances.get(id, person)));
    }
}
