package dev.tiphys.promotion.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.promotion.PromotionId;

/// Which targets of a promotion are wanted, in which order: what is not known counts as not asked for.
///
/// @param q part of a cluster's, an application's or a version's name
/// @param wave by its name; empty for all
/// @param state `asks`, `moving`, `failed`, `skipped`, `done` or `later`; empty for all
/// @param sort `cluster`, `wave`, `state` or `took`, the other way round with `-` before it; empty for what is unusual
///        first
/// @param page from 0
record ClusterAsk(String q, String wave, String state, String sort, int page) {

    static final ClusterAsk ALL = new ClusterAsk("", "", "", "", 0);

    static ClusterAsk of(@Nullable String q, @Nullable String wave, @Nullable String state, @Nullable String sort,
            @Nullable String page) {
        return new ClusterAsk(text(q), text(wave), text(state), text(sort),
                text(page).matches("\\d{1,6}") ? Integer.parseInt(text(page)) : 0);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    ClusterAsk sortedBy(String other) {
        return new ClusterAsk(q, wave, state, other, 0);
    }

    ClusterAsk onPage(int other) {
        return new ClusterAsk(q, wave, state, sort, other);
    }

    /// Its address among the tabs of a promotion.
    String href(PromotionId id) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(Links.promotion(id)).queryParam("tab", "clusters");
        add(address, "q", q);
        add(address, "wave", wave);
        add(address, "state", state);
        add(address, "sort", sort);
        add(address, "page", page == 0 ? "" : Integer.toString(page));
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value.replace("{", "%7B").replace("}", "%7D"));
        }
    }
}
