package dev.tiphys.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tiphys.argo.cd.OperationState;

/// Which operation of an Application is this delivery's own: the one that carries promotion and attempt.
record Operations(String promotion, String attempt, Map<String, String> why) {

    private static final String PROMOTION = "tiphys.dev/promotion";
    private static final String ATTEMPT = "tiphys.dev/attempt";

    static Operations of(Order order) {
        Map<String, String> why = new LinkedHashMap<>();
        for (String word : List.of("requester", "change", "note")) {
            order.find(word).ifPresent(value -> why.put("tiphys.dev/" + word, value));
        }
        return new Operations(order.promotion(), order.attempt(), why);
    }

    /// What the operation carries: whose it is, and why it is done at whose wish.
    Map<String, String> infos() {
        Map<String, String> infos = new LinkedHashMap<>(Map.of(PROMOTION, promotion, ATTEMPT, attempt));
        infos.putAll(why);
        return infos;
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
