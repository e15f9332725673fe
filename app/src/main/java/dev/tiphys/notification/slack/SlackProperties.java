package dev.tiphys.notification.slack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The Slack app that messages go through. Without a token Slack takes no part.
///
/// @param team the id of the one workspace whose people count
/// @param auditChannel where signed checkpoints of the audit log are posted; empty for nowhere
/// @param promotionChannel where promotions that wait for people are told when no policy names a channel; empty for
///        nowhere
/// @param answerWithin how long people have before they are expected to have answered; half of it later they are
///        reminded, and never when it is zero
/// @param previousSigningSecret still good while Slack's secret is being changed
@Validated
@ConfigurationProperties("tiphys.slack")
record SlackProperties(@DefaultValue("https://slack.com/api/") URI url, @DefaultValue("") String team,
        @Nullable String token, @Nullable Path tokenFile, @Nullable String signingSecret,
        @Nullable Path signingSecretFile, @Nullable String previousSigningSecret,
        @Nullable Path previousSigningSecretFile, @DefaultValue("") String auditChannel,
        @DefaultValue("5s") Duration deadline, @DefaultValue("") String promotionChannel,
        @DefaultValue("1h") Duration answerWithin) {

    boolean isOn() {
        return tokenFile != null || (token != null && !token.isBlank());
    }

    /// The Web API's base, with the slash that the client wants at its end.
    String methods() {
        return url.toString().replaceAll("/+$", "") + "/";
    }

    @AssertTrue(message = "Slack needs tiphys.slack.team and tiphys.slack.signing-secret, or signing-secret-file, too.")
    boolean isComplete() {
        boolean signed = signingSecretFile != null || (signingSecret != null && !signingSecret.isBlank());
        return !isOn() || (signed && !team.isBlank());
    }
}
