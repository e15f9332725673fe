/// Where Slack sends what people press, and the pages that its links lead to.
@NullMarked
package dev.tiphys.notification.slack.web;

import org.jspecify.annotations.NullMarked;
