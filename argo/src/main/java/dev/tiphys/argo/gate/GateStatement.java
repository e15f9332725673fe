package dev.tiphys.argo.gate;

import java.time.Instant;
import java.util.Objects;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;

/// What was decided at one gate. It holds for that question of that workflow alone, so that it opens nothing elsewhere.
///
/// @param workflow its name, which no other workflow of its namespace bears
/// @param gate full name of the node that asks; another one each time it asks again
/// @param wave the wave behind it
/// @param planHash of the plan that was decided on
/// @param decision `approve` or `reject`
/// @param by the subject of who decided
/// @param reason in words, and not too many, since it travels as an argument of a pod; empty without one
/// @param until the first moment at which it no longer counts
public record GateStatement(String workflow, String gate, String wave, String planHash, String decision, String by,
        String reason, Instant until) {

    private static final int LONGEST_REASON = 500;

    public GateStatement {
        reason = shortened(reason);
    }

    /// As much of a reason as a workflow carries.
    public static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    public boolean isApproval() {
        return decision.equals("approve");
    }

    /// Whether it was made for the same question under the same plan.
    public boolean isAbout(String ofWorkflow, String ofGate, String ofWave, String ofPlan) {
        return workflow.equals(ofWorkflow) && gate.equals(ofGate) && wave.equals(ofWave) && planHash.equals(ofPlan);
    }

    String json() {
        ObjectNode json = JsonView.object();
        json.put("workflow", workflow).put("gate", gate).put("wave", wave).put("plan", planHash)
                .put("decision", decision).put("by", by).put("reason", reason).put("until", until.toString());
        return JsonView.write(json);
    }

    static GateStatement ofJson(String text) {
        JsonView json = JsonView.parse(text);
        Instant until = Objects.requireNonNullElse(json.instant("until"), Instant.EPOCH);
        return new GateStatement(json.text("workflow"), json.text("gate"), json.text("wave"), json.text("plan"),
                json.text("decision"), json.text("by"), json.text("reason"), until);
    }
}
