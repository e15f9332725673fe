package dev.tiphys.catalog.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.Status;

/// The control plane of one item: its instances, as far as the person may see them.
///
/// @param icon empty where its provider chose none
/// @param lifecycle null for what is simply published
/// @param summary how many there are, and how long a new one takes
/// @param desk of its provider; null where the person does not see it
/// @param bulk what can be done with many at once; none where the person can do nothing
record ItemPage(String title, String icon, String description, String provider, String contact, String version,
        @Nullable Status lifecycle, String trouble, String summary, CatalogPage.DeployView deploy, Table table,
        List<BulkAction> bulk,
        String bulkPost, @Nullable String desk) {

    /// @param all the address without any search
    /// @param narrowed whether anything is searched for or chosen
    /// @param chips whose, and which
    /// @param statuses the word that the address has, and the one that people read
    record Table(TableAddress address, String all, boolean narrowed, List<Chip> chips, List<Option> statuses,
            List<Head> heads, List<String> columns, List<Row> rows, String range, @Nullable String previous,
            @Nullable String next) {}

    record Option(String value, String word, boolean chosen) {}

    /// @param href sorts by it; null where it cannot be
    /// @param sorted `ascending` or `descending`; null where it is not sorted by
    record Head(String title, @Nullable String href, @Nullable String sorted) {}

    /// @param values in the order of the columns
    /// @param last what the last action does, or that it failed; empty when there is nothing to say
    /// @param retry the address that tries it again; null where that cannot be
    /// @param shared whether it is another team's
    record Row(UUID id, String name, String href, Status status, List<String> values, String owner, boolean shared,
            Age age, String version, String last, boolean troubled, String lastReason, @Nullable String retry,
            List<ActionLink> actions) {}

    /// @param href null where it cannot begin now
    record ActionLink(String title, @Nullable String href, boolean danger, String whyNot) {}

    record BulkAction(String name, String title, boolean danger) {}
}
