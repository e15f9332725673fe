package dev.tiphys.identity;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A person who came with an API token.
final class TokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Person person;

    TokenAuthentication(Person person) {
        super(List.of());
        this.person = person;
        setAuthenticated(true);
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return person.username();
    }
}
