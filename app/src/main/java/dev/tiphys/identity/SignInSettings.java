package dev.tiphys.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The OpenID provider people sign in with.
@Validated
@ConfigurationProperties("tiphys.oidc")
public record SignInSettings(@NotNull URI issuer, @NotBlank String clientId, @Nullable String clientSecret,
        @Nullable Path clientSecretFile, @DefaultValue({
                "openid", "profile", "email", "groups", "offline_access"}) Set<String> scopes,
        @DefaultValue("preferred_username") String usernameClaim, @DefaultValue("groups") String groupsClaim) {

    public SignInSettings {
        scopes = Set.copyOf(scopes);
    }

    String secret() {
        if (clientSecretFile == null) {
            return clientSecret == null ? "" : clientSecret;
        }
        try {
            return Files.readString(clientSecretFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The client secret file " + clientSecretFile + " cannot be read.", e);
        }
    }
}
