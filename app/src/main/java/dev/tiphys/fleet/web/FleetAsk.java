package dev.tiphys.fleet.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What of the fleet is wanted.
///
/// @param view `clusters` or `applications`
/// @param selector over the labels of clusters
/// @param query a part of the name, service, version …
record FleetAsk(String view, String selector, String query, int page) {

    static final int SIZE = 200;

    static FleetAsk of(@Nullable String view, @Nullable String selector, @Nullable String query, int page) {
        return new FleetAsk("applications".equals(view) ? "applications" : "clusters", text(selector), text(query),
                page);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    boolean finds(String... texts) {
        String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
        return List.of(query.toLowerCase(Locale.ROOT).split("[\\s,]+")).stream().allMatch(all::contains);
    }

    String href() {
        var address = UriComponentsBuilder.fromPath("/fleet");
        if (view.equals("applications")) {
            address.queryParam("view", view);
        }
        if (!selector.isEmpty()) {
            address.queryParam("selector", "{selector}");
        }
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (page > 0) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(Map.of("selector", selector, "q", query)).toUriString();
    }

    FleetAsk withView(String wanted) {
        return new FleetAsk(wanted, selector, query, 0);
    }

    FleetAsk withSelector(String wanted) {
        return new FleetAsk(view, wanted, query, 0);
    }

    FleetAsk withPage(int wanted) {
        return new FleetAsk(view, selector, query, wanted);
    }
}
