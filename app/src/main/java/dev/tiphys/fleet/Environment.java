package dev.tiphys.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A named, ordered place of the fleet with the policy for promotions into it. An Application belongs to it when its
/// cluster carries all labels of the selector.
///
/// @param name lower-case letters, digits and single dashes, beginning with a letter: it names parts of a workflow
/// @param position in the order of promotion, from 0
/// @param selector cluster labels and their values
/// @param after the environments that must be complete before it
/// @param approval whether a person has to approve before its wave starts
/// @param maxInFlight how many targets change at once, at least 1
/// @param soak how long a target must stay healthy before it counts as done
/// @param note whether a promotion into it must say why
/// @param changeReference whether a promotion into it must name the change it belongs to
public record Environment(String name, int position, Map<String, String> selector, List<String> after, boolean approval,
        int maxInFlight, Duration soak, boolean note, boolean changeReference) {

    private static final Pattern NAME = Pattern.compile("(?!approve-|admit$)(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Environment {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' cannot name an environment. Write up to 40 lower-case"
                    + " letters, digits and single dashes, beginning with a letter, and not with 'approve-'; 'admit' is taken.");
        }
        selector = Map.copyOf(selector);
        after = List.copyOf(after);
    }

    /// One that wants to be told nothing.
    public Environment(String name, int position, Map<String, String> selector, List<String> after, boolean approval,
            int maxInFlight, Duration soak) {
        this(name, position, selector, after, approval, maxInFlight, soak, false, false);
    }

    /// Whether a cluster with these labels lies in this environment.
    public boolean contains(Map<String, String> clusterLabels) {
        return !selector.isEmpty() && clusterLabels.entrySet().containsAll(selector.entrySet());
    }
}
