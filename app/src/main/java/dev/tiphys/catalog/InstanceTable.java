package dev.tiphys.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.catalog.InstanceQueries.Sight;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The table of instances of a control plane: fifty of many thousands, in any order.
@Component
public class InstanceTable {

    private static final String INSTANCES = "select i.* from catalog_instance i";
    private static final String CELLS = """
            select i.* from catalog_cell c join catalog_instance i on i.id = c.instance
            """;

    private final JdbcClient database;
    private final CatalogRights rights;

    InstanceTable(JdbcClient database, CatalogRights rights) {
        this.database = database;
        this.rights = rights;
    }

    /// How many there are to see, apart from what is searched for.
    ///
    /// @param mine of the person's own teams
    /// @param troubled whose last action failed
    /// @param expiring that end soon
    public record Tally(long mine, long troubled, long expiring) {}

    @Transactional(readOnly = true)
    public PageOf<Instance> list(InstanceAsk ask, Person person) {
        rights.requireLook(person);
        planForTheseValues();
        Sight sight = rights.sight(person);
        InstanceSearch search = InstanceSearch.of(ask.filter(), ask.mine(), sight);
        long total = count(search);
        List<Instance> found = ask.isByValue()
                ? byValue(ask, search)
                : read(INSTANCES + search.where() + InstanceSearch.order(ask), search.values(), ask.page().size(),
                        ask.page().offset());
        return new PageOf<>(found, ask.page().page(), ask.page().size(), total);
    }

    /// Those of these that the person sees.
    public List<Instance> these(List<UUID> ids, Person person) {
        rights.requireLook(person);
        return ids.isEmpty()
                ? List.of()
                : database.sql(INSTANCES + " where i.id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
                        .query(InstanceQueries::instance).list().stream().filter(one -> rights.sees(person, one))
                        .toList();
    }

    @Transactional(readOnly = true)
    public Tally tally(String provider, String item, boolean mine, Person person) {
        rights.requireLook(person);
        planForTheseValues();
        Sight sight = rights.sight(person);
        return new Tally(count(InstanceSearch.of(new InstanceFilter(provider, item, "", ""), true, sight)),
                count(InstanceSearch.of(new InstanceFilter(provider, item, "", "troubled"), mine, sight)),
                count(InstanceSearch.of(new InstanceFilter(provider, item, "", "expiring"), mine, sight)));
    }

    /// From the order to the end of the workflow, of the latest two hundred; empty before the first.
    public Optional<Duration> usualTime(String namespace, String template) {
        return database.sql("""
                select extract(epoch from percentile_cont(0.5) within group (order by took))
                from (select finished_at - created_at as took from catalog_run
                      where namespace = ? and template = ? and action = 'create' and phase = 'SUCCEEDED'
                      order by created_at desc limit 200) latest
                """).params(namespace, template).query(Double.class).optional()
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
    }

    // A plan for any values whatever uses none of the indexes that rare words and rare statuses have.
    private void planForTheseValues() {
        database.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    private long count(InstanceSearch search) {
        return database.sql("select count(*) from catalog_instance i" + search.where()).params(search.values())
                .query(Long.class).single();
    }

    // Those that have the value in the order of an index, then those that have none.
    private List<Instance> byValue(InstanceAsk ask, InstanceSearch search) {
        Map<String, @Nullable Object> values = new HashMap<>(search.values());
        values.put("cell", ask.value());
        boolean atHome = values.containsKey("provider") && values.containsKey("item");
        String having = " and c.name = :cell"
                + (atHome ? " and c.provider = :provider and c.item = :item" : "");
        String direction = ask.isDescending() ? " desc" : "";
        PageAsk page = ask.page();
        List<Instance> found = new ArrayList<>(read(CELLS + search.where() + having + " order by c.sort_key" + direction
                + ", c.instance" + direction, values, page.size(), page.offset()));
        if (found.size() < page.size()) {
            long valued = database.sql("select count(*) from catalog_cell c join catalog_instance i"
                    + " on i.id = c.instance" + search.where() + having).params(values).query(Long.class).single();
            found.addAll(read(INSTANCES + search.where() + """
                     and not exists (select from catalog_cell c where c.instance = i.id and c.name = :cell)
                    """ + InstanceSearch.order(ask), values, page.size() - found.size(),
                    Math.max(0, page.offset() - valued)));
        }
        return found;
    }

    private List<Instance> read(String sql, Map<String, @Nullable Object> values, int limit, long offset) {
        return database.sql(sql + " limit " + limit + " offset " + offset).params(values)
                .query(InstanceQueries::instance).list();
    }
}
