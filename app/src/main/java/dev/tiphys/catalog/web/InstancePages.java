package dev.tiphys.catalog.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.ActionRun;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceStatus;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Provider;
import dev.tiphys.catalog.Shop;
import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.web.Age;
import dev.tiphys.web.When;

/// Makes the page of an instance.
record InstancePages(Shop shop, ItemPages items, PublicPlaces places, Instant now) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']{1,400}");

    InstancePage page(Instance instance, List<ActionRun> runs) {
        String title = shop.findOf(instance).map(Item::title).orElse(instance.item());
        String contact = shop.providers().stream().filter(one -> one.name().equals(instance.provider()))
                .map(Provider::contact).findFirst().orElse("");
        List<ItemPage.ActionLink> actions = items.actions(instance);
        return new InstancePage(instance.name(), title, Links.item(instance.provider(), instance.item()),
                Words.of(instance.status()), Words.last(instance), instance.team(), instance.requesterName(),
                When.of(instance.createdAt()), instance.itemVersion(), instance.provider(), contact,
                trouble(instance), items.retry(instance), cleanUp(instance, actions),
                shop.findOf(instance).isEmpty(), actions, values(instance.inputs()), values(instance.outputs()),
                runs.stream().map(this::row).toList(), "instance-" + instance.id() + " catalog",
                Links.shares(instance.id()));
    }

    private static String trouble(Instance instance) {
        return instance.isTroubled() ? Words.last(instance) + ": " + instance.lastReason() : "";
    }

    private static @Nullable String cleanUp(Instance instance, List<ItemPage.ActionLink> actions) {
        return instance.status() == InstanceStatus.FAILED && !instance.last().equals(Item.DELETE)
                ? actions.stream().filter(ItemPage.ActionLink::danger)
                        .flatMap(action -> Optional.ofNullable(action.href()).stream()).findFirst().orElse(null)
                : null;
    }

    private static List<InstancePage.Value> values(Map<String, String> values) {
        return values.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(one -> new InstancePage.Value(one.getKey(), one.getValue(),
                        ADDRESS.matcher(one.getValue()).matches() ? one.getValue() : null))
                .toList();
    }

    private InstancePage.RunRow row(ActionRun run) {
        Instant end = run.finishedAt() == null ? now : run.finishedAt();
        return new InstancePage.RunRow(run.action(), Words.of(run.phase()), run.reason(), run.requesterName(),
                When.of(run.createdAt()), Age.words(Duration.between(run.createdAt(), end)), values(run.inputs()),
                places.workflow(run.namespace(), run.workflow()), run.workflow());
    }
}
