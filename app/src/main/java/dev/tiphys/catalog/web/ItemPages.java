package dev.tiphys.catalog.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;

/// What one person can do with items and instances, as links.
record ItemPages(Shop shop, Instances instances, CatalogRights rights, Person person, Instant now) {

    String denied(Item item) {
        if (item.sheet().isLinkOnly()) {
            return "It is not automated. Order it at " + item.sheet().link() + ".";
        }
        if (item.lifecycle() == Item.Lifecycle.DEPRECATED) {
            return "Its provider has deprecated it. What there is goes on.";
        }
        if (person.teams().isEmpty()) {
            return person.username() + " is in no team that could own it.";
        }
        return person.teams().stream().anyMatch(team -> rights.mayOrder(person, item.provider(), team).allowed())
                ? ""
                : rights.mayOrder(person, item.provider(), person.teams().iterator().next()).reason();
    }

    @Nullable
    String retry(Instance instance) {
        return instance.isTroubled() && instances.whyNot(instance, instance.last(), person).isEmpty()
                ? Links.instance(instance.id()) + "/retry"
                : null;
    }

    /// What can be done with it, the day-2 actions first.
    List<ItemPage.ActionLink> actions(Instance instance) {
        return shop.findOf(instance).stream()
                .flatMap(item -> Stream.concat(item.dayTwo().stream(), item.findAction(Item.DELETE).stream()))
                .map(action -> link(instance, action)).toList();
    }

    private ItemPage.ActionLink link(Instance instance, ItemAction action) {
        String whyNot = instances.whyNot(instance, action.name(), person);
        return new ItemPage.ActionLink(action.title(),
                whyNot.isEmpty() ? Links.action(instance.id(), action.name()) : null,
                action.name().equals(Item.DELETE), whyNot);
    }
}
