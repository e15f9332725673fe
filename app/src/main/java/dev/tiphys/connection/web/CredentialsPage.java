package dev.tiphys.connection.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.connection.PortalToken;
import dev.tiphys.connection.RemoteSystems.Credential;
import dev.tiphys.connection.TokenRight;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// What the page of the portal's own tokens shows.
record CredentialsPage(List<Row> rows) {

    /// One token.
    record Row(String name, String place, boolean renewable, @Nullable Age since, @Nullable Age used, Status expiry,
            @Nullable When expires, List<Right> rights) {}

    /// One right, with whether that is as it should be.
    record Right(Status status, String what) {}

    static CredentialsPage of(List<Credential> credentials, Instant now) {
        return new CredentialsPage(credentials.stream().map(credential -> row(credential, now)).toList());
    }

    private static Row row(Credential credential, Instant now) {
        PortalToken token = credential.token();
        Instant born = token.since() == null ? token.issued() : token.since();
        return new Row(credential.name(), token.place(), token.renewable(), age(born, now),
                age(token.lastUsed(), now), expiry(token, now),
                token.expires() == null ? null : When.of(token.expires()),
                credential.rights().stream().map(CredentialsPage::right).toList());
    }

    private static @Nullable Age age(@Nullable Instant moment, Instant now) {
        return moment == null ? null : Age.of(moment, now);
    }

    private static Status expiry(PortalToken token, Instant now) {
        Instant expires = token.expires();
        if (expires == null) {
            return new Status(State.IDLE, "Tells no end");
        }
        if (token.expired()) {
            return new Status(State.BAD, "Expired " + Age.of(expires, now).words() + " ago");
        }
        String left = Age.words(Duration.between(now, expires));
        return token.expiresSoon()
                ? new Status(State.WAIT, "Ends in " + left + ": renew it")
                : new Status(State.OK, "Good for " + left);
    }

    private static Right right(TokenRight right) {
        if (right.allowed()) {
            return new Right(right.wanted() ? new Status(State.OK, "may") : new Status(State.WAIT, "may, needs not"),
                    right.what());
        }
        return new Right(right.wanted() ? new Status(State.BAD, "may not") : new Status(State.IDLE, "may not"),
                right.what());
    }
}
