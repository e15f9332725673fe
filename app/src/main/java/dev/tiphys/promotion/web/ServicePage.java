package dev.tiphys.promotion.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Fresh;
import dev.tiphys.web.NamedLink;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// One service: what runs where, what could come next, what was, who may, and how well it goes.
///
/// @param promote address of its new promotion; null for a person who may not promote it
/// @param denied why not, and whom to ask; empty when they may
/// @param history address of all its promotions
/// @param live the topics that change this page
record ServicePage(String name, String owner, HomePage.Row row, @Nullable String promote, String denied, String history,
        List<ServiceReport.Place> places, List<Version> versions, List<Target> targets, List<NamedLink> links,
        String production, List<Span> figures, List<PromotionRow> promotions, Fresh fresh, String live) {

    /// A version with what is known of it.
    ///
    /// @param revision short; empty when no build has said it
    /// @param promote address of its promotion; null for a person who may not
    record Version(String version, String where, @Nullable When announced, String announcedBy, String revision,
            String fullRevision, List<NamedLink> links, @Nullable When promoted, String promotions,
            @Nullable String promote) {}

    record Target(String application, String cluster, String environment, String version, Status health,
            @Nullable String argoCd, List<NamedLink> links) {}

    /// The figures over some days, side by side.
    record Span(int days, List<Reading> numbers) {}

    record Reading(String name, String words, String cases, String definition, boolean enough) {}
}
