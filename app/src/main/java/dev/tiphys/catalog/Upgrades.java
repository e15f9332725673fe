package dev.tiphys.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.catalog.Item.Lifecycle;
import dev.tiphys.catalog.sheet.ItemSheet.Upgrade;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Moves instances to newer versions of their item: the new version's action `update` runs, and only when that has
/// ended well the instance is one of that version.
@Component
public class Upgrades {

    /// The action that takes an instance to the version whose template it is.
    public static final String ACTION = "update";

    private final Shop shop;
    private final InstanceActions actions;
    private final Clock clock;

    Upgrades(Shop shop, InstanceActions actions, Clock clock) {
        this.shop = shop;
        this.actions = actions;
        this.clock = clock;
    }

    /// What is newer than an instance, and why it should move on.
    ///
    /// @param to empty when there is nothing newer yet
    /// @param by until when, such as `2027-03-01`; empty when nobody says
    /// @param overdue whether that day is over
    /// @param whyNot why it cannot move by itself; empty when it can
    public record Offer(String from, String to, String by, String reason, boolean overdue, String whyNot) {}

    /// Empty for what is as new as it can be.
    public Optional<Offer> find(Instance instance) {
        Upgrade must = shop.findOf(instance).map(item -> item.sheet().upgrade()).orElse(null);
        Optional<Item> newer = findTarget(instance.provider(), instance.item())
                .filter(item -> CatalogSnapshot.isNewer(item.version(), instance.itemVersion()));
        if (instance.status() == InstanceStatus.DELETED || (must == null && newer.isEmpty())) {
            return Optional.empty();
        }
        String by = must == null ? "" : must.by();
        return Optional.of(new Offer(instance.itemVersion(), newer.map(Item::version).orElse(""), by,
                must == null ? "" : must.reason(),
                !by.isEmpty() && LocalDate.parse(by).isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                newer.map(Upgrades::whyNot).orElse("There is no newer version yet.")));
    }

    /// The newest version that is published.
    Optional<Item> findTarget(String provider, String item) {
        return shop.snapshot().findNewest(provider, item, false)
                .filter(found -> found.lifecycle() == Lifecycle.PUBLISHED);
    }

    static String whyNot(Item target) {
        return target.findAction(ACTION).isPresent()
                ? ""
                : "Version " + target.version() + " has no action " + ACTION
                        + " that could take an instance over. Ask the provider for one.";
    }

    /// The version to move to, or a [Refusal.Conflict] that says why it cannot be.
    public Item getTarget(Instance instance) {
        Offer offer = find(instance).filter(one -> !one.to().isEmpty())
                .orElseThrow(() -> new Refusal.Conflict("There is no newer version of it."));
        if (!offer.whyNot().isEmpty()) {
            throw new Refusal.Conflict(offer.whyNot());
        }
        return shop.snapshot().find(instance.provider(), instance.item(), offer.to()).orElseThrow();
    }

    /// @param version that the person has seen, so that nobody moves to one that came meanwhile
    @Transactional
    public void upgrade(Instance instance, String version, Map<String, String> values, Person person) {
        Item target = getTarget(instance);
        if (!target.version().equals(version)) {
            throw new Refusal.Conflict("The newest version is " + target.version()
                    + " now. Look at its form before you move to it.");
        }
        actions.run(new InstanceId(instance.id()), ACTION, target.version(), values, Consent.NONE, person);
    }
}
