package dev.tiphys.identity;

import java.net.URI;

/// The OpenID provider cannot be used now.
final class SignInUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInUnavailableException(URI issuer, Throwable cause) {
        super("The sign-in service at " + issuer + " does not answer as it must: " + cause.getMessage(), cause);
    }
}
