package dev.tiphys.notification.slack;

import dev.tiphys.identity.Person;

/// Who somebody in Slack is to the portal, at the moment they press.
sealed interface Standing {

    /// Nobody: their account does not count here.
    record Foreign(String why) implements Standing {}

    /// A member of the workspace, and not yet anybody of the portal.
    record Unlinked() implements Standing {}

    /// Somebody of the portal for whom the identity provider vouches no longer, or of whom it never spoke.
    record Unconfirmed(SlackAccount account) implements Standing {}

    /// Somebody of the portal, with the groups that the identity provider named last.
    record Known(Person person) implements Standing {}
}
