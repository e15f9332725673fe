package dev.tiphys.identity;

/// A token that was just made, with the secret that is shown this once.
public record NewApiToken(ApiToken token, String secret) {}
