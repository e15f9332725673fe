package dev.tiphys.promotion.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.web.HomePage.Row;

/// The page on which a promotion begins: first the service, then its version and the environments.
///
/// @param services to choose from; empty once one is chosen
/// @param errors message by field
record NewPage(List<ServiceChoice> services, @Nullable Chosen chosen, Map<String, String> errors) {

    /// A service to choose.
    ///
    /// @param denied why it cannot be promoted by this person, and whom to ask; empty when it can
    record ServiceChoice(String name, String team, String href, String where, String denied) {}

    /// The chosen service.
    ///
    /// @param version chosen or typed; empty at first
    /// @param note what a build has said about that version; null when none has
    record Chosen(Row row, String version, List<Suggestion> suggestions, List<Place> places, boolean anyTicked,
            @Nullable VersionNote note) {}

    /// A version that is known of the service.
    record Suggestion(String version, String where, String href, boolean chosen) {}

    /// An environment to tick.
    ///
    /// @param runs what runs there, in words
    /// @param note why it cannot be ticked or why it is not; may be empty
    record Place(String name, String runs, boolean ticked, boolean allowed, String note) {}
}
