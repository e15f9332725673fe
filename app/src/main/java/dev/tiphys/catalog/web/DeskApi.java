package dev.tiphys.catalog.web;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Costs;
import dev.tiphys.catalog.Desk;
import dev.tiphys.catalog.DeskFigures;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Provider;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The desks of providers as JSON.
@RestController
@RequestMapping("/api/v1/catalog/desk")
@Tag(name = "Catalog")
class DeskApi {

    private final Desk desk;
    private final Costs costs;
    private final Instances instances;
    private final CatalogRights rights;

    DeskApi(Desk desk, Costs costs, Instances instances, CatalogRights rights) {
        this.desk = desk;
        this.costs = costs;
        this.instances = instances;
        this.rights = rights;
    }

    @GetMapping
    List<String> list(Person person) {
        return desk.list(person).stream().map(Provider::name).toList();
    }

    @GetMapping("/{provider}")
    DeskFigures figures(@PathVariable String provider, Person person) {
        return desk.figures(provider, person);
    }

    @GetMapping("/{provider}/failures")
    PageOf<Instance> failures(@PathVariable String provider, PageAsk ask, Person person) {
        return desk.failures(provider, ask, person);
    }

    @GetMapping("/{provider}/queue")
    PageOf<DeskFigures.Waiting> queue(@PathVariable String provider, PageAsk ask, Person person) {
        return desk.queue(provider, ask, person);
    }

    @GetMapping("/{provider}/ownerless")
    PageOf<DeskFigures.Ownerless> ownerless(@PathVariable String provider, PageAsk ask, Person person) {
        return desk.ownerless(provider, ask, person);
    }

    /// @param team that is to own it
    record OwnerBody(@Nullable String team) {}

    @PostMapping("/{provider}/ownerless/{id}")
    Instance reassign(@PathVariable String provider, @PathVariable String id, @RequestBody OwnerBody body,
            Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        desk.reassign(provider, instance, body.team() == null ? "" : body.team(), person);
        return instances.get(instance, person);
    }

    /// @param months with this one, at most 24
    @GetMapping("/{provider}/costs")
    List<Costs.Line> costs(@PathVariable String provider, @RequestParam(defaultValue = "3") int months,
            Person person) {
        return costs.list(provider, months, person);
    }
}
