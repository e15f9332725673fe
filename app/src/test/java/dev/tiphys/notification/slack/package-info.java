/// Tries approvals in Slack against the sandbox's workspace.
@NullMarked
package dev.tiphys.notification.slack;

import org.jspecify.annotations.NullMarked;
