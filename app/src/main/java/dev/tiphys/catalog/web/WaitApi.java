package dev.tiphys.catalog.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.ExactOrders;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.OrderStandings;
import dev.tiphys.catalog.Priority;
import dev.tiphys.catalog.Standing;
import dev.tiphys.catalog.WaitingOrders;
import dev.tiphys.identity.Person;

/// What an instance waits for as JSON.
@RestController
@RequestMapping("/api/v1/catalog/instances/{id}")
@Tag(name = "Catalog")
class WaitApi {

    private final Instances instances;
    private final OrderStandings standings;
    private final WaitingOrders waiting;
    private final ExactOrders exact;
    private final CatalogRights rights;

    WaitApi(Instances instances, OrderStandings standings, WaitingOrders waiting, ExactOrders exact,
            CatalogRights rights) {
        this.instances = instances;
        this.standings = standings;
        this.waiting = waiting;
        this.exact = exact;
        this.rights = rights;
    }

    /// 204 where it waits for nothing.
    @GetMapping("/standing")
    ResponseEntity<Standing> standing(@PathVariable String id, Person person) {
        rights.requireLook(person);
        return standings.find(instances.get(InstanceId.parse(id), person)).map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/exact")
    ExactOrders.Exact exact(@PathVariable String id, Person person) {
        rights.requireLook(person);
        return exact.get(InstanceId.parse(id), person);
    }

    @PostMapping("/withdrawal")
    Instance withdraw(@PathVariable String id, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        waiting.withdraw(instance, person);
        return instances.get(instance, person);
    }

    /// @param priority `low`, `normal` or `high`
    record PriorityBody(@Nullable String priority) {}

    @PostMapping("/priority")
    Instance prioritize(@PathVariable String id, @RequestBody PriorityBody body, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        waiting.prioritize(instance, Priority.of(body.priority() == null ? "" : body.priority()), person);
        return instances.get(instance, person);
    }
}
