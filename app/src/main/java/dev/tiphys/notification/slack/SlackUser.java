package dev.tiphys.notification.slack;

import java.io.Serializable;

import dev.tiphys.identity.Actor;
import dev.tiphys.identity.SignedInBy;

/// Somebody in Slack.
///
/// @param team their workspace, which in a channel shared with others is not ours
/// @param name what Slack calls them; only ever shown
record SlackUser(String team, String id, String name) implements Serializable {

    SignedInBy.Slack signedIn() {
        return new SignedInBy.Slack(team, id);
    }

    String key() {
        return team + "/" + id;
    }

    /// For the record, while it is not known who of the portal it is.
    Actor actor() {
        return new Actor("slack:" + key(), name.isBlank() ? id : name, signedIn().words());
    }
}
