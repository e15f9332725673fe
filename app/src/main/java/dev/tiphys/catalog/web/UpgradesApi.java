package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.BulkUpgrade;
import dev.tiphys.catalog.BulkUpgrades;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.UpgradePreview.Candidate;
import dev.tiphys.catalog.Upgrades;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Upgrades of instances as JSON, one by one and many at once.
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
class UpgradesApi {

    private final Upgrades upgrades;
    private final BulkUpgrades bulks;
    private final Instances instances;
    private final CatalogRights rights;
    private final InputDesk inputs;

    UpgradesApi(Upgrades upgrades, BulkUpgrades bulks, Instances instances, CatalogRights rights,
            InputDesk inputs) {
        this.upgrades = upgrades;
        this.bulks = bulks;
        this.instances = instances;
        this.rights = rights;
        this.inputs = inputs;
    }

    /// @param version that it is to have then
    record UpgradeBody(@Nullable String version, @Nullable Map<String, @Nullable String> values) {}

    @PostMapping("/instances/{id}/upgrade")
    Instance upgrade(@PathVariable String id, @RequestBody UpgradeBody body, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        Instance seen = instances.get(instance, person);
        ItemAction action = upgrades.getTarget(seen).findAction(Upgrades.ACTION).orElseThrow();
        upgrades.upgrade(seen, body.version() == null ? "" : body.version(),
                inputs.ready(seen.provider(), action, CatalogApi.given(body.values()), person), person);
        return instances.get(instance, person);
    }

    /// Who would move where; the values are those for all that have none of their own.
    @GetMapping("/items/{provider}/{item}/upgrades/preview")
    PageOf<Candidate> preview(@PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> values, PageAsk ask, Person person) {
        return PageOf.from(bulks.preview(provider, item, FormPages.parameters(values), person).candidates(), ask);
    }

    @GetMapping("/items/{provider}/{item}/upgrades")
    List<BulkUpgrade> list(@PathVariable String provider, @PathVariable String item, Person person) {
        return bulks.list(provider, item, person);
    }

    /// @param instances all that can be moved when it is left out
    /// @param batch how many at a time; 5 when it is left out
    record BulkBody(@Nullable String version, @Nullable Set<UUID> instances,
            @Nullable Map<String, @Nullable String> values, @Nullable Integer batch) {}

    @PostMapping("/items/{provider}/{item}/upgrades")
    BulkUpgrade start(@PathVariable String provider, @PathVariable String item, @RequestBody BulkBody body,
            Person person) {
        return bulks.get(bulks.start(provider, item, body.version() == null ? "" : body.version(),
                body.instances() == null ? Set.of() : body.instances(), CatalogApi.given(body.values()),
                body.batch() == null ? 5 : body.batch(), person), person);
    }

    @GetMapping("/upgrades/{id}")
    BulkUpgrade bulk(@PathVariable UUID id, Person person) {
        return bulks.get(id, person);
    }

    @PostMapping("/upgrades/{id}/stop")
    BulkUpgrade stop(@PathVariable UUID id, Person person) {
        bulks.stop(id, person);
        return bulks.get(id, person);
    }

    /// Goes on. With `leave=true` without those that failed, else they are tried again.
    @PostMapping("/upgrades/{id}/resume")
    BulkUpgrade resume(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean leave, Person person) {
        bulks.resume(id, leave, person);
        return bulks.get(id, person);
    }
}
