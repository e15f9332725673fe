package dev.tiphys.catalog.web;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Share;
import dev.tiphys.catalog.Shares;
import dev.tiphys.identity.Person;

/// With whom an instance is shared, as JSON.
@RestController
@RequestMapping("/api/v1/catalog/instances/{id}/shares")
@Tag(name = "Catalog")
class SharesApi {

    private final Shares shares;
    private final CatalogRights rights;

    SharesApi(Shares shares, CatalogRights rights) {
        this.shares = shares;
        this.rights = rights;
    }

    @GetMapping
    List<Share> list(@PathVariable String id, Person person) {
        rights.requireLook(person);
        return shares.list(InstanceId.parse(id), person);
    }

    /// @param may `read` or `operate`
    record ShareBody(@Nullable String may) {}

    @PutMapping("/{team}")
    List<Share> share(@PathVariable String id, @PathVariable String team, @RequestBody ShareBody body,
            Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        shares.share(instance, team, body.may() == null ? "read" : body.may(), person);
        return shares.list(instance, person);
    }

    @DeleteMapping("/{team}")
    List<Share> end(@PathVariable String id, @PathVariable String team, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        shares.end(instance, team, person);
        return shares.list(instance, person);
    }
}
