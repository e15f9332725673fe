package dev.tiphys.notification.slack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.connection.ConnectionProbe;
import dev.tiphys.connection.PortalToken;

/// Looks whether Slack knows the portal's token, and whether it is the token of the workspace that counts.
@Component
class SlackProbe implements ConnectionProbe {

    private final SlackApi slack;
    private final SlackProperties properties;
    private final Clock clock;
    private volatile @Nullable Instant looked;

    SlackProbe(SlackApi slack, SlackProperties properties, Clock clock) {
        this.slack = slack;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "slack";
    }

    @Override
    public String name() {
        return "Slack";
    }

    @Override
    public String address() {
        return properties.methods();
    }

    @Override
    public boolean isUsed() {
        return properties.isOn();
    }

    @Override
    public Finding look() {
        looked = clock.instant();
        String team = slack.team();
        return new Finding("", team.equals(properties.team())
                ? ""
                : "the token is for the workspace " + team + ", and only people of " + properties.team() + " count");
    }

    // Slack's tokens tell nothing of themselves; each look uses it.
    @Override
    public Optional<PortalToken> token() {
        Path file = properties.tokenFile();
        return Optional.of(new PortalToken(file == null ? "key tiphys.slack.token" : "file " + file, file != null,
                file == null ? null : written(file), null, null, false, false, looked));
    }

    private static @Nullable Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException unreadable) {
            return null;
        }
    }
}
