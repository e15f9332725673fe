package dev.tiphys.approval.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.approval.Absence;
import dev.tiphys.approval.Substitutes;
import dev.tiphys.identity.Person;

/// Substitutes for absences, as JSON.
@RestController
@RequestMapping("/api/v1/approval-absences")
@Tag(name = "Approvals")
class AbsencesApi {

    private final Substitutes substitutes;

    AbsencesApi(Substitutes substitutes) {
        this.substitutes = substitutes;
    }

    /// @param substitute the user name of who stands in
    record AbsenceBody(@Nullable String substitute, @Nullable Instant from, @Nullable Instant until) {}

    @GetMapping
    List<Absence> list(Person person) {
        return substitutes.of(person);
    }

    @PostMapping
    Absence name(@RequestBody AbsenceBody body, Person person) {
        return substitutes.name(ApprovalsApi.text(body.substitute()), body.from(), body.until(), person);
    }

    @DeleteMapping("/{id}")
    void end(@PathVariable UUID id, Person person) {
        substitutes.end(id, person);
    }
}
