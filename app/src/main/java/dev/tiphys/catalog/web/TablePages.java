package dev.tiphys.catalog.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceAsk;
import dev.tiphys.catalog.InstanceStatus;
import dev.tiphys.catalog.InstanceTable;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Provider;
import dev.tiphys.catalog.web.ItemPage.Head;
import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Makes the control plane of an item for one person.
///
/// @param seesAll whether the person sees more than what is their teams'
record TablePages(ItemPages items, CatalogPage.DeployView deploy, Item item, TableAddress address, boolean seesAll) {

    private static final String MINE = "mine";
    private static final String TROUBLED = "troubled";
    private static final String EXPIRING = "expiring";
    private static final String VALUE = "value:";

    ItemPage page(PageOf<Instance> found, InstanceTable.Tally tally, Optional<Duration> usual) {
        Provider provider = items.shop().getProvider(item.provider());
        return new ItemPage(item.title(), item.sheet().icon(), item.description(), provider.name(),
                provider.contact(), item.version(), CatalogController.lifecycle(item),
                items.shop().snapshot().troubles().getOrDefault(provider.name(), ""), summary(tally, usual), deploy,
                table(found, tally), bulk(), Links.item(item) + "/bulk", seesAll ? Links.desk(provider.name()) : null);
    }

    private static String summary(InstanceTable.Tally tally, Optional<Duration> usual) {
        return tally.mine() + " of your teams" + (tally.troubled() == 0
                ? "."
                : ", " + tally.troubled() + (tally.troubled() == 1 ? " action failed." : " actions failed."))
                + usual.map(took -> " A new one usually takes " + Age.words(took) + ".").orElse("");
    }

    private List<ItemPage.BulkAction> bulk() {
        return items.person().teams().isEmpty() && !seesAll
                ? List.of()
                : Stream.concat(item.dayTwo().stream(), item.findAction(Item.DELETE).stream())
                        .map(action -> new ItemPage.BulkAction(action.name(), action.title(),
                                action.name().equals(Item.DELETE)))
                        .toList();
    }

    private ItemPage.Table table(PageOf<Instance> found, InstanceTable.Tally tally) {
        String all = new TableAddress(address.path(), "", "", "", "", 0).first();
        return new ItemPage.Table(address, all, !address.sort("").first().equals(all), chips(tally), statuses(),
                heads(), item.columns().stream().map(Item.Column::title).toList(),
                found.items().stream().map(this::row).toList(), range(found),
                found.hasPrevious() ? address.page(found.page() - 1) : null,
                found.hasNext() ? address.page(found.page() + 1) : null);
    }

    private List<Chip> chips(InstanceTable.Tally tally) {
        boolean mine = address.of().equals(MINE);
        Stream<Chip> whose = seesAll
                ? Stream.of(new Chip("My teams", tally.mine(), address.of(MINE).first(), mine),
                        new Chip("All", 0, address.of("").first(), !mine))
                : Stream.empty();
        Stream<Chip> which = Stream.of(which("Action failed", TROUBLED, tally.troubled()),
                which("Expiring", EXPIRING, tally.expiring()))
                .filter(chip -> chip.count() > 0 || chip.current() || chip.label().equals("Action failed"));
        return Stream.concat(whose, which).toList();
    }

    private Chip which(String label, String status, long count) {
        boolean chosen = address.status().equals(status);
        return new Chip(label, count, address.status(chosen ? "" : status).first(), chosen);
    }

    private List<ItemPage.Option> statuses() {
        return Stream.of(InstanceStatus.values()).map(status -> new ItemPage.Option(
                status.name().toLowerCase(Locale.ROOT), status.name().replace('_', ' '),
                status.name().equalsIgnoreCase(address.status()))).toList();
    }

    private List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        heads.add(head("Name", "name"));
        heads.add(head("Status", "status"));
        item.columns().forEach(column -> heads.add(head(column.title(), VALUE + column.value())));
        heads.add(new Head("Last action", null, null));
        heads.add(head("Owner", "owner"));
        heads.add(age());
        heads.add(new Head("Item", null, null));
        return heads;
    }

    private Head head(String title, String key) {
        boolean ascending = address.sort().equals(key);
        return new Head(title, address.sort(ascending ? "-" + key : key).first(),
                ascending ? "ascending" : address.sort().equals("-" + key) ? "descending" : null);
    }

    // What is new has a low age, so the directions change places.
    private Head age() {
        boolean oldest = address.sort().equals("created");
        boolean newest = address.sort().isEmpty() || address.sort().equals(InstanceAsk.NEWEST);
        return new Head("Age", address.sort(newest ? "created" : "").first(),
                newest ? "ascending" : oldest ? "descending" : null);
    }

    private ItemPage.Row row(Instance instance) {
        return new ItemPage.Row(instance.id(), instance.name(), Links.instance(instance.id()),
                status(instance),
                item.columns().stream().map(column -> instance.value(column.value())).toList(), instance.team(),
                !items.rights().owns(items.person(), instance), Age.of(instance.createdAt(), items.now()),
                instance.itemVersion(), Words.last(instance), instance.isTroubled(), instance.lastReason(),
                items.retry(instance), items.actions(instance));
    }

    // What ends soon says so where people look first.
    private Status status(Instance instance) {
        Status plain = Words.of(instance.status());
        Instant end = instance.life().expiresAt();
        if (end == null || instance.status() != InstanceStatus.ACTIVE) {
            return plain;
        }
        Duration left = Duration.between(items.now(), end);
        return new Status(left.compareTo(InstanceAsk.SOON) < 0 ? State.WAIT : plain.state(),
                plain.word() + ", " + Age.words(left) + " left");
    }

    static String range(PageOf<?> found) {
        long from = (long) found.page() * found.size();
        return found.items().isEmpty()
                ? String.format(Locale.ROOT, "%,d", found.total())
                : String.format(Locale.ROOT, "%,d to %,d of %,d", from + 1, from + found.items().size(), found.total());
    }

    /// Whether a table of this item can be sorted so.
    static String sort(Item item, String wanted) {
        String key = wanted.startsWith("-") ? wanted.substring(1) : wanted;
        return Stream.concat(Stream.of("name", "status", "owner", "created"),
                item.columns().stream().map(column -> VALUE + column.value())).anyMatch(key::equals) ? wanted : "";
    }
}
