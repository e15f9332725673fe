/// Argo Events with one fixed wiring: a webhook event source for promotions and a sensor that tells Slack.
@NullMarked
package dev.tiphys.sandbox.events;

import org.jspecify.annotations.NullMarked;
