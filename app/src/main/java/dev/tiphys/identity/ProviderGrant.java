package dev.tiphys.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// By what the provider can be asked about somebody.
record ProviderGrant(String accessToken, @Nullable Instant accessExpiresAt, @Nullable String refreshToken) {

    @Override
    public String toString() {
        return "a grant of the provider";
    }
}
