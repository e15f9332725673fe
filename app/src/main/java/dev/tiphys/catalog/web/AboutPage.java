package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Status;

/// What there is to know of an item before it is ordered.
///
/// @param icon empty where its provider chose none
/// @param documentation HTML made of the provider's Markdown; empty when there is none
/// @param instances the control plane; null where nothing is automated
/// @param facts what the provider says in one line each
/// @param prices what it costs by the value of an input; none when it always costs the same
record AboutPage(String title, String icon, String description, String version, @Nullable Status lifecycle,
        @Nullable String instances, CatalogPage.DeployView deploy, String documentation, List<Fact> facts,
        String priceBy, List<Fact> prices, List<Fact> actions) {

    record Fact(String name, String value) {}
}
