package dev.tiphys.catalog.web;

import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Deletion;
import dev.tiphys.catalog.Expiry;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.InstanceLife;
import dev.tiphys.catalog.InstanceLives;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Readings;
import dev.tiphys.catalog.Sighting;
import dev.tiphys.catalog.Sightings;
import dev.tiphys.catalog.Undo;
import dev.tiphys.identity.Person;

/// The life of an instance as JSON: its end, its protection, what takes it back, and how its provider sees it.
@RestController
@RequestMapping("/api/v1/catalog/instances/{id}")
@Tag(name = "Catalog")
class LifeApi {

    private final Looks looks;
    private final Expiry expiry;
    private final Deletion deletion;
    private final Undo undo;
    private final Reads reads;

    LifeApi(Looks looks, Expiry expiry, Deletion deletion, Undo undo, Reads reads) {
        this.looks = looks;
        this.expiry = expiry;
        this.deletion = deletion;
        this.undo = undo;
        this.reads = reads;
    }

    /// How one looks at an instance.
    @Component
    record Looks(Instances instances, InstanceLives lives, CatalogRights rights) {

        InstanceLife of(InstanceId id, Person person) {
            return lives.of(instances.get(id, person));
        }
    }

    /// How its provider looks at it.
    @Component
    record Reads(Readings readings, Sightings sightings) {}

    @GetMapping("/life")
    InstanceLife life(@PathVariable String id, Person person) {
        looks.rights().requireLook(person);
        return looks.of(InstanceId.parse(id), person);
    }

    /// @param keepFor from now on, such as `30d`; what the provider proposes when it is left out
    record ExpiryBody(@Nullable String keepFor) {}

    @PostMapping("/expiry")
    InstanceLife extend(@PathVariable String id, @RequestBody ExpiryBody body, Person person) {
        looks.rights().requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        expiry.extend(instance, body.keepFor() == null ? "" : body.keepFor(), person);
        return looks.of(instance, person);
    }

    /// @param on whether it is to be protected; it is when left out
    record ProtectionBody(@Nullable Boolean on) {}

    @PostMapping("/protection")
    InstanceLife protect(@PathVariable String id, @RequestBody ProtectionBody body, Person person) {
        looks.rights().requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        deletion.protect(instance, !Boolean.FALSE.equals(body.on()), person);
        return looks.of(instance, person);
    }

    @PostMapping("/restoration")
    InstanceLife restore(@PathVariable String id, Person person) {
        looks.rights().requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        deletion.restore(instance, person);
        return looks.of(instance, person);
    }

    @PostMapping("/undo")
    InstanceLife undo(@PathVariable String id, Person person) {
        looks.rights().requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        undo.undo(instance, person);
        return looks.of(instance, person);
    }

    /// What the provider sees. Without a body, or with an empty one, the provider is asked by its action `read`.
    ///
    /// @param exists whether it is there at all; it is when left out
    record ReadBody(@Nullable Boolean exists, @Nullable String reason,
            @Nullable Map<String, @Nullable String> outputs) {

        boolean saysNothing() {
            return exists == null && outputs == null;
        }
    }

    @PostMapping("/read")
    InstanceLife read(@PathVariable String id, @RequestBody(required = false) @Nullable ReadBody body, Person person) {
        looks.rights().requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        if (body == null || body.saysNothing()) {
            reads.readings().read(instance, person);
        } else {
            reads.sightings().push(instance, new Sighting(!Boolean.FALSE.equals(body.exists()),
                    body.reason() == null ? "" : body.reason(), CatalogApi.given(body.outputs())), person);
        }
        return looks.of(instance, person);
    }
}
