package dev.tiphys.promotion.plan;

import java.time.Duration;
import java.util.List;

/// A set of targets with the gate before it, how many change at once, and how long each must stay healthy.
///
/// @param name the environment's
public record Wave(String name, Gate gate, int maxInFlight, Duration soak, List<Target> targets) {

    public Wave {
        targets = List.copyOf(targets);
    }
}
