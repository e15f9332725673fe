package dev.tiphys.notification.slack;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.promotion.PromotionId;

/// A message as the portal keeps it.
///
/// @param request that it is about; the promotion's id where it is about one
/// @param step `MESSAGE` for the request's own, otherwise what the reply below it tells of
/// @param nonce what its buttons carry; a press without it is not from this message
/// @param wanted how much there is to tell
/// @param triedAt when a post was begun whose end is not known
/// @param askedAt of a promotion's message: since when people are needed; null while they are not
record MessageRow(UUID id, ApprovalId request, String step, String nonce, @Nullable String channel,
        @Nullable SlackPlace place, int wanted, @Nullable Instant triedAt, Instant createdAt,
        @Nullable Instant askedAt) {

    static final String MESSAGE = "MESSAGE";
    static final String PROMOTION = "PROMOTION";
    static final String PROMOTION_REMINDER = "PROMOTION_REMINDER";

    boolean isReply() {
        return !step.equals(MESSAGE) && !step.equals(PROMOTION);
    }

    boolean isAboutPromotion() {
        return step.startsWith(PROMOTION);
    }

    PromotionId promotion() {
        return new PromotionId(request.value());
    }

    /// What the record calls the kind of thing that it is about.
    String about() {
        return isAboutPromotion() ? "promotion" : "approval";
    }

    Optional<SlackPlace> posted() {
        return Optional.ofNullable(place);
    }
}
