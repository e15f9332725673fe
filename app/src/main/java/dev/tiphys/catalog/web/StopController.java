package dev.tiphys.catalog.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.ActionRun;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.RunRetries;
import dev.tiphys.catalog.RunStops;
import dev.tiphys.catalog.Trails;
import dev.tiphys.identity.Person;

/// Stopping what runs on an instance, after having asked, and trying again what failed.
@Controller
class StopController {

    private static final String STOP = Links.INSTANCE + "/stop";

    private final RunStops stops;
    private final Instances instances;
    private final Trails trails;
    private final RunRetries retries;
    private final CatalogRights rights;

    StopController(RunStops stops, Instances instances, Trails trails, RunRetries retries, CatalogRights rights) {
        this.stops = stops;
        this.instances = instances;
        this.trails = trails;
        this.retries = retries;
        this.rights = rights;
    }

    @GetMapping(STOP)
    String ask(Person person, @PathVariable String id, Model model) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        ActionRun run = stops.running(instance, person);
        List<String> workflows = trails.list(run.id()).stream().filter(one -> !one.isFinished())
                .map(one -> one.workflow() + " in " + one.namespace()).toList();
        String back = Links.instance(instance.value());
        model.addAttribute("page", new StopPage(instances.get(instance, person).name(),
                run.action().replace('-', ' '), back, back + "/stop",
                workflows.isEmpty() ? List.of(run.workflow() + " in " + run.namespace()) : workflows));
        return "catalog/stop";
    }

    @PostMapping(STOP)
    RedirectView stop(Person person, @PathVariable String id) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        stops.stop(instance, person);
        return OrderController.seeOther(Links.instance(instance.value()));
    }

    @PostMapping(Links.RETRY)
    RedirectView retry(Person person, @PathVariable String id) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        retries.retry(instance, person);
        return OrderController.seeOther(Links.instance(instance.value()));
    }
}
