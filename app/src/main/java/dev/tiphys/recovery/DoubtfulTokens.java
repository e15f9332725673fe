package dev.tiphys.recovery;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.RestoredCredentials;
import dev.tiphys.identity.RestoredCredentials.Suspended;
import dev.tiphys.web.Refusal;

/// The API tokens of a restored database. Whether one was revoked after the backup nobody can see from here, so each is
/// revoked unless an administrator confirms it.
@Component
class DoubtfulTokens implements Comparison {

    private static final String PREFIX = "token/";

    private final RestoredCredentials credentials;

    DoubtfulTokens(RestoredCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public List<Difference> find() {
        return credentials.suspended().stream().map(DoubtfulTokens::difference).toList();
    }

    private static Difference difference(Suspended token) {
        String used = token.lastUsedAt() == null
                ? "It was never used."
                : "It was last used at " + token.lastUsedAt()
                        + ".";
        return new Difference(PREFIX + token.id(), "doubtful-token", token.name() + " of " + token.username(),
                "The token " + token.hint() + " may have been revoked after the backup, and is refused. " + used
                        + " Dropping revokes it; confirming lets it work again.",
                List.of(Choice.DROP, Choice.CONFIRM));
    }

    @Override
    public void settle(Difference difference, Choice choice, String who) {
        if (!difference.id().startsWith(PREFIX)) {
            return;
        }
        UUID token = UUID.fromString(difference.id().substring(PREFIX.length()));
        boolean changed = choice == Choice.CONFIRM ? credentials.confirm(token) : credentials.revoke(token);
        if (!changed) {
            throw new Refusal.Conflict("The token " + difference.subject()
                    + " has been changed at this moment. Look again.");
        }
    }
}
