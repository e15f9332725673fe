package dev.tiphys.catalog.web;

import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Transfer;
import dev.tiphys.catalog.Transfers;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.Refusal;

/// Offers of instances between teams, as JSON.
@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog")
class TransfersApi {

    private final Transfers transfers;
    private final Instances instances;
    private final CatalogRights rights;

    TransfersApi(Transfers transfers, Instances instances, CatalogRights rights) {
        this.transfers = transfers;
        this.instances = instances;
        this.rights = rights;
    }

    /// What one's teams offer and are offered: the open ones first.
    @GetMapping("/transfers")
    PageOf<Transfer> list(PageAsk ask, Person person) {
        return transfers.list(ask, person);
    }

    /// @param note for those who are offered it
    record OfferBody(@Nullable String team, @Nullable String note) {}

    @PostMapping("/instances/{id}/transfer")
    Transfer offer(@PathVariable String id, @RequestBody OfferBody body, Person person) {
        rights.requireOrderSomewhere(person);
        InstanceId instance = InstanceId.parse(id);
        transfers.offer(instance, body.team() == null ? "" : body.team(), body.note() == null ? "" : body.note(),
                person);
        return transfers.findOpen(instances.get(instance, person))
                .orElseThrow(() -> new Refusal.Conflict("It was answered already."));
    }

    @PostMapping("/instances/{id}/transfer/withdrawal")
    void withdraw(@PathVariable String id, Person person) {
        rights.requireOrderSomewhere(person);
        transfers.withdraw(InstanceId.parse(id), person);
    }

    @PostMapping("/transfers/{id}/acceptance")
    Transfer accept(@PathVariable UUID id, Person person) {
        return transfers.accept(id, person);
    }

    @PostMapping("/transfers/{id}/refusal")
    Transfer decline(@PathVariable UUID id, Person person) {
        return transfers.decline(id, person);
    }
}
