package dev.tiphys.promotion.plan;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What a person asks for: this version of this service into these environments, in any order.
///
/// @param rollback what is to be rolled back; null for a way forward. What it changes is found out, not asked for
public record PlanRequest(String service, String version, List<String> environments, @Nullable Rollback rollback) {

    public PlanRequest {
        environments = List.copyOf(environments);
    }

    public PlanRequest(String service, String version, List<String> environments) {
        this(service, version, environments, null);
    }

    /// The way back from a promotion, or from what it did to one application.
    public static PlanRequest back(Rollback rollback) {
        return new PlanRequest("", "", List.of(), rollback);
    }

    /// Which promotion is rolled back.
    ///
    /// @param application as `project/name` or `name`; empty for all that it changed
    public record Rollback(UUID promotion, String application) {}
}
