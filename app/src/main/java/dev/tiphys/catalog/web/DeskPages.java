package dev.tiphys.catalog.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Desk;
import dev.tiphys.catalog.DeskFigures;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Provider;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Age;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Makes the desk of a provider.
@Component
class DeskPages {

    private static final PageAsk FIRST = new PageAsk(0, 50);

    private final Desk desk;
    private final Shop shop;
    private final Instances instances;
    private final CatalogRights rights;
    private final Clock clock;

    DeskPages(Desk desk, Shop shop, Instances instances, CatalogRights rights, Clock clock) {
        this.desk = desk;
        this.shop = shop;
        this.instances = instances;
        this.rights = rights;
        this.clock = clock;
    }

    DeskPage page(String provider, Person person) {
        DeskFigures figures = desk.figures(provider, person);
        PageOf<Instance> failures = desk.failures(provider, FIRST, person);
        PageOf<DeskFigures.Waiting> queue = desk.queue(provider, FIRST, person);
        PageOf<DeskFigures.Ownerless> ownerless = desk.ownerless(provider, FIRST, person);
        ItemPages links = new ItemPages(shop, instances, rights, person, clock.instant());
        List<DeskPage.Link> others = desk.list(person).stream().map(Provider::name)
                .filter(name -> !name.equals(provider)).map(name -> new DeskPage.Link(name, Links.desk(name))).toList();
        return new DeskPage(provider, shop.getProvider(provider).contact(),
                summary(figures, failures.total(), queue.total(), ownerless.total()), others,
                figures.items().stream().map(count -> item(provider, count)).toList(),
                new DeskPage.Part<>(failures.items().stream().map(one -> failure(one, links)).toList(),
                        failures.total()),
                new DeskPage.Part<>(queue.items().stream().map(this::waiting).toList(), queue.total()),
                new DeskPage.Part<>(ownerless.items().stream().map(one -> ownerless(provider, one)).toList(),
                        ownerless.total()),
                desk.teams(), usage(figures), Links.desk(provider) + "/costs");
    }

    private static String summary(DeskFigures figures, long failures, long queue, long ownerless) {
        long all = figures.items().stream().mapToLong(DeskFigures.ItemCount::all).sum();
        return all + (all == 1 ? " instance of " : " instances of ") + figures.teams()
                + (figures.teams() == 1 ? " team. " : " teams. ") + failures + " failed, " + queue + " waiting, "
                + ownerless + " without an owner.";
    }

    private DeskPage.ItemRow item(String provider, DeskFigures.ItemCount count) {
        Optional<Item> item = shop.snapshot().findNewest(provider, count.item(), true);
        String href = Links.item(provider, count.item());
        return new DeskPage.ItemRow(item.map(Item::title).orElse(count.item()), href,
                item.map(CatalogController::lifecycle).orElse(null), item.map(Item::version).orElse(""), count.all(),
                count.active(), count.busy(), count.waiting(), count.failed(), count.other(), count.troubled(),
                href + "?status=troubled");
    }

    private String title(String provider, String item) {
        return shop.snapshot().findNewest(provider, item, true).map(Item::title).orElse(item);
    }

    private DeskPage.Failure failure(Instance one, ItemPages links) {
        return new DeskPage.Failure(one.name(), Links.instance(one.id()), title(one.provider(), one.item()),
                one.team(), Words.of(one.status()), Words.last(one), one.lastReason(),
                Age.of(one.changedAt(), clock.instant()), links.retry(one));
    }

    private DeskPage.Waiting waiting(DeskFigures.Waiting one) {
        return new DeskPage.Waiting(one.name(), Links.instance(one.instance()), one.item(), one.team(), one.action(),
                one.requester(), one.reason(), Age.of(one.since(), clock.instant()));
    }

    private DeskPage.Ownerless ownerless(String provider, DeskFigures.Ownerless one) {
        return new DeskPage.Ownerless(one.name(), Links.instance(one.instance()), title(provider, one.item()),
                one.team(), one.teamGone(), Words.of(one.status()), Age.of(one.createdAt(), clock.instant()),
                Links.desk(provider) + "/ownerless/" + one.instance());
    }

    private static DeskPage.Usage usage(DeskFigures figures) {
        DeskFigures.Provisioning took = figures.provisioning();
        return new DeskPage.Usage(figures.teams(),
                figures.items().stream().mapToLong(DeskFigures.ItemCount::active).sum(),
                figures.weeks().stream().map(week -> new DeskPage.Week(week.begin().toString(), week.orders()))
                        .toList(),
                Math.max(1, figures.weeks().stream().mapToLong(DeskFigures.Week::orders).max().orElse(1)),
                took.count(), took.count() == 0 ? "" : Age.words(took.mean()),
                took.count() == 0 ? "" : Age.words(took.p95()));
    }
}
