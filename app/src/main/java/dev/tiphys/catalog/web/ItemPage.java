package dev.tiphys.catalog.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.Status;

/// The control plane of one item: its instances, as far as the person may see them.
///
/// @param order the address of the order form; null where the person cannot order
/// @param denied why not; empty where they can
/// @param lifecycle null for what is simply published
record ItemPage(String title, String description, String provider, String contact, String version,
        @Nullable Status lifecycle, String trouble, @Nullable String order, String denied, String path, String q,
        String status, List<Chip> chips, List<String> columns, List<Row> rows, long total, @Nullable String previous,
        @Nullable String next) {

    /// @param values in the order of the columns
    /// @param last what the last action does, or that it failed; empty when there is nothing to say
    /// @param retry the address that tries it again; null where that cannot be
    record Row(UUID id, String name, String href, Status status, List<String> values, String owner, Age age,
            String version, String last, boolean troubled, String lastReason, @Nullable String retry,
            List<ActionLink> actions) {}

    /// @param href null where it cannot begin now
    record ActionLink(String title, @Nullable String href, boolean danger, String whyNot) {}
}
