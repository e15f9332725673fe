package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/// Whether Slack takes part, and what time it is for it.
@Component
class SlackSwitch {

    private final SlackProperties properties;
    private final Clock clock;

    SlackSwitch(SlackProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    boolean isOn() {
        return properties.isOn();
    }

    Instant now() {
        return clock.instant();
    }
}
