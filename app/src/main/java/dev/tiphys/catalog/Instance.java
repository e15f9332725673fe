package dev.tiphys.catalog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One thing that somebody ordered.
///
/// @param itemVersion whose templates it is run by
/// @param reason why it failed; empty otherwise
/// @param life how long it lives, and what stands between it and its end
/// @param last the action of the latest run
/// @param lastPhase how that run is or went
/// @param lastReason why it failed; empty otherwise
public record Instance(UUID id, String provider, String item, String itemVersion, String name, String team,
        String requester, String requesterName, Map<String, String> inputs, Map<String, String> outputs,
        InstanceStatus status, String reason, Instant createdAt, Instant changedAt, Life life, String last,
        RunPhase lastPhase, String lastReason) {

    public Instance {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }

    /// What a value is now: what the provider said last, else what was ordered.
    public String value(String key) {
        return outputs.getOrDefault(key, inputs.getOrDefault(key, ""));
    }

    /// What these fields are now, as far as they are anything.
    Map<String, String> present(List<ItemAction.Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream().map(ItemAction.Field::name).forEach(field -> {
            String now = value(field);
            if (!now.isEmpty()) {
                values.put(field, now);
            } else if (field.equals("name")) {
                values.put(field, name);
            }
        });
        return values;
    }

    /// As if it were of this version already, so that all that is asked of its item is asked of that one.
    Instance at(String version) {
        return new Instance(id, provider, item, version, name, team, requester, requesterName, inputs, outputs, status,
                reason, createdAt, changedAt, life, last, lastPhase, lastReason);
    }

    /// Why an action cannot begin now; empty when it can.
    String whyNot(String action) {
        if (status == InstanceStatus.DELETING && life.isCondemned()) {
            return "It is to be deleted. Restore it first.";
        }
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
