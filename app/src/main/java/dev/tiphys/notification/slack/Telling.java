package dev.tiphys.notification.slack;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// What is left to do for one message.
///
/// @param planHash of what it is about, for the record
/// @param writing makes the calls
record Telling(String planHash, Supplier<Written> writing) {

    /// What was written.
    ///
    /// @param linkHash of the one-time link that the message offers now; null when it offers none
    record Written(SlackPlace place, boolean isNew, @Nullable String linkHash) {}
}
