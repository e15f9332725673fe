package dev.tiphys.sandbox.kubeapi;

import java.util.Optional;

/// Knows the bearer tokens that the sandbox's API servers accept.
@FunctionalInterface
public interface TokenReview {

    /// Whose token it is; empty for one that is not accepted.
    Optional<String> userOf(String token);
}
