package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Set;

import dev.tiphys.web.When;

/// With whom an instance is shared.
///
/// @param candidates with whom it could be; none where the person may not share it
/// @param denied why the person may not; empty where they may
record SharesPage(String name, String href, String owner, List<Row> rows, String post, Set<String> candidates,
        String denied) {

    /// @param end takes it back
    record Row(String team, boolean operates, String by, When at, String end) {}
}
