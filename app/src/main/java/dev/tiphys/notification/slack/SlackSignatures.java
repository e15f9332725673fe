package dev.tiphys.notification.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.slack.api.app_backend.SlackSignature;
import org.springframework.stereotype.Component;

/// Tells Slack's requests from others, by the signature over the raw body. While Slack's secret is being changed, two
/// are good. The client library's own check compares in a time that depends on the content, so only its generator
/// is used.
@Component
class SlackSignatures {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SlackSecret current;
    private final SlackSecret previous;
    private final Clock clock;

    SlackSignatures(SlackProperties properties, Clock clock) {
        this.current = new SlackSecret(properties.signingSecret(), properties.signingSecretFile());
        this.previous = new SlackSecret(properties.previousSigningSecret(), properties.previousSigningSecretFile());
        this.clock = clock;
    }

    /// What is wrong with the request; empty when it is Slack's.
    Optional<String> objection(SignedRequest request) {
        if (!request.timestamp().matches("\\d{1,11}")) {
            return Optional.of("no timestamp");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(request.timestamp()));
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of("old timestamp");
        }
        byte[] claimed = request.signature().getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (String secret : secrets()) {
            String expected = new SlackSignature.Generator(secret).generate(request.timestamp(), request.body());
            genuine |= MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), claimed);
        }
        return genuine ? Optional.empty() : Optional.of("wrong signature");
    }

    private List<String> secrets() {
        return Stream.of(current.get(), previous.get()).filter(secret -> !secret.isEmpty()).toList();
    }
}
