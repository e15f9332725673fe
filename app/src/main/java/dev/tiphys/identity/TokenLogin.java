package dev.tiphys.identity;

import java.util.List;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/// Signs in whoever brings a token that one of the token books knows.
@Component
class TokenLogin implements AuthenticationManager {

    private final List<TokenBook> books;

    TokenLogin(List<TokenBook> books) {
        this.books = List.copyOf(books);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!(attempt instanceof BearerTokenAuthenticationToken bearer)) {
            throw new InvalidBearerTokenException("This is no bearer token.");
        }
        return books.stream().flatMap(book -> book.find(bearer.getToken()).stream()).findFirst()
                .map(TokenAuthentication::new)
                .orElseThrow(() -> new InvalidBearerTokenException(
                        "The token is unknown, expired or revoked, or suspended since the database was restored."));
    }
}
