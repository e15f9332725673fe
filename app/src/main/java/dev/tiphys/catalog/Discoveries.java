package dev.tiphys.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What a provider has and the catalog does not know yet, as its action `discover` lists it.
@Component
public class Discoveries {

    private final Adoptions adoption;
    private final Readings readings;
    private final ReadingStore store;
    private final InstanceQueries queries;
    private final CatalogNews news;

    Discoveries(Adoptions adoption, Readings readings, ReadingStore store, InstanceQueries queries, CatalogNews news) {
        this.adoption = adoption;
        this.readings = readings;
        this.store = store;
        this.queries = queries;
        this.news = news;
    }

    /// The latest search.
    ///
    /// @param problem why it failed or cannot be read; empty otherwise
    /// @param unknown what no instance is called like
    /// @param known how many of what it lists are instances already
    public record Discovery(RunPhase phase, String problem, Instant at, List<Found> unknown, int known) {

        public Discovery {
            unknown = List.copyOf(unknown);
        }
    }

    /// Whether the item has an action that searches.
    public static boolean isPossible(Item item) {
        return item.findAction(Readings.DISCOVER).isPresent();
    }

    @Transactional
    public void start(String provider, String item, Person person) {
        Item of = adoption.getItem(provider, item, person);
        if (!readings.discover(of, person)) {
            throw new Refusal.Conflict("A search is under way already.");
        }
        news.record(ActionTaken.by(person, "catalog.discovered", "item", provider + "/" + item), provider, null);
    }

    public Optional<Discovery> find(String provider, String item, Person person) {
        Item of = adoption.getItem(provider, item, person);
        return store.findDiscovery(provider, item).map(reading -> discovery(of, reading));
    }

    private Discovery discovery(Item item, Reading reading) {
        if (reading.phase() != RunPhase.SUCCEEDED) {
            return new Discovery(reading.phase(), reading.reason(), reading.createdAt(), List.of(), 0);
        }
        try {
            List<Found> all = parse(reading.found(), item.findAction(Item.CREATE).orElseThrow().fields().stream()
                    .map(ItemAction.Field::name).collect(Collectors.toSet()));
            Set<String> known = queries.known(item.provider(), item.name(),
                    all.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
            List<Found> unknown = all.stream()
                    .filter(one -> !known.contains(one.name().toLowerCase(Locale.ROOT))).toList();
            return new Discovery(RunPhase.SUCCEEDED, "", reading.createdAt(), unknown, all.size() - unknown.size());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Discovery(RunPhase.FAILED, "The output resources is no JSON list of objects with a name.",
                    reading.createdAt(), List.of(), 0);
        }
    }

    /// @param inputs the names of the item's inputs; all else is an output
    static List<Found> parse(String json, Set<String> inputs) {
        JsonNode list = JsonMapper.shared().readTree(json);
        if (!list.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        List<Found> all = new ArrayList<>();
        for (JsonNode one : list) {
            if (all.size() < FoundTable.MOST) {
                all.add(found(one, inputs));
            }
        }
        return all;
    }

    private static Found found(JsonNode one, Set<String> inputs) {
        if (one.path("name").asString("").isBlank()) {
            throw new IllegalArgumentException("no name");
        }
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        one.properties().stream().filter(entry -> !Set.of("name", "owner").contains(entry.getKey()))
                .filter(entry -> entry.getValue().isValueNode() && !entry.getValue().isNull())
                .forEach(entry -> (inputs.contains(entry.getKey()) ? given : seen).put(entry.getKey(),
                        entry.getValue().asString("")));
        return new Found(one.path("name").asString(""), one.path("owner").asString(""), given, seen);
    }
}
