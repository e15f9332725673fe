package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Fresh;
import dev.tiphys.web.Status;

/// What the page of the catalog shows.
///
/// @param refused the address of what was refused a place; null where the person may not see it
/// @param fresh null before the catalog has been read
record CatalogPage(String q, List<Shelf> shelves, @Nullable String refused, int refusals, @Nullable Fresh fresh) {

    /// What one provider offers.
    ///
    /// @param trouble why its templates cannot be read at the moment; empty when they can
    record Shelf(String provider, String contact, String trouble, List<Card> items) {}

    /// @param lifecycle null for what is simply published
    record Card(String name, String title, String description, String version, String href,
            @Nullable Status lifecycle, String actions) {}
}
