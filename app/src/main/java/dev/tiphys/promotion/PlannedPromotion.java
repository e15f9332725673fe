package dev.tiphys.promotion;

import dev.tiphys.promotion.compile.CompiledPlan;
import dev.tiphys.promotion.plan.Planned;

/// A plan as it is shown before it starts, with the id it has reserved and the texts that would be submitted.
public record PlannedPromotion(PromotionId id, Planned planned, CompiledPlan compiled) {}
