package dev.tiphys.identity.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.WorkflowGuard;
import dev.tiphys.identity.WorkflowVerdict;

/// Says whether the person may submit a workflow, and everything that speaks against it. Nothing is submitted.
@RestController
@Tag(name = "Workflows")
class WorkflowCheckApi {

    private final WorkflowGuard guard;

    WorkflowCheckApi(WorkflowGuard guard) {
        this.guard = guard;
    }

    /// @param manifest in YAML or JSON, as it would be submitted
    record CheckWish(@NotBlank String manifest) {}

    @PostMapping("/api/v1/workflows/check")
    WorkflowVerdict check(Person person, @RequestBody @Valid CheckWish wish) {
        return guard.check(person, wish.manifest());
    }
}
