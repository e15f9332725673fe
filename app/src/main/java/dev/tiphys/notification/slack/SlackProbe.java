package dev.tiphys.notification.slack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.connection.ConnectionProbe;
import dev.tiphys.connection.PortalToken;
import dev.tiphys.connection.TokenRight;

/// Looks whether Slack knows the portal's token, and whether it is the token of the workspace that counts.
@Component
class SlackProbe implements ConnectionProbe {

    /// The scopes that docs/slack.md asks for, with what each is for.
    private static final SequencedMap<String, String> NEEDED = needed();

    private final SlackApi slack;
    private final SlackProperties properties;
    private final Clock clock;
    private volatile @Nullable Instant looked;

    SlackProbe(SlackApi slack, SlackProperties properties, Clock clock) {
        this.slack = slack;
        this.properties = properties;
        this.clock = clock;
    }

    private static SequencedMap<String, String> needed() {
        SequencedMap<String, String> needed = new LinkedHashMap<>();
        needed.put("chat:write", "post and edit messages");
        needed.put("users:read", "tell members from guests and deactivated accounts");
        needed.put("channels:read", "find public channels by name");
        needed.put("groups:read", "find private channels by name");
        needed.put("channels:history", "find a message whose posting was cut off");
        needed.put("groups:history", "the same in private channels");
        return Collections.unmodifiableSequencedMap(needed);
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

    @Override
    public List<TokenRight> rights() {
        Set<String> scopes = slack.scopes();
        if (scopes.isEmpty()) {
            return List.of();
        }
        Stream<TokenRight> needed = NEEDED.entrySet().stream()
                .map(scope -> new TokenRight(scope.getKey() + ": " + scope.getValue(),
                        scopes.contains(scope.getKey()), true));
        Stream<TokenRight> others = scopes.stream().filter(scope -> !NEEDED.containsKey(scope))
                .map(scope -> new TokenRight(scope, true, false));
        return Stream.concat(needed, others).toList();
    }

    // Slack's tokens tell no dates of themselves; each look uses it.
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
