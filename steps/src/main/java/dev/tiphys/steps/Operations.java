package dev.tiphys.steps;

import java.util.Map;

import dev.tiphys.argo.cd.OperationState;

/// Which operation of an Application is this delivery's own: the one that carries promotion and attempt.
record Operations(String promotion, String attempt) {

    private static final String PROMOTION = "tiphys.dev/promotion";
    private static final String ATTEMPT = "tiphys.dev/attempt";

    static Operations of(Order order) {
        return new Operations(order.promotion(), order.attempt());
    }

    Map<String, String> infos() {
        return Map.of(PROMOTION, promotion, ATTEMPT, attempt);
    }

    boolean isOwn(OperationState operation) {
        return promotion.equals(operation.info().get(PROMOTION)) && attempt.equals(operation.info().get(ATTEMPT));
    }

    /// Whose operation it is, for a sentence.
    static String owner(OperationState operation) {
        String other = operation.info().getOrDefault(PROMOTION, "");
        if (!other.isEmpty()) {
            return "promotion " + other;
        }
        return operation.initiatedBy().isEmpty() ? "Argo CD itself" : operation.initiatedBy();
    }
}
