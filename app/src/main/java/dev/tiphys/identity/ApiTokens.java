package dev.tiphys.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    private final TokenOwners owners;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(ApiTokenQueries queries, TokenOwners owners, ApplicationEventPublisher events, Clock clock) {
        this.queries = queries;
        this.owners = owners;
        this.events = events;
        this.clock = clock;
    }

    /// Makes a token for its owner. Only somebody who is signed in makes one.
    @Transactional
    public NewApiToken create(Person owner, String name, Set<Permission> permissions, Duration validity) {
        refuseTokens(owner);
        check(name, permissions, validity);
        return issue(owner, owner, name, permissions, validity);
    }

    /// Makes a token for a service account. It never approves: that is for people.
    @Transactional
    public NewApiToken createFor(Person administrator, String account, String name, Set<Permission> permissions,
            Duration validity) {
        Person owner = owners.serviceAccount(administrator, account);
        refuseTokens(administrator);
        check(name, permissions, validity);
        if (permissions.contains(Permission.APPROVE)) {
            throw new Refusal.Invalid("permissions", "A service account cannot approve; only people can.");
        }
        return issue(administrator, owner, name, permissions, validity);
    }

    private NewApiToken issue(Person by, Person owner, String name, Set<Permission> permissions, Duration validity) {
        String secret = TokenSecret.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ApiToken token = new ApiToken(UUID.randomUUID(), name.strip(), TokenSecret.hint(secret), permissions, now,
                now.plus(validity), null, null, null);
        queries.insert(token, TokenSecret.hash(secret), owner);
        events.publishEvent(ActionTaken.by(by, "token.created", "token", token.name()).change(null,
                owner.username() + ": " + words(permissions) + ", until " + token.expiresAt()));
        return new NewApiToken(token, secret);
    }

    @Transactional(readOnly = true)
    public List<ApiToken> list(Person owner) {
        return queries.list(owner.subject());
    }

    /// Those of a service account, for administrators.
    @Transactional(readOnly = true)
    public List<ApiToken> listOf(Person administrator, String account) {
        return queries.list(owners.serviceAccount(administrator, account).subject());
    }

    /// Ends a token of a service account at once.
    @Transactional
    public void revokeOf(Person administrator, String account, UUID id) {
        revoke(administrator, owners.serviceAccount(administrator, account).subject(), id);
    }

    /// Ends a token of the owner's at once.
    @Transactional
    public void revoke(Person owner, UUID id) {
        revoke(owner, owner.subject(), id);
    }

    private void revoke(Person by, String subject, UUID id) {
        String name = queries.revoke(id, subject, clock.instant())
                .orElseThrow(() -> new Refusal.NotFound("There is no such token that is still valid."));
        events.publishEvent(ActionTaken.by(by, "token.revoked", "token", name));
    }

    @Override
    public Optional<Person> find(String token) {
        Instant now = clock.instant();
        Optional<ApiTokenQueries.Holder> holder = queries.findHolder(TokenSecret.hash(token), now);
        Optional<Person> owner = holder.flatMap(owners::find);
        holder.filter(found -> owner.isPresent())
                .ifPresent(found -> queries.noteUse(found.id(), now, now.minus(USE_NOTED_EVERY)));
        return owner;
    }

    private static String words(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::word).collect(Collectors.joining(", "));
    }

    private static void check(String name, Set<Permission> permissions, Duration validity) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Refusal.Invalid("name", "Give the token a name of at most " + LONGEST_NAME + " characters.");
        }
        if (permissions.isEmpty()) {
            throw new Refusal.Invalid("permissions", "Name at least one permission the token lends.");
        }
        if (!validity.isPositive() || validity.compareTo(LONGEST) > 0) {
            throw new Refusal.Invalid("days", "A token is valid for 1 to 366 days.");
        }
    }

    /// A token that leaks must not make another one that outlives it.
    private static void refuseTokens(Person maker) {
        if (maker.signedInBy() instanceof SignedInBy.Token) {
            throw new Refusal.NotAllowed("A token cannot make another one. Sign in and make it under Settings.");
        }
    }
}
