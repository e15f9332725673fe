package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.ActionRun;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Consent;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceActions;
import dev.tiphys.catalog.InstanceAsk;
import dev.tiphys.catalog.InstanceFilter;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.InstanceTable;
import dev.tiphys.catalog.Instances;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Instances as JSON, and what is done with them.
@RestController
@RequestMapping("/api/v1/catalog/instances")
@Tag(name = "Catalog")
class InstancesApi {

    private final Instances instances;
    private final InstanceTable table;
    private final InstanceActions actions;
    private final CatalogRights rights;
    private final InputDesk inputs;

    InstancesApi(Instances instances, InstanceTable table, InstanceActions actions, CatalogRights rights,
            InputDesk inputs) {
        this.instances = instances;
        this.table = table;
        this.actions = actions;
        this.rights = rights;
        this.inputs = inputs;
    }

    /// @param of `mine` for those of one's own teams
    /// @param sort `name`, `status`, `owner`, `created` or `value:<name>`, with `-` before it for the other way round
    @GetMapping
    PageOf<Instance> list(@RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "") String sort, PageAsk ask,
            Person person) {
        return table.list(new InstanceAsk(new InstanceFilter(provider, item, q, status), of.equals("mine"), sort, ask),
                person);
    }

    @GetMapping("/{id}")
    Instance instance(@PathVariable String id, Person person) {
        rights.requireLook(person);
        return instances.get(InstanceId.parse(id), person);
    }

    /// Every run of every action, the latest first.
    @GetMapping("/{id}/runs")
    List<ActionRun> runs(@PathVariable String id, Person person) {
        rights.requireLook(person);
        return instances.runs(InstanceId.parse(id), person);
    }

    /// @param values by the parameter's name
    /// @param confirm the instance's name, to delete it
    /// @param despite whether to delete it although others use it
    record ActionBody(@Nullable Map<String, @Nullable String> values, @Nullable String confirm,
            @Nullable Boolean despite) {}

    @PostMapping("/{id}/actions/{action}")
    Instance act(@PathVariable String id, @PathVariable String action, @RequestBody ActionBody body, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        Instance seen = instances.get(instance, person);
        Map<String, String> values = inputs.ready(seen.provider(), instances.getAction(seen, action),
                CatalogApi.given(body.values()), person);
        actions.run(instance, action, values,
                new Consent(body.confirm() == null ? "" : body.confirm(), Boolean.TRUE.equals(body.despite())),
                person);
        return instances.get(instance, person);
    }
}
