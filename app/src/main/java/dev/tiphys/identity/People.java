package dev.tiphys.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Makes a person of what the identity provider or a token says about them. The policy's teams are looked up at each
/// request, so that a changed policy counts at once.
@Component
class People {

    private final CurrentPolicy policy;
    private final SignInSettings settings;

    People(CurrentPolicy policy, SignInSettings settings) {
        this.policy = policy;
        this.settings = settings;
    }

    Optional<Person> find(Authentication authentication) {
        return switch (authentication.getPrincipal()) {
            case Person person -> Optional.of(person);
            case EmergencyPass pass -> Optional.of(of(pass));
            case OidcUser user -> Optional.of(of(user));
            case null, default -> Optional.empty();
        };
    }

    Person of(OidcUser user) {
        return described(text(user.getSubject(), user.getName()), user.getClaims());
    }

    /// Who would begin the session, as far as their groups go.
    Person of(EmergencySessions.Offer offer) {
        return person("emergency:" + offer.id(), offer.name(), offer.name(), offer.groups(),
                new SignedInBy.Emergency(offer.reason()));
    }

    Person of(EmergencyPass pass) {
        return person(pass.subject(), pass.username(), pass.name() + " (emergency)", pass.groups(),
                new SignedInBy.Emergency(pass.reason()));
    }

    /// The person whom the provider describes by these claims.
    Person described(String subject, Map<String, Object> claims) {
        String username = text(claims.get(settings.usernameClaim()), subject);
        String name = text(claims.get("name"), username);
        return person(subject, username, name, groups(claims), new SignedInBy.Browser());
    }

    Person of(Known known, SignedInBy by) {
        return person(known.subject(), known.username(), known.name(), known.groups(), by);
    }

    Person person(String subject, String username, String name, Collection<String> groups, SignedInBy by) {
        return new Person(subject, username, name, Set.copyOf(groups), policy.get().teamsOf(groups), by);
    }

    private Set<String> groups(Map<String, Object> claims) {
        Set<String> groups = new TreeSet<>();
        switch (claims.get(settings.groupsClaim())) {
            case Collection<?> many -> many.forEach(group -> groups.add(String.valueOf(group)));
            case String one -> groups.add(one);
            case null, default -> {
                // Without groups a person has no role, and so no right.
            }
        }
        return groups;
    }

    private static String text(@Nullable Object value, String fallback) {
        return value instanceof String text && !text.isBlank() ? text : fallback;
    }
}
