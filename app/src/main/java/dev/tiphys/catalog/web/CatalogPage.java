package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Fresh;
import dev.tiphys.web.Status;

/// What the page of the catalog shows.
///
/// @param refused the address of what was refused a place; null where the person may not see it
/// @param desks where the person's own providers check and make items
/// @param trouble whose templates cannot be read at the moment, and why; empty when all can
/// @param fresh null before the catalog has been read
record CatalogPage(String q, List<FacetView> facets, boolean filtered, List<OfferRow> rows, long total,
        @Nullable String previous, @Nullable String next, @Nullable String refused, int refusals, List<Desk> desks,
        String trouble, @Nullable Fresh fresh) {

    /// @param parameter its name in the address
    /// @param all the word for no choice
    record FacetView(String parameter, String all, List<Choice> choices) {}

    record Choice(String value, long count, boolean current) {}

    /// One item.
    ///
    /// @param icon empty where its provider chose none
    /// @param href of its control plane, or of its description where nothing is automated
    /// @param support whom to ask; empty when nobody says
    /// @param market what it costs elsewhere; empty when nobody says
    /// @param lifecycle null for what is simply published
    record OfferRow(String title, String icon, String href, String about, String description, String kind, String cloud,
            String provider, String support, String price, String market, @Nullable Status lifecycle,
            DeployView deploy) {}

    /// How it is ordered.
    ///
    /// @param href the form; null where the person cannot order it
    /// @param presets the forms that are filled in beforehand
    /// @param link where it is ordered while nothing is automated; null for what is
    /// @param successor what replaces it; null where nothing does
    /// @param denied why the person cannot order it; empty when they can
    record DeployView(String item, @Nullable String href, List<Place> presets, @Nullable String link,
            @Nullable Place successor, String denied) {}

    /// A place of the portal under its name.
    record Place(String name, String href) {}

    /// @param desk all its instances
    /// @param check what is wrong with its templates
    /// @param create a new item of a script or job
    record Desk(String provider, String desk, String check, String create) {}
}
