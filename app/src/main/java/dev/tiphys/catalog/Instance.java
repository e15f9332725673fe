package dev.tiphys.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One thing that somebody ordered.
///
/// @param itemVersion whose templates it is run by
/// @param reason why it failed; empty otherwise
/// @param last the action of the latest run
/// @param lastPhase how that run is or went
/// @param lastReason why it failed; empty otherwise
public record Instance(UUID id, String provider, String item, String itemVersion, String name, String team,
        String requester, String requesterName, Map<String, String> inputs, Map<String, String> outputs,
        InstanceStatus status, String reason, Instant createdAt, Instant changedAt, String last, RunPhase lastPhase,
        String lastReason) {

    public Instance {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }

    /// What a value is now: what the provider said last, else what was ordered.
    public String value(String key) {
        return outputs.getOrDefault(key, inputs.getOrDefault(key, ""));
    }

    /// Why an action cannot begin now; empty when it can.
    String whyNot(String action) {
        String state = status.whyNot(action, last);
        return state.isEmpty() && !lastPhase.isFinal()
                ? "The action " + last + " waits for its turn. Withdraw it, or wait for its end."
                : state;
    }

    /// Whether the last action failed and left the instance as it was.
    public boolean isTroubled() {
        return lastPhase == RunPhase.FAILED;
    }
}
