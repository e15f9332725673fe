package dev.tiphys.catalog.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceFilter;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.Provider;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.PageOf;

/// Makes the page of an item for one person.
record ItemPages(Shop shop, Instances instances, CatalogRights rights, Person person, Instant now) {

    ItemPage page(Item item, InstanceFilter filter, PageOf<Instance> found) {
        Provider provider = shop.getProvider(item.provider());
        String denied = denied(item);
        String path = Links.item(item);
        return new ItemPage(item.title(), item.description(), provider.name(), provider.contact(), item.version(),
                CatalogController.lifecycle(item),
                shop.snapshot().troubles().getOrDefault(provider.name(), ""),
                denied.isEmpty() ? path + "/new" : null, denied, path, filter.q(), filter.status(),
                chips(path, filter), item.columns().stream().map(Item.Column::title).toList(),
                found.items().stream().map(instance -> row(instance, item)).toList(), found.total(),
                found.hasPrevious() ? address(path, filter, found.page() - 1) : null,
                found.hasNext() ? address(path, filter, found.page() + 1) : null);
    }

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

    private static List<Chip> chips(String path, InstanceFilter filter) {
        return Stream.of("", "troubled", "active", "failed", "deleted").map(status -> new Chip(
                status.isEmpty() ? "All" : status.equals("troubled") ? "Action failed" : capital(status), 0,
                address(path, new InstanceFilter("", "", filter.q(), status), 0), status.equals(filter.status())))
                .toList();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String address(String path, InstanceFilter filter, int page) {
        String query = (filter.q().isEmpty() ? "" : "&q=" + URLEncoder.encode(filter.q(), StandardCharsets.UTF_8))
                + (filter.status().isEmpty()
                        ? ""
                        : "&status=" + URLEncoder.encode(filter.status(), StandardCharsets.UTF_8))
                + (page == 0 ? "" : "&page=" + page);
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private ItemPage.Row row(Instance instance, Item item) {
        return new ItemPage.Row(instance.id(), instance.name(), Links.instance(instance.id()),
                Words.of(instance.status()),
                item.columns().stream().map(column -> instance.value(column.value())).toList(), instance.team(),
                Age.of(instance.createdAt(), now), instance.itemVersion(), Words.last(instance),
                instance.isTroubled(), instance.lastReason(), retry(instance), actions(instance));
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
