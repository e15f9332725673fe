package dev.tiphys.promotion.figures;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionPhase;

/// What counts of a stored promotion.
///
/// @param announcedAt when a build announced its version; null when none did
/// @param productionBegan when its first wave of production started; null when none did
/// @param productionDone when its last wave of production was complete; null unless all of them are
/// @param hurt whether a target of production failed, or was left as it was
public record PastPromotion(String version, PromotionPhase phase, Instant createdAt, @Nullable Instant startedAt,
        @Nullable Instant finishedAt, @Nullable Instant announcedAt, @Nullable Instant productionBegan,
        @Nullable Instant productionDone, boolean hurt) {

    Instant begin() {
        return startedAt == null ? createdAt : startedAt;
    }

    boolean succeeded() {
        return phase == PromotionPhase.SUCCEEDED;
    }
}
