package dev.tiphys.catalog;

import java.util.List;
import java.util.UUID;

/// Who would move where in a bulk upgrade, before it begins.
///
/// @param action that moves them
/// @param more how many instances are behind that do not fit into one bulk
public record UpgradePreview(Item target, ItemAction action, List<Candidate> candidates, boolean more) {

    public UpgradePreview {
        candidates = List.copyOf(candidates);
    }

    /// @param missing the fields that have no value yet
    /// @param whyNot why it cannot begin now; empty when it can
    public record Candidate(UUID id, String name, String team, String from, String to, List<String> missing,
            String whyNot) {

        public Candidate {
            missing = List.copyOf(missing);
        }
    }
}
