package dev.tiphys.promotion.plan;

import java.util.List;

/// What a person asks for: this version of this service into these environments, in any order.
public record PlanRequest(String service, String version, List<String> environments) {

    public PlanRequest {
        environments = List.copyOf(environments);
    }
}
