package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Status;

/// What a provider works at.
///
/// @param others the desks of other providers that the person sees
/// @param summary how it stands, in a sentence
record DeskPage(String provider, String contact, String summary, List<Link> others, List<ItemRow> items,
        Part<Failure> failures, Part<Waiting> queue, Part<Ownerless> ownerless, List<String> teams, Usage usage,
        String costs) {

    record Link(String name, String href) {}

    /// The first rows of many.
    ///
    /// @param all how many there are
    record Part<T>(List<T> rows, long all) {}

    /// @param troubledHref those whose last action failed
    record ItemRow(String title, String href, @Nullable Status lifecycle, String version, long all, long active,
            long busy, long waiting, long failed, long other, long troubled, String troubledHref) {}

    /// @param retry null where it cannot be
    record Failure(String name, String href, String item, String owner, Status status, String what, String reason,
            Age since, @Nullable String retry) {}

    record Waiting(String name, String href, String item, String owner, String action, String requester,
            String reason, Age since) {}

    /// @param post gives it to a team
    record Ownerless(String name, String href, String item, String owner, boolean teamGone, Status status, Age age,
            String post) {}

    /// @param most orders of the busiest week
    /// @param mean of the time to provision; empty before the first
    record Usage(long teams, long active, List<Week> weeks, long most, long provisioned, String mean, String p95) {}

    record Week(String begin, long orders) {}
}
