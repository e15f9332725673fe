package dev.tiphys.notification.slack;

/// What a message lets its readers do.
sealed interface SlackOffer {

    /// Decide in Slack; the value tells which message the button belongs to.
    record Buttons(String value) implements SlackOffer {}

    /// Decide in the portal, once, through this address.
    record Link(String address) implements SlackOffer {}

    /// Nothing, because nothing is left to decide.
    record Nothing() implements SlackOffer {}
}
