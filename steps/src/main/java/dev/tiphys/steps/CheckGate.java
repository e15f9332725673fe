package dev.tiphys.steps;

import java.util.Optional;

import dev.tiphys.argo.gate.GateStatement;
import dev.tiphys.argo.gate.GateVerifier;

/// Opens a gate only for what the portal signed for it. Any other answer, such as a Resume pressed in Argo's own pages,
/// counts for nothing: the gate asks again.
final class CheckGate implements Verb {

    @Override
    public String run(Order order, Pod pod) {
        String gate = order.get("gate");
        Optional<GateStatement> signed = verifier(order).read(order.find("proof").orElse(""))
                .filter(stated -> stated.isAbout(order.promotion(), gate, order.get("wave"), order.get("plan")));
        if (signed.isEmpty()) {
            pod.leave("verdict", "forged");
            return gate + " was answered without the portal's signature; it asks again";
        }
        GateStatement stated = signed.get();
        if (!pod.now().isBefore(stated.until())) {
            pod.leave("verdict", "stale");
            return "the decision for " + gate + " held until " + stated.until() + "; it asks again";
        }
        if (!stated.isApproval()) {
            throw new ChangeFailed(
                    stated.reason().isEmpty() ? "the approval was not given" : stated.reason());
        }
        pod.leave("verdict", "approve");
        return gate + " is open";
    }

    private static GateVerifier verifier(Order order) {
        try {
            return new GateVerifier(order.get("key"));
        } catch (IllegalArgumentException e) {
            throw new UsageError("--key is not the portal's public key: " + e.getMessage(), e);
        }
    }
}
