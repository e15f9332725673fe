package dev.tiphys.catalog.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.Bulk;
import dev.tiphys.catalog.Bulks;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.InstanceTable;
import dev.tiphys.identity.Person;

/// One action on many instances as JSON.
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
class BulkApi {

    private final Bulks bulks;
    private final InstanceTable table;
    private final CatalogRights rights;
    private final BulkInputs inputs;

    BulkApi(Bulks bulks, InstanceTable table, CatalogRights rights, BulkInputs inputs) {
        this.bulks = bulks;
        this.table = table;
        this.rights = rights;
        this.inputs = inputs;
    }

    /// @param values by the parameter's name, the same for all
    /// @param confirm how many instances there are, to delete them
    record BulkBody(@Nullable String action, @Nullable List<String> instances,
            @Nullable Map<String, @Nullable String> values, @Nullable String confirm) {}

    @PostMapping("/items/{provider}/{item}/bulk")
    ResponseEntity<Bulk> begin(@PathVariable String provider, @PathVariable String item, @RequestBody BulkBody body,
            Person person) {
        rights.requireOrderSomewhere(person);
        List<UUID> ids = body.instances() == null
                ? List.of()
                : body.instances().stream().map(text -> InstanceId.parse(text).value()).toList();
        UUID id = bulks.draft(provider, item, body.action() == null ? "" : body.action(), table.these(ids, person),
                person);
        bulks.start(id, inputs.given(id, CatalogApi.given(body.values()), person),
                body.confirm() == null ? "" : body.confirm(), person);
        return ResponseEntity.accepted().location(URI.create("/api/v1/catalog/bulk/" + id))
                .body(bulks.get(id, person));
    }

    @GetMapping("/bulk/{id}")
    Bulk show(@PathVariable String id, Person person) {
        rights.requireOrderSomewhere(person);
        return bulks.get(BulkController.parse(id), person);
    }
}
