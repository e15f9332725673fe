package dev.tiphys.identity.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The page with the service accounts, of which one may be open with its tokens.
record ServiceAccountsPage(List<Row> rows, @Nullable Open open, Map<String, String> errors) {

    ServiceAccountsPage {
        rows = List.copyOf(rows);
        errors = Map.copyOf(errors);
    }

    record Row(String name, String purpose, String groups, String createdBy, boolean disabled, String address) {}

    /// The one whose tokens are shown.
    record Open(String name, String groups, String address, List<TokenRow> tokens, List<String> permissions,
            @Nullable String secret) {

        Open {
            tokens = List.copyOf(tokens);
            permissions = List.copyOf(permissions);
        }
    }
}
