package dev.tiphys.catalog.web;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.ActionRun;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.RunFailure;
import dev.tiphys.catalog.RunStops;
import dev.tiphys.catalog.Trail;
import dev.tiphys.catalog.Trails;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// How runs went, as JSON; stopping them, and asking about them.
@RestController
@RequestMapping("/api/v1/catalog/instances/{id}")
@Tag(name = "Catalog")
class RunsApi {

    private final Trails trails;
    private final Instances instances;
    private final RunStops stops;
    private final HelpDesk desk;
    private final CatalogRights rights;

    RunsApi(Trails trails, Instances instances, RunStops stops, HelpDesk desk, CatalogRights rights) {
        this.trails = trails;
        this.instances = instances;
        this.stops = stops;
        this.desk = desk;
        this.rights = rights;
    }

    /// @param workflows the run's own first, then those that it called
    /// @param failure null when it has not failed
    record RunTrail(ActionRun run, int attempts, String stoppedBy, @Nullable RunFailure failure,
            List<Trail> workflows) {}

    @GetMapping("/runs/{run}/trail")
    RunTrail trail(@PathVariable String id, @PathVariable String run, Person person) {
        rights.requireLook(person);
        ActionRun found = find(id, run, person);
        return new RunTrail(found, trails.attempts(found.id()), stops.stoppedBy(found.id()),
                trails.findFailure(found.id()).orElse(null), trails.list(found.id()));
    }

    @GetMapping("/runs/{run}/log")
    List<String> log(@PathVariable String id, @PathVariable String run, @RequestParam(defaultValue = "") String step,
            Person person) {
        rights.requireLook(person);
        return trails.log(find(id, run, person), step)
                .orElseThrow(() -> new Refusal.NotFound("The run has no step of this id that has a log."));
    }

    @PostMapping("/runs/{run}/help")
    RunTrail help(@PathVariable String id, @PathVariable String run, Person person) {
        rights.requireOrderSomewhere(person);
        desk.ask(instances.get(InstanceId.parse(id), person), find(id, run, person), person);
        return trail(id, run, person);
    }

    @PostMapping("/stop")
    Instance stop(@PathVariable String id, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        stops.stop(instance, person);
        return instances.get(instance, person);
    }

    private ActionRun find(String id, String run, Person person) {
        return trails.findRun(InstanceId.parse(id), run, person)
                .orElseThrow(() -> new Refusal.NotFound("The instance has no such run."));
    }
}
