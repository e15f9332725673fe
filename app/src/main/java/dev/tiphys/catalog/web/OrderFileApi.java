package dev.tiphys.catalog.web;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.FiledOptions;
import dev.tiphys.catalog.FiledOrders;
import dev.tiphys.identity.Person;
import dev.tiphys.web.IdempotencyKeys;

/// Orders that are kept in files, applied from Git or CI as often as one likes.
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
class OrderFileApi {

    private final FiledOrders filed;
    private final FiledOptions options;
    private final CatalogRights rights;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    OrderFileApi(FiledOrders filed, FiledOptions options, CatalogRights rights, IdempotencyKeys keys,
            JsonMapper json) {
        this.filed = filed;
        this.options = options;
        this.rights = rights;
        this.keys = keys;
        this.json = json;
    }

    /// What became of the orders of a file, in their order.
    record AppliedFile(List<FiledOrders.Applied> orders) {}

    /// @param file YAML or JSON, one document or several
    @PostMapping("/orders")
    ResponseEntity<String> apply(@RequestBody(required = false) @Nullable String file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Person person) {
        rights.requireOrderSomewhere(person);
        String text = file == null ? "" : file;
        options.check(text, person);
        IdempotencyKeys.Answer answer = keys.once(person.subject(), key, "POST /api/v1/catalog/orders " + text,
                () -> new IdempotencyKeys.Answer(200, null,
                        json.writeValueAsString(new AppliedFile(filed.apply(text, person)))));
        return ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }
}
