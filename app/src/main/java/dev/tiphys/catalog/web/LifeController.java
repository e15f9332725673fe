package dev.tiphys.catalog.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Deletion;
import dev.tiphys.catalog.Expiry;
import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Readings;
import dev.tiphys.catalog.Undo;
import dev.tiphys.identity.Person;

/// What people do to an instance beside its provider's actions: extend, protect, restore, undo, read.
@Controller
class LifeController {

    private final Expiry expiry;
    private final Deletion deletion;
    private final Undo undo;
    private final Readings readings;
    private final CatalogRights rights;

    LifeController(Expiry expiry, Deletion deletion, Undo undo, Readings readings, CatalogRights rights) {
        this.expiry = expiry;
        this.deletion = deletion;
        this.undo = undo;
        this.readings = readings;
        this.rights = rights;
    }

    @PostMapping(Links.INSTANCE + "/expiry")
    RedirectView extend(Person person, @PathVariable String id,
            @RequestParam(name = FormFields.KEEP_FOR, defaultValue = "") String keepFor) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        expiry.extend(instance, keepFor, person);
        return back(instance);
    }

    @PostMapping(Links.INSTANCE + "/protection")
    RedirectView protect(Person person, @PathVariable String id, @RequestParam(defaultValue = "true") boolean on) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        deletion.protect(instance, on, person);
        return back(instance);
    }

    @PostMapping(Links.INSTANCE + "/restoration")
    RedirectView restore(Person person, @PathVariable String id) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        deletion.restore(instance, person);
        return back(instance);
    }

    @PostMapping(Links.INSTANCE + "/undo")
    RedirectView undo(Person person, @PathVariable String id) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        undo.undo(instance, person);
        return back(instance);
    }

    @PostMapping(Links.INSTANCE + "/reading")
    RedirectView read(Person person, @PathVariable String id) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        readings.read(instance, person);
        return back(instance);
    }

    static RedirectView back(InstanceId instance) {
        return OrderController.seeOther(Links.instance(instance.value()));
    }
}
