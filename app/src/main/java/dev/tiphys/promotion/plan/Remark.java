package dev.tiphys.promotion.plan;

/// What a person should know about a plan. It is not part of the plan's hash.
///
/// @param code stable, such as `held-by-promotion`
/// @param environment the wave it belongs to; empty for the whole plan
/// @param target the application it belongs to; empty for all
public record Remark(Level level, String code, String environment, String target, String text) {

    /// Whether the promotion may start all the same.
    public enum Level {
        /// Good to know.
        NOTE,
        /// Likely to go wrong; a person may start all the same.
        WARNING,
        /// The promotion cannot start.
        BLOCKER
    }
}
