package dev.tiphys.identity.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.identity.NewApiToken;

/// The page with one's tokens and the form that makes one.
///
/// @param secret the one that was just made, shown this once
record TokensPage(List<TokenRow> rows, List<String> permissions, @Nullable String secret, @Nullable String made,
        Map<String, String> errors) {

    TokensPage {
        rows = List.copyOf(rows);
        permissions = List.copyOf(permissions);
        errors = Map.copyOf(errors);
    }

    static TokensPage of(List<TokenRow> rows, List<String> permissions, @Nullable NewApiToken made,
            Map<String, String> errors) {
        return new TokensPage(rows, permissions, made == null ? null : made.secret(),
                made == null ? null : made.token().name(), errors);
    }
}
