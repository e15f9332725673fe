package dev.tiphys.testing;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInBy;

/// The people of the demo policy, for calls (`as(DEVELOPER)` with MockMvc) and for facades (`DEVELOPER.person()`).
public enum TestPeople {

    NOBODY(""), VIEWER("viewers"), DEVELOPER("payments-team shop-team"), APPROVER(
            "payments-approvers prod-approvers"), PROVIDER("pet-store-providers"), ADMIN("platform-admins");

    private final String groups;

    TestPeople(String groups) {
        this.groups = groups;
    }

    public String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Signed in by a browser session; the team is that of the demo policy where a test asks for it.
    public Person person() {
        return new Person(username(), username(), "The " + username(), groups(), Set.of(), new SignedInBy.Browser());
    }

    private Set<String> groups() {
        return groups.isEmpty() ? Set.of() : Set.of(groups.split(" "));
    }

    /// Makes a MockMvc request theirs.
    public static RequestPostProcessor as(TestPeople who) {
        return SecurityMockMvcRequestPostProcessors.oidcLogin().idToken(token -> who.claims(token));
    }

    private void claims(OidcIdToken.Builder token) {
        token.issuedAt(Clock.systemUTC().instant()).subject(username()).claim("preferred_username", username())
                .claim("name", "The " + username())
                .claim("groups", List.copyOf(groups()));
    }
}
