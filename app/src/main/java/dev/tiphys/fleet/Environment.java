package dev.tiphys.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A named, ordered place of the fleet with the policy for promotions into it. An Application belongs to it when its
/// cluster carries all labels of the selector.
///
/// @param position in the order of promotion, from 0
/// @param selector cluster labels and their values
/// @param after the environments that must be complete before it
/// @param approval whether a person has to approve before its wave starts
/// @param maxInFlight how many targets change at once, at least 1
/// @param soak how long a target must stay healthy before it counts as done
public record Environment(String name, int position, Map<String, String> selector, List<String> after, boolean approval,
        int maxInFlight, Duration soak) {

    public Environment {
        selector = Map.copyOf(selector);
        after = List.copyOf(after);
    }

    /// Whether a cluster with these labels lies in this environment.
    public boolean contains(Map<String, String> clusterLabels) {
        return !selector.isEmpty() && clusterLabels.entrySet().containsAll(selector.entrySet());
    }
}
