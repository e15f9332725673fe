package dev.tiphys.notification.slack;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tiphys.approval.ApprovalId;

/// A link that was sent through Slack, as the portal keeps it: without its token.
///
/// @param hash in hexadecimal digits
/// @param request what it decides; null for one that links an account
/// @param account whom it links; null for one that decides
/// @param boundTo the only subject who may use it; null until somebody opens it who may decide
record OneTimeLink(String hash, @Nullable UUID request, @Nullable SlackUser account, @Nullable String boundTo,
        Instant expiresAt, @Nullable Instant openedAt, @Nullable Instant usedAt) {

    boolean isGoodAt(Instant now) {
        return usedAt == null && expiresAt.isAfter(now);
    }

    boolean isFor(String subject) {
        return boundTo == null || boundTo.equals(subject);
    }

    Optional<ApprovalId> decides() {
        return Optional.ofNullable(request).map(ApprovalId::new);
    }

    Optional<SlackUser> links() {
        return Optional.ofNullable(account);
    }
}
