/// A Slack workspace: the part of the Web API that bots use, a page that shows the channels, and signed interactions.
@NullMarked
package dev.tiphys.sandbox.slack;

import org.jspecify.annotations.NullMarked;
