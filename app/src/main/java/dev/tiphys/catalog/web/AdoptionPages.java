package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.AdoptionResult;
import dev.tiphys.catalog.Adoptions;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Discoveries;
import dev.tiphys.catalog.Found;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.RunPhase;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// Makes the page on which a provider adopts what exists.
@Component
class AdoptionPages {

    private final Adoptions adoption;
    private final Discoveries discoveries;
    private final CatalogRights rights;

    AdoptionPages(Adoptions adoption, Discoveries discoveries, CatalogRights rights) {
        this.adoption = adoption;
        this.discoveries = discoveries;
        this.rights = rights;
    }

    /// @param table as it was filled in, with what would become or became of it in `rows`
    /// @param preview whether nothing was adopted yet
    /// @param problem what is wrong with the table; empty when nothing is
    /// @param search null where the item has no action that searches
    record AdoptPage(String item, String itemHref, String path, String table, List<Row> rows, boolean preview,
            long good, String problem, List<FormPage.FieldView> fields, List<String> teams, @Nullable Search search,
            String live) {}

    /// @param href null where nothing was adopted
    record Row(int row, String name, String owner, String values, String problem, @Nullable String href) {}

    /// @param status null before the first search
    record Search(String post, @Nullable Status status, String problem, @Nullable When at, boolean running, int known,
            List<Row> unknown) {}

    AdoptPage page(String provider, String name, String table, List<AdoptionResult> results, boolean preview,
            String problem, Person person) {
        Item item = adoption.getItem(provider, name, person);
        ItemAction create = item.findAction(Item.CREATE).orElseThrow();
        return new AdoptPage(item.title(), Links.item(item), Links.item(item) + "/adoption", table,
                results.stream().map(AdoptionPages::row).toList(), preview,
                results.stream().filter(AdoptionResult::isGood).count(), problem,
                new FormPages(Map.of(), Map.of())
                        .shared(create, create.fields().stream().map(ItemAction.Field::name).toList()),
                rights.teams(), search(item, person), "discovery-" + provider + "-" + name);
    }

    private static Row row(AdoptionResult one) {
        return new Row(one.row(), one.found().name(), one.found().owner(), values(one.found()), one.problem(),
                one.instance() == null ? null : Links.instance(one.instance()));
    }

    private static String values(Found found) {
        Map<String, String> all = new TreeMap<>(found.inputs());
        all.putAll(found.outputs());
        return all.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(", "));
    }

    private @Nullable Search search(Item item, Person person) {
        if (!Discoveries.isPossible(item)) {
            return null;
        }
        String post = Links.item(item) + "/discovery";
        return discoveries.find(item.provider(), item.name(), person).map(found -> new Search(post,
                Words.of(found.phase()), found.problem(), When.of(found.at()),
                found.phase() == RunPhase.PLANNED || found.phase() == RunPhase.RUNNING, found.known(),
                found.unknown().stream().map(one -> new Row(0, one.name(), one.owner(), values(one), "", null))
                        .toList()))
                .orElse(new Search(post, null, "", null, false, 0, List.of()));
    }
}
