package dev.tiphys.catalog;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;

/// Tells how long an instance lives, what is newer, who wants it and what uses it.
@Component
public class InstanceLives {

    private final Shop shop;
    private final Transfers transfers;
    private final Undo undo;
    private final Upgrades upgrades;
    private final Seeing seeing;

    InstanceLives(Shop shop, Transfers transfers, Undo undo, Upgrades upgrades, Seeing seeing) {
        this.shop = shop;
        this.transfers = transfers;
        this.undo = undo;
        this.upgrades = upgrades;
        this.seeing = seeing;
    }

    /// What is known of an instance from outside of the catalog.
    @Component
    record Seeing(Readings readings, SecretOutputs secrets, Dependents dependents) {}

    /// The instance has to be one that the person sees.
    public InstanceLife of(Instance instance) {
        Life life = instance.life();
        Lifetime ttl = shop.findOf(instance).map(Item::sheet).orElse(ItemSheet.EMPTY).ttl();
        boolean over = instance.status() == InstanceStatus.DELETED;
        boolean extendable = switch (instance.status()) {
            case WAITING_FOR_APPROVAL, PROVISIONING, ACTIVE, UPDATING, FAILED, EXPIRED -> true;
            case DELETING, DELETED, GONE -> false;
        };
        return new InstanceLife(ttl != null, life.expiresAt(), extendable && life.warned(),
                extendable ? Lifespan.choices(ttl) : List.of(), ttl == null ? "" : Lifespan.text(ttl.preset()),
                life.isProtected(), life.deleteAt(), life.deletedBy(), life.adopted(), life.readAt(),
                life.readProblem(), seeing.readings().whyNot(instance),
                transfers.findOpen(instance).orElse(null), undo.find(instance).orElse(null),
                upgrades.find(instance).orElse(null), over ? List.of() : seeing.secrets().of(instance),
                over ? List.of() : seeing.dependents().of(instance).stream().map(Instance::name).toList());
    }

    /// What uses an instance, in a sentence; empty when nothing does.
    public String dependents(Instance instance) {
        List<Instance> users = seeing.dependents().of(instance);
        return users.isEmpty() ? "" : Dependents.words(users);
    }
}
