package dev.tiphys.promotion.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.promotion.plan.PlanRequest;

/// What a person asks to plan, as addresses and forms carry it: a version and where it goes, or what is rolled back.
///
/// @param rollbackOf a promotion's id; empty for a way forward
/// @param application the one target that goes back; empty for all
record PlanAsk(@Nullable String service, @Nullable String version, @Nullable List<String> environments,
        @Nullable String rollbackOf, @Nullable String application) {

    PlanRequest request() {
        if (!text(rollbackOf).isEmpty()) {
            return PlanRequest
                    .back(new PlanRequest.Rollback(Ids.promotion(text(rollbackOf)).value(), text(application)));
        }
        return new PlanRequest(text(service), text(version), environments == null ? List.of() : environments);
    }

    /// The address of one of the plan's texts.
    static String address(PlanRequest request, String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(Links.HOME + path);
        PlanRequest.Rollback rollback = request.rollback();
        return (rollback == null
                ? address.queryParam("service", request.service()).queryParam("version", request.version())
                        .queryParam("environments", request.environments())
                : address.queryParam("rollbackOf", rollback.promotion()).queryParam("application",
                        rollback.application()))
                .encode().toUriString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
