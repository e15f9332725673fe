package dev.tiphys.catalog;

import java.util.HashMap;
import java.util.Map;

/// What a provider sees of an instance.
///
/// @param exists whether it is there at all
/// @param reason why it is not; may be empty
public record Sighting(boolean exists, String reason, Map<String, String> outputs) {

    private static final String EXISTS = "exists";
    private static final String REASON = "reason";

    public Sighting {
        outputs = Map.copyOf(outputs);
    }

    /// Of the outputs of an action `read`: `exists` and `reason` speak of the whole.
    static Sighting of(Map<String, String> outputs) {
        Map<String, String> others = new HashMap<>(outputs);
        others.remove(EXISTS);
        others.remove(REASON);
        return new Sighting(!outputs.getOrDefault(EXISTS, "true").strip().equalsIgnoreCase("false"),
                outputs.getOrDefault(REASON, "").strip(), others);
    }
}
