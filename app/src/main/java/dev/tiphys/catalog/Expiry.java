package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.catalog.LifeStore.Condemned;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The end of what was ordered for a time: chosen at the order, warned of, put off by those who own it, and kept to.
@Component
public class Expiry {

    /// Why something stays that is past its end.
    static final String STAYS = "It is protected, so it stays until somebody lifts the protection.";
    private static final Actor PORTAL = Actor.portal("expiry");

    private final Shop shop;
    private final InstanceDeed deed;
    private final InstanceStore store;
    private final LifeStore lives;
    private final CatalogNews news;
    private final Clock clock;

    Expiry(Shop shop, InstanceDeed deed, InstanceStore store, LifeStore lives, CatalogNews news, Clock clock) {
        this.shop = shop;
        this.deed = deed;
        this.store = store;
        this.lives = lives;
        this.news = news;
        this.clock = clock;
    }

    /// What is wrong with how long somebody wants it; empty when nothing is.
    String problem(Item item, String keepFor) {
        return Lifespan.problem(item.sheet().ttl(), keepFor);
    }

    /// In the transaction of the order.
    void begin(UUID instance, ItemSheet sheet, String keepFor) {
        Instant now = clock.instant();
        Instant end = Lifespan.end(sheet.ttl(), keepFor, now);
        lives.prolong(instance, end, Lifespan.warning(sheet.ttl(), end, now));
        lives.protect(instance, sheet.isProtected());
    }

    /// Lets it live for so long from now on, as often as people want to. What has just expired is active again.
    ///
    /// @param keepFor such as `30d`; empty for what the provider proposes
    @Transactional
    public void extend(InstanceId id, String keepFor, Person person) {
        deed.make(id, "catalog.extended", person, (instance, entry) -> extended(instance, keepFor, entry));
    }

    private ActionTaken extended(Instance instance, String keepFor, ActionTaken entry) {
        Lifetime ttl = lifetime(instance);
        String problem = Lifespan.problem(ttl, keepFor);
        if (!problem.isEmpty()) {
            throw new Refusal.Invalid(FormFields.KEEP_FOR, problem);
        }
        switch (instance.status()) {
            case DELETING, DELETED, GONE -> throw new Refusal.Conflict("It is "
                    + instance.status().name().toLowerCase(Locale.ROOT) + ", so its end cannot be put off.");
            case EXPIRED -> {
                if (!instance.lastPhase().isFinal()) {
                    throw new Refusal.Conflict("Its deletion waits for its turn. Withdraw it first.");
                }
                InstanceStatus before = lives.findCondemned(instance.id()).map(Condemned::before)
                        .orElse(InstanceStatus.ACTIVE);
                lives.spare(instance.id());
                store.stand(instance.id(), before, "", clock.instant());
            }
            case WAITING_FOR_APPROVAL, PROVISIONING, ACTIVE, UPDATING, FAILED -> {
                // It only gets another end.
            }
        }
        Instant now = clock.instant();
        Instant end = Lifespan.end(ttl, keepFor, now);
        lives.prolong(instance.id(), end, Lifespan.warning(ttl, end, now));
        return entry.change(words(instance.life().expiresAt()), words(end));
    }

    private Lifetime lifetime(Instance instance) {
        Lifetime ttl = shop.findOf(instance).map(item -> item.sheet().ttl()).orElse(null);
        if (ttl == null) {
            throw new Refusal.Conflict("Its provider gives it no end that could be put off.");
        }
        return ttl;
    }

    private static @Nullable String words(@Nullable Instant end) {
        return end == null ? null : end.toString();
    }

    /// Tells that the end is near, once.
    @Transactional
    public void warn(UUID id) {
        Instant now = clock.instant();
        store.lock(id).filter(instance -> !instance.life().warned()).ifPresent(instance -> {
            lives.warned(id);
            Instant end = instance.life().expiresAt();
            if (end != null && end.isAfter(now)) {
                news.record(ActionTaken.by(PORTAL, "catalog.expiry-near", "instance", id.toString())
                        .change(null, end.toString()).because(instance.name() + " ends at " + end),
                        instance.provider(), instance.team());
                news.changed(id);
            }
        });
    }

    /// Ends it. The workflow that deletes it begins after the grace of its provider, unless it is protected.
    @Transactional
    public void expire(UUID id) {
        Instant now = clock.instant();
        store.lock(id).filter(instance -> isOver(instance, now)).ifPresent(instance -> {
            ItemSheet sheet = shop.findOf(instance).map(Item::sheet).orElse(ItemSheet.EMPTY);
            Instant at = instance.life().isProtected() ? null : now.plus(sheet.grace());
            lives.condemn(id, new Condemned(at, PORTAL.subject(), PORTAL.name(),
                    shop.findOf(instance).flatMap(item -> item.findAction(Item.DELETE))
                            .map(action -> instance.present(action.fields())).orElse(Map.of()),
                    instance.status()));
            store.stand(id, InstanceStatus.EXPIRED, at == null ? STAYS : "", now);
            news.record(ActionTaken.by(PORTAL, "catalog.expired", "instance", id.toString())
                    .change(instance.status().name(), InstanceStatus.EXPIRED.name()), instance.provider(),
                    instance.team());
            news.changed(id);
        });
    }

    private static boolean isOver(Instance instance, Instant now) {
        Instant end = instance.life().expiresAt();
        return end != null && !end.isAfter(now)
                && (instance.status() == InstanceStatus.ACTIVE || instance.status() == InstanceStatus.FAILED);
    }
}
