package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// One instance: how it stands, what it is made of, and everything that was done to it.
///
/// @param trouble what went wrong last, in a sentence; empty when nothing did
/// @param retry the address that tries it again; null where that cannot be
/// @param cleanUp the address that gets rid of what failed; null where that cannot be
/// @param shares with whom it is shared
/// @param gone said when its provider has taken the templates away
record InstancePage(String name, String item, String itemHref, Status status, String last, String owner,
        String requester, When ordered, String version, String provider, String contact, String trouble,
        @Nullable String retry, @Nullable String cleanUp, boolean gone, List<ItemPage.ActionLink> actions,
        List<Value> inputs, List<Value> outputs, List<RunRow> runs, String live, @Nullable String shares) {

    /// @param href where the value is an address
    record Value(String name, String value, @Nullable String href) {}

    /// @param workflow the address of its workflow's own page
    record RunRow(String action, Status status, String reason, String requester, When at, String took,
            List<Value> inputs, String workflow, String workflowName) {}
}
