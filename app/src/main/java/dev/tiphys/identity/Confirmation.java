package dev.tiphys.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.SignInAgainException.Why;
import dev.tiphys.web.Refusal;

/// Asks the identity provider about a person right before they decide something. It makes a remote call, so it is asked
/// by handlers and never within a transaction; what it answers is the person to decide with.
@Component
public class Confirmation {

    private final Reconfirmation reconfirmation;
    private final People people;
    private final IdentitySettings settings;
    private final ObjectProvider<Vouching> vouching;
    private final Clock clock;

    Confirmation(Reconfirmation reconfirmation, People people, IdentitySettings settings,
            ObjectProvider<Vouching> vouching,
            Clock clock) {
        this.reconfirmation = reconfirmation;
        this.people = people;
        this.settings = settings;
        this.vouching = vouching;
        this.clock = clock;
    }

    /// The person with the groups they have now, before a decision of this kind. Where the configuration demands a
    /// fresh sign-in and the last one is older, the person is led to sign in and back.
    public Person require(Person person, Permission permission, Scope scope) {
        requireFresh(person, permission, scope);
        return require(person);
    }

    /// Leads to sign in and back where a decision of this kind wants a fresher sign-in than the person's.
    public void requireFresh(Person person, Permission permission, Scope scope) {
        settings.freshness(permission, scope).ifPresent(age -> requireFresh(person, age));
    }

    /// The person with the groups they have now.
    public Person require(Person person) {
        boolean own = person.signedInBy() instanceof SignedInBy.Emergency || ServiceAccounts.isOne(person.subject())
                || vouching.stream().anyMatch(voucher -> voucher.vouchesFor(person));
        return own ? person : confirmed(person);
    }

    private Person confirmed(Person person) {
        return switch (reconfirmation.since(person.subject(), clock.instant())) {
            case Standing.Confirmed confirmed -> people.of(confirmed.known(), person.signedInBy());
            case Standing.Refused refused -> throw again(
                    "The sign-in service no longer vouches for " + person.username() + ": " + refused.why() + ".");
            case Standing.Unasked unasked -> recent(person, Optional.ofNullable(unasked.last())).orElseThrow(
                    () -> again("Before a decision the sign-in service has to confirm " + person.username()
                            + ", and it cannot be asked."));
            case Standing.Silent silent -> recent(person, Optional.ofNullable(silent.last()))
                    .orElseThrow(() -> new Refusal.NotAllowed("The sign-in service does not answer, and it confirmed "
                            + person.username() + " longer ago than " + Presence.minutes(settings.groupsMaxAge())
                            + ". Decide when it is back, or ask a platform engineer for an emergency session."));
        };
    }

    /// Who they were at most 15 minutes ago, by what is kept or by the session of this request.
    private Optional<Person> recent(Person person, Optional<Known> last) {
        Instant wanted = clock.instant().minus(settings.groupsMaxAge());
        if (last.isPresent()) {
            return last.filter(known -> !known.readAt().isBefore(wanted))
                    .map(known -> people.of(known, person.signedInBy()));
        }
        return session(person).filter(session -> !session.confirmedAt().isBefore(wanted)).map(session -> person);
    }

    private void requireFresh(Person person, Duration age) {
        if (person.signedInBy() instanceof SignedInBy.Emergency) {
            return;
        }
        if (person.signedInBy() instanceof SignedInBy.Slack) {
            throw new SignInAgainException(Why.FRESH, "This needs a sign-in that is at most " + Presence.minutes(age)
                    + " old, which Slack cannot give. Sign in to decide there.");
        }
        if (!(person.signedInBy() instanceof SignedInBy.Browser)) {
            throw new Refusal.NotAllowed("This needs a sign-in that is at most " + Presence.minutes(age)
                    + " old. Do it on the portal's page.");
        }
        boolean fresh = session(person)
                .filter(session -> !session.authenticatedAt().isBefore(clock.instant().minus(age))).isPresent();
        if (!fresh) {
            throw new SignInAgainException(Why.FRESH, "This needs a sign-in that is at most " + Presence.minutes(age)
                    + " old. Sign in again; you come back to where you were.");
        }
    }

    private static Optional<PersonAuthentication> session(Person person) {
        return SecurityContextHolder.getContext()
                .getAuthentication() instanceof PersonAuthentication session
                && session.getPrincipal().subject().equals(person.subject()) ? Optional.of(session) : Optional.empty();
    }

    private static SignInAgainException again(String words) {
        return new SignInAgainException(Why.CONFIRM, words + " Sign in again.");
    }
}
