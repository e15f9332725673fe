package dev.tiphys.promotion;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/// One step of a promotion from a phase to the next.
@Embeddable
public record PromotionTransition(Instant at, String who,
        @Nullable @Enumerated(EnumType.STRING) PromotionPhase phaseBefore,
        @Enumerated(EnumType.STRING) PromotionPhase phaseAfter, String why) {}
