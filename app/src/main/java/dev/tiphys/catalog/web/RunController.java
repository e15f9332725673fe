package dev.tiphys.catalog.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.ActionRun;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.TrailStep;
import dev.tiphys.catalog.Trails;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The logs of a run's steps, and asking the provider about it.
@Controller
class RunController {

    private static final String RUN = Links.INSTANCE + "/runs/{run}";

    private final Trails trails;
    private final Instances instances;
    private final HelpDesk desk;
    private final CatalogRights rights;

    RunController(Trails trails, Instances instances, HelpDesk desk, CatalogRights rights) {
        this.trails = trails;
        this.instances = instances;
        this.desk = desk;
        this.rights = rights;
    }

    @GetMapping(RUN + "/log")
    String log(Person person, @PathVariable String id, @PathVariable String run,
            @RequestParam(defaultValue = "") String step, Model model) {
        rights.requireLook(person);
        InstanceId instanceId = InstanceId.parse(id);
        Instance instance = instances.get(instanceId, person);
        ActionRun found = find(instanceId, run, person);
        List<String> lines = trails.log(found, step)
                .orElseThrow(() -> new Refusal.NotFound("The run has no step of this name that has a log."));
        String name = trails.list(found.id()).stream().flatMap(one -> one.steps().stream())
                .filter(one -> one.id().equals(step)).map(TrailStep::name).findFirst().orElse(step);
        model.addAttribute("page", new LogPage(instance.name(), found.action().replace('-', ' '),
                Links.instance(instance.id()) + "?run=" + found.id(), name, String.join("\n", lines)));
        return "catalog/log";
    }

    @PostMapping(RUN + "/help")
    RedirectView help(Person person, @PathVariable String id, @PathVariable String run) {
        rights.requireOrderSomewhere(person);
        InstanceId instanceId = InstanceId.parse(id);
        desk.ask(instances.get(instanceId, person), find(instanceId, run, person), person);
        return OrderController.seeOther(Links.instance(instanceId.value()));
    }

    private ActionRun find(InstanceId instance, String run, Person person) {
        return trails.findRun(instance, run, person)
                .orElseThrow(() -> new Refusal.NotFound("The instance has no such run."));
    }
}
