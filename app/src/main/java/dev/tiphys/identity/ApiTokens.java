package dev.tiphys.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.web.Refusal;

/// The API tokens of people. A token lends some of its owner's permissions until it expires; it never gives more than
/// the policy grants the owner at the moment of use.
@Component
public class ApiTokens implements TokenBook {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiTokenQueries queries;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(ApiTokenQueries queries, People people, ApplicationEventPublisher events, Clock clock) {
        this.queries = queries;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /// Makes a token for its owner. A token cannot make another one with more rights than it has.
    @Transactional
    public NewApiToken create(Person owner, String name, Set<Permission> permissions, Duration validity) {
        check(owner, name, permissions, validity);
        String secret = TokenSecret.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ApiToken token = new ApiToken(UUID.randomUUID(), name.strip(), TokenSecret.hint(secret), permissions, now,
                now.plus(validity), null, null);
        queries.insert(token, TokenSecret.hash(secret), owner);
        events.publishEvent(ActionTaken.by(owner, "token.created", "token", token.name()));
        return new NewApiToken(token, secret);
    }

    @Transactional(readOnly = true)
    public List<ApiToken> list(Person owner) {
        return queries.list(owner.subject());
    }

    /// Ends a token of the owner's at once.
    @Transactional
    public void revoke(Person owner, UUID id) {
        String name = queries.revoke(id, owner.subject(), clock.instant())
                .orElseThrow(() -> new Refusal.NotFound("You have no such token that is still valid."));
        events.publishEvent(ActionTaken.by(owner, "token.revoked", "token", name));
    }

    @Override
    public Optional<Person> find(String token) {
        Instant now = clock.instant();
        Optional<ApiTokenQueries.Holder> holder = queries.findHolder(TokenSecret.hash(token), now);
        holder.ifPresent(found -> queries.noteUse(found.id(), now, now.minus(USE_NOTED_EVERY)));
        return holder.map(found -> people.person(found.subject(), found.username(), found.personName(), found.groups(),
                new SignedInBy.Token(found.tokenName(), found.permissions())));
    }

    private static void check(Person owner, String name, Set<Permission> permissions, Duration validity) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Refusal.Invalid("name", "Give the token a name of at most " + LONGEST_NAME + " characters.");
        }
        if (permissions.isEmpty()) {
            throw new Refusal.Invalid("permissions", "Name at least one permission the token lends.");
        }
        if (!validity.isPositive() || validity.compareTo(LONGEST) > 0) {
            throw new Refusal.Invalid("days", "A token is valid for 1 to 366 days.");
        }
        if (owner.signedInBy() instanceof SignedInBy.Token own && !own.permissions().containsAll(permissions)) {
            throw new Refusal.NotAllowed("A token cannot make one that may more than itself.");
        }
    }
}
