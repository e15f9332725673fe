package dev.tiphys.identity;

import java.io.Serial;

import org.springframework.security.core.AuthenticationException;

/// The identity provider has not answered for longer than a session or a token may go on without it.
final class ProviderSilentException extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    ProviderSilentException(String words) {
        super(words);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
