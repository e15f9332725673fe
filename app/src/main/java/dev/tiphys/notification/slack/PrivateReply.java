package dev.tiphys.notification.slack;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What one person alone gets to see after a press. A link that it is to bring is made when it is sent, so its token
/// never lies in the database.
///
/// @param request the link is to decide it; null when it is to link the account, or when there is none
/// @param subject whose link it is
record PrivateReply(Kind kind, SlackUser to, String responseUrl, String words, @Nullable UUID request,
        @Nullable String subject, Instant since) implements Serializable {

    /// What is sent along.
    enum Kind {
        WORDS, LINK_ACCOUNT, DECIDE_IN_PORTAL
    }
}
