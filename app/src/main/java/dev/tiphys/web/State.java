package dev.tiphys.web;

import java.util.Locale;

/// The five states in which anything is shown. Each has one shape and one colour on every page.
public enum State {
    /// Done and well.
    OK,
    /// On its way.
    RUN,
    /// Waits for a person or a time.
    WAIT,
    /// Broken, or asks for a decision.
    BAD,
    /// Idle or unknown.
    IDLE;

    /// The class of the style sheets.
    public String css() {
        return "is-" + name().toLowerCase(Locale.ROOT);
    }
}
