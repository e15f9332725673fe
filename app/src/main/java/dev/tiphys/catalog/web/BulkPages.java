package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.Bulk;
import dev.tiphys.catalog.Bulks;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceTable;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Makes the page of one action on many instances.
@Component
class BulkPages {

    private final Shop shop;
    private final Bulks bulks;
    private final InstanceTable table;
    private final Instances instances;

    BulkPages(Shop shop, Bulks bulks, InstanceTable table, Instances instances) {
        this.shop = shop;
        this.bulks = bulks;
        this.table = table;
        this.instances = instances;
    }

    BulkPage page(Bulk bulk, Map<String, String> filled, Map<String, String> problems, Person person) {
        Item item = shop.get(bulk.provider(), bulk.item(), person);
        Map<UUID, Instance> known = table.these(bulk.rows().stream().map(Bulk.Row::instance).toList(), person).stream()
                .collect(Collectors.toMap(Instance::id, Function.identity()));
        boolean draft = bulk.phase() == Bulk.Phase.DRAFT;
        List<BulkPage.Row> rows = bulk.rows().stream().map(row -> row(bulk, row, known.get(row.instance()), person))
                .toList();
        return new BulkPage(title(bulk, person), item.title(), Links.item(item), draft ? ahead(rows) : soFar(bulk),
                draft ? form(bulk, item, new FormPages(filled, problems), person) : null,
                draft ? null : progress(bulk), rows, "instances catalog-bulk-" + bulk.id());
    }

    private String title(Bulk bulk, Person person) {
        int count = bulk.rows().size();
        return bulks.getAction(bulk.provider(), bulk.item(), bulk.action(), person).title() + " " + count
                + (count == 1 ? " instance" : " instances");
    }

    private static String ahead(List<BulkPage.Row> rows) {
        long not = rows.stream().filter(BulkPage.Row::wrong).count();
        if (not == rows.size()) {
            return "It can begin with none of them now.";
        }
        return not == 0
                ? "It can begin with each of them. Fill in once for all."
                : "It cannot begin now with " + not + " of them; the others are not hindered.";
    }

    private static String soFar(Bulk bulk) {
        long well = bulk.rows().stream().filter(Bulk.Row::wentWell).count();
        long wrong = bulk.rows().stream().filter(Bulk.Row::wentWrong).count();
        long left = bulk.rows().size() - well - wrong;
        return well + " done" + (left == 0 ? "" : ", " + left + " under way")
                + (wrong == 0 ? "" : ", " + wrong + " refused or failed") + ".";
    }

    private static BulkPage.Progress progress(Bulk bulk) {
        return new BulkPage.Progress(bulk.rows().stream().filter(Bulk.Row::isSettled).count(), bulk.rows().size(),
                bulk.rows().stream().filter(Bulk.Row::wentWrong).count());
    }

    private BulkPage.Form form(Bulk bulk, Item item, FormPages forms, Person person) {
        ItemAction action = bulks.getAction(bulk.provider(), bulk.item(), bulk.action(), person);
        boolean delete = action.name().equals(Item.DELETE);
        int count = bulk.rows().size();
        List<FormPage.Part> parts = forms.parts(action);
        return new BulkPage.Form(Links.bulk(bulk.id()), Links.item(item), action.title() + " " + count, delete,
                parts, delete
                        ? forms.confirmation("Type " + count + " to delete them", "Nobody can bring them back.")
                        : null,
                forms.whole(parts));
    }

    // What somebody took away from the person in the meantime has a name no more.
    private BulkPage.Row row(Bulk bulk, Bulk.Row row, @Nullable Instance instance, Person person) {
        String name = instance == null ? "An instance that you see no more" : instance.name();
        String href = instance == null ? Links.item(bulk.provider(), bulk.item()) : Links.instance(row.instance());
        String owner = instance == null ? "" : instance.team();
        if (bulk.phase() == Bulk.Phase.DRAFT) {
            String whyNot = instance == null
                    ? "None of your teams owns it."
                    : instances.whyNot(instance, bulk.action(), person);
            return new BulkPage.Row(name, href, Words.of(row.status()), owner, whyNot, !whyNot.isEmpty());
        }
        return new BulkPage.Row(name, href, status(row), owner, row.reason(), row.wentWrong());
    }

    private static Status status(Bulk.Row row) {
        return switch (row.step()) {
            case OPEN -> new Status(State.WAIT, "Waiting");
            case REFUSED -> new Status(State.BAD, "Refused");
            case BEGUN -> row.run() == null ? Words.of(row.status()) : Words.of(row.run());
        };
    }
}
