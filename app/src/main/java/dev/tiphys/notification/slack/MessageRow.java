package dev.tiphys.notification.slack;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tiphys.approval.ApprovalId;

/// A message as the portal keeps it.
///
/// @param step `MESSAGE` for the request's own, otherwise what the reply below it tells of
/// @param nonce what its buttons carry; a press without it is not from this message
/// @param wanted how much there is to tell
/// @param triedAt when a post was begun whose end is not known
record MessageRow(UUID id, ApprovalId request, String step, String nonce, @Nullable String channel,
        @Nullable SlackPlace place, int wanted, @Nullable Instant triedAt, Instant createdAt) {

    static final String MESSAGE = "MESSAGE";

    boolean isReply() {
        return !step.equals(MESSAGE);
    }

    Optional<SlackPlace> posted() {
        return Optional.ofNullable(place);
    }
}
