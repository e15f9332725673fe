package dev.tiphys.catalog.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Adds to the page of an instance how its runs went.
@ControllerAdvice(assignableTypes = InstanceController.class)
class TrailAdvice {

    private final Instances instances;
    private final CatalogRights rights;
    private final TrailPages pages;

    TrailAdvice(Instances instances, CatalogRights rights, TrailPages pages) {
        this.instances = instances;
        this.rights = rights;
        this.pages = pages;
    }

    @ModelAttribute("trail")
    @Nullable
    TrailPage trail(Person person, @PathVariable String id, @RequestParam(defaultValue = "") String run) {
        InstanceId instanceId = InstanceId.parse(id);
        Instance instance = instances.get(instanceId, person);
        return pages.page(instance, instances.runs(instanceId, person), run, mayAct(instance, person));
    }

    private boolean mayAct(Instance instance, Person person) {
        try {
            rights.requireOrder(person, instance.provider(), instance.team());
            return true;
        } catch (Refusal.NotAllowed denied) {
            return false;
        }
    }
}
