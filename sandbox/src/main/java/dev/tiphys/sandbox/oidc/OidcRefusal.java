package dev.tiphys.sandbox.oidc;

/// A request that the provider refuses, in the words of RFC 6749: an error code and what to do about it.
final class OidcRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    OidcRefusal(String error, String description) {
        super(error + ": " + description);
        this.error = error;
        this.description = description;
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }
}
