package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.catalog.LifeStore.Condemned;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.web.Refusal;

/// Begins deletions that were put off, once their time has come. What others still use waits, if nobody decided
/// about them.
@Component
class Ending {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final Instances instances;
    private final Dependents dependents;
    private final InstanceStore store;
    private final LifeStore lives;
    private final Launch launch;
    private final CatalogNews news;
    private final Clock clock;

    Ending(Instances instances, Dependents dependents, InstanceStore store, LifeStore lives, Launch launch,
            CatalogNews news, Clock clock) {
        this.instances = instances;
        this.dependents = dependents;
        this.store = store;
        this.lives = lives;
        this.launch = launch;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    public void begin(UUID id) {
        store.lock(id).filter(this::isDue)
                .ifPresent(instance -> lives.findCondemned(id).ifPresent(decided -> begin(instance, decided)));
    }

    private boolean isDue(Instance instance) {
        Instant at = instance.life().deleteAt();
        return at != null && !at.isAfter(clock.instant()) && !instance.life().isProtected();
    }

    private void begin(Instance instance, Condemned decided) {
        boolean expired = instance.status() == InstanceStatus.EXPIRED;
        List<Instance> users = expired ? dependents.of(instance) : List.of();
        if (!users.isEmpty()) {
            delay(instance, "It is not deleted. " + Dependents.words(users));
            return;
        }
        try {
            ItemAction action = instances.getAction(instance, Item.DELETE);
            Map<String, String> missing = FormCheck.problems(action, decided.inputs());
            if (missing.isEmpty()) {
                launch(instance, action, decided);
            } else {
                delay(instance, "Delete it by hand: " + String.join(" ", missing.values()));
            }
        } catch (Refusal later) {
            delay(instance, later.reason());
        }
    }

    private void delay(Instance instance, String why) {
        lives.delay(instance.id(), clock.instant().plus(LOOK_AGAIN), why);
        news.changed(instance.id());
    }

    // What waits for its turn leaves the instance as it was before anybody wanted it deleted.
    private Instance asBefore(Instance instance, Condemned decided) {
        store.stand(instance.id(), decided.before(), "", clock.instant());
        return store.lock(instance.id()).orElseThrow();
    }

    private void launch(Instance instance, ItemAction action, Condemned decided) {
        lives.spare(instance.id());
        Instance now = instance.status() == InstanceStatus.DELETING ? asBefore(instance, decided) : instance;
        launch.begin(now, action, FormCheck.complete(action, decided.inputs()), decided.by(),
                decided.byName());
        news.record(ActionTaken.by(Actor.portal("catalog"), "catalog.acted", "instance", instance.id().toString())
                .change(instance.status().name(), Item.DELETE).because("its time has come"), instance.provider(),
                instance.team());
    }
}
