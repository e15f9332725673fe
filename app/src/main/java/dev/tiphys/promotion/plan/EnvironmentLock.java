package dev.tiphys.promotion.plan;

/// One environment of one service that a running promotion holds until its wave there has ended.
///
/// @param promotion what to call its holder in a sentence, such as `checkout v5 (01jd8k)`
public record EnvironmentLock(String service, String environment, String promotion) {}
