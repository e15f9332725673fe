/// Approvals in Slack: one message for each request, edited through its life, signed interactions, and one-time links.
@NullMarked
package dev.tiphys.notification.slack;

import org.jspecify.annotations.NullMarked;
