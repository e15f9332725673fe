package dev.tiphys.promotion;

/// What a promotion needs people for has changed, besides its gates, for which they are asked by approval requests.
/// Published inside the transaction that noticed it.
///
/// @param forPeople whether somebody is needed now: a target asks, or nothing has moved for too long
public record PromotionWaits(PromotionId id, boolean forPeople) {}
