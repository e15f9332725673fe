package dev.tiphys.identity;

import java.time.Instant;
import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/// The person behind a browser's session as they are known during this request: who they were at sign-in does not count
/// any more.
final class PersonAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Person person;
    private final Instant confirmedAt;
    private final Instant authenticatedAt;

    PersonAuthentication(Person person, Instant confirmedAt, Instant authenticatedAt) {
        super(List.of());
        this.person = person;
        this.confirmedAt = confirmedAt;
        this.authenticatedAt = authenticatedAt;
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
        return person.subject();
    }

    /// When the provider vouched for them last.
    Instant confirmedAt() {
        return confirmedAt;
    }

    /// When they proved last who they are.
    Instant authenticatedAt() {
        return authenticatedAt;
    }
}
