package dev.tiphys.promotion.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Purpose;

/// What the JSON API is sent to plan or start a promotion. What is missing is told by the planner, field by field.
record PromotionBody(@Nullable String service, @Nullable String version, @Nullable List<@Nullable String> environments,
        @Nullable String planHash, @Nullable String note, @Nullable String changeReference, @Nullable String rollbackOf,
        @Nullable String application) {

    PlanRequest request() {
        if (!text(rollbackOf).isEmpty()) {
            return PlanRequest
                    .back(new PlanRequest.Rollback(Ids.promotion(text(rollbackOf)).value(), text(application)));
        }
        List<String> names = environments == null
                ? List.of()
                : environments.stream().map(name -> name == null ? "" : name.strip()).toList();
        return new PlanRequest(text(service), text(version), names);
    }

    Purpose purpose(Person person) {
        return new Purpose(person.username(), text(note), text(changeReference));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
