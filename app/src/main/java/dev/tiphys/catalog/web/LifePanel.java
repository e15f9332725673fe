package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.When;

/// The life of an instance as its page shows it. An address is null where the person may not go there or cannot now.
///
/// @param path of the instance; null for those who may only look
/// @param reason why it has expired or is gone; empty otherwise
record LifePanel(@Nullable String path, boolean expired, boolean gone, String reason, @Nullable End end,
        boolean isProtected, boolean protectable, @Nullable Farewell farewell, @Nullable Newer newer,
        @Nullable Offer offer, List<String> teams, @Nullable Back back, @Nullable Seen seen, List<String> secrets,
        List<String> dependents, boolean adopted) {

    /// @param when null for something that was never given an end
    /// @param left such as `12 d`; empty when it is over
    /// @param proposed which of the choices is chosen at first
    record End(@Nullable When when, String left, boolean soon, List<String> choices, String proposed) {}

    /// @param restorable whether it can be taken back, and is not simply past its end
    record Farewell(When when, String by, boolean restorable) {}

    /// @param by the last day, with what it means; empty when there is none
    /// @param whyNot why it cannot move; empty when it can
    record Newer(String from, String to, String by, String reason, boolean overdue, String whyNot) {}

    record Offer(String team, String by, When at, String note) {}

    /// @param undone what it takes back
    /// @param values in words
    record Back(String undone, String values) {}

    /// @param age null when it was never read
    record Seen(@Nullable Age age, String problem, String whyNot) {}
}
