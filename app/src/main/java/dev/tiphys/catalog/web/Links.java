package dev.tiphys.catalog.web;

import java.util.UUID;

import dev.tiphys.catalog.Item;

/// The addresses of the catalog's pages.
final class Links {

    static final String HOME = "/catalog";
    static final String REFUSED = "/catalog/refused";
    static final String ITEM = "/catalog/items/{provider}/{item}";
    static final String NEW = ITEM + "/new";
    static final String ORDERS = ITEM + "/orders";
    static final String REVIEW = ITEM + "/review";
    static final String ABOUT = ITEM + "/about";
    static final String INSTANCE = "/catalog/instances/{id}";
    static final String ACTION = INSTANCE + "/actions/{action}";
    static final String ACTION_FORM = ACTION + "/form";
    static final String CHECK = "/catalog/providers/{provider}/check";
    static final String NEW_ITEM = "/catalog/providers/{provider}/new-item";
    static final String RETRY = INSTANCE + "/retry";

    static final String TICKED = ITEM + "/bulk";
    static final String BULK = "/catalog/bulk/{id}";
    static final String SHARES = INSTANCE + "/shares";
    static final String SHARE = SHARES + "/{team}/end";
    static final String DESKS = "/catalog/desk";
    static final String DESK = DESKS + "/{provider}";

    private Links() {
    }

    static String item(String provider, String name) {
        return "/catalog/items/" + provider + "/" + name;
    }

    static String item(Item item) {
        return item(item.provider(), item.name());
    }

    static String instance(UUID id) {
        return "/catalog/instances/" + id;
    }

    static String bulk(UUID id) {
        return "/catalog/bulk/" + id;
    }

    static String shares(UUID id) {
        return instance(id) + "/shares";
    }

    static String desk(String provider) {
        return DESKS + "/" + provider;
    }

    static String action(UUID id, String action) {
        return instance(id) + "/actions/" + action;
    }
}
