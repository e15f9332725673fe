package dev.tiphys.catalog.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.RunRetries;
import dev.tiphys.identity.Person;

/// Trying again what failed, as JSON.
@RestController
@RequestMapping("/api/v1/catalog/instances/{id}/retry")
@Tag(name = "Catalog")
class RetryApi {

    private final Instances instances;
    private final RunRetries retries;
    private final CatalogRights rights;

    RetryApi(Instances instances, RunRetries retries, CatalogRights rights) {
        this.instances = instances;
        this.retries = retries;
        this.rights = rights;
    }

    @PostMapping
    Instance retry(@PathVariable String id, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        retries.retry(instance, person);
        return instances.get(instance, person);
    }
}
