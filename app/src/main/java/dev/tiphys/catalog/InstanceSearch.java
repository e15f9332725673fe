package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The SQL of one table of instances for one person. Only the conditions that matter are written, since each of them
/// has an index; what somebody typed is always a parameter.
final class InstanceSearch {

    private static final Map<String, String> ORDERS = Map.of("name", "i.sort_name", "status", "i.status", "owner",
            "i.team", "created", "i.created_at", "changed", "i.changed_at");
    private static final String LIVING = "i.status <> 'DELETED'";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();

    private InstanceSearch() {
    }

    static InstanceSearch of(InstanceFilter filter, boolean mine, InstanceQueries.Sight sight) {
        InstanceSearch search = new InstanceSearch();
        search.equal("provider", filter.provider());
        search.equal("item", filter.item());
        search.stand(filter.status());
        search.words(filter.q());
        search.sight(filter.provider(), mine, sight);
        return search;
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    /// The order by one of its own columns, the newest first where nothing else is asked for.
    static String order(InstanceAsk ask) {
        String column = ORDERS.get(ask.key());
        String direction = column == null || ask.isDescending() ? " desc" : "";
        return " order by " + (column == null ? "i.created_at" : column) + direction + ", i.id" + direction;
    }

    private void equal(String column, String value) {
        if (!value.isEmpty()) {
            add("i." + column + " = :" + column, column, value);
        }
    }

    private void stand(String status) {
        switch (status) {
            case "" -> conditions.add(LIVING);
            case "troubled" -> conditions.add("i.last_phase = 'FAILED' and " + LIVING);
            case "expiring" -> conditions.add("i.status in ('ACTIVE', 'FAILED') and i.expires_at < now() + interval '"
                    + InstanceAsk.SOON.toDays() + " days'");
            case "deleted" -> conditions.add("i.status = 'DELETED'");
            default -> add(LIVING + " and i.status = :status", "status",
                    status.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    private void words(String q) {
        int at = 0;
        for (String word : q.isEmpty() ? new String[0] : q.split("\\s+", 8)) {
            String name = "word" + at++;
            add("i.words like '%' || lower(:" + name + ") || '%'", name,
                    word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"));
        }
    }

    private void sight(String provider, boolean mine, InstanceQueries.Sight sight) {
        values.put("teams", sight.teams().toArray(String[]::new));
        if (mine) {
            conditions.add("i.team = any(:teams)");
        } else if (!sight.everything() && !sight.providers().contains(provider)) {
            add("""
                    (i.team = any(:teams) or i.requester = :person
                     or i.id in (select instance from catalog_share where team = any(:teams)))
                    """, "person", sight.person());
            if (provider.isEmpty() && !sight.providers().isEmpty()) {
                String own = conditions.removeLast();
                add("(" + own + " or i.provider = any(:providers))", "providers",
                        sight.providers().toArray(String[]::new));
            }
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }
}
