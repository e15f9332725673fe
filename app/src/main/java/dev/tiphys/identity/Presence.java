package dev.tiphys.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.SignInAgainException.Why;

/// Who somebody is at this moment, for a session or for a token whose owner is elsewhere: by what the provider said
/// within the last 15 minutes, or before its outage for as long as that may last.
@Component
class Presence {

    private final Reconfirmation reconfirmation;
    private final People people;
    private final IdentitySettings settings;
    private final Clock clock;

    Presence(Reconfirmation reconfirmation, People people, IdentitySettings settings, Clock clock) {
        this.reconfirmation = reconfirmation;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /// The person of a browser's session.
    PersonAuthentication of(OidcUser user) {
        Person atSignIn = people.of(user);
        Instant signedIn = first(user.getAuthenticatedAt(), user.getIssuedAt());
        Optional<Known> known = reconfirmation.lastKnown(atSignIn.subject());
        Instant issued = first(user.getIssuedAt(), null);
        // A person of whom nothing is kept is whom the ID token says, while that is young.
        if (known.isEmpty() && !issued.isBefore(wanted())) {
            return new PersonAuthentication(atSignIn, issued, signedIn);
        }
        Known now = now(atSignIn.subject(), atSignIn.username(), atSignIn.signedInBy());
        return new PersonAuthentication(people.of(now, atSignIn.signedInBy()), now.readAt(), signedIn);
    }

    Person of(EmergencyPass pass) {
        return people.of(pass);
    }

    /// The owner of a token.
    Person owner(String subject, String username, SignedInBy by) {
        return people.of(now(subject, username, by), by);
    }

    private Known now(String subject, String username, SignedInBy by) {
        return switch (reconfirmation.calmly(subject, wanted())) {
            case Standing.Confirmed confirmed -> confirmed.known();
            case Standing.Silent silent -> duringOutage(silent.last(), username);
            case Standing.Refused refused -> throw new SignInAgainException(Why.CONFIRM,
                    "The sign-in service no longer vouches for " + username + ": " + refused.why() + ". " + cure(by));
            case Standing.Unasked _ ->
                throw new SignInAgainException(Why.CONFIRM, "The sign-in service cannot be asked "
                        + "whether " + username + " is still who they were. " + cure(by));
        };
    }

    private Known duringOutage(@Nullable Known last, String username) {
        if (last != null && !last.readAt().isBefore(clock.instant().minus(settings.outage()))) {
            return last;
        }
        throw new ProviderSilentException("The sign-in service does not answer, and " + username
                + " was confirmed longer ago than " + minutes(settings.outage())
                + ". Promotions under way go on. Try again "
                + "when it is back; a platform engineer can begin an emergency session on the pod.");
    }

    private Instant wanted() {
        return clock.instant().minus(settings.groupsMaxAge());
    }

    private static String cure(SignedInBy by) {
        return by instanceof SignedInBy.Token
                ? "The token works again once its owner has signed in."
                : "Sign in again.";
    }

    private static Instant first(@Nullable Instant wanted, @Nullable Instant fallback) {
        return wanted != null ? wanted : fallback != null ? fallback : Instant.EPOCH;
    }

    static String minutes(Duration duration) {
        return duration.toSeconds() < 120 ? duration.toSeconds() + " seconds" : duration.toMinutes() + " minutes";
    }
}
