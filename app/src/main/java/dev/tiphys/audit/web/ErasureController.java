package dev.tiphys.audit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.tiphys.audit.AuditErasures;
import dev.tiphys.identity.Person;

/// Erasing what names a person from the log.
@Controller
class ErasureController {

    private final AuditErasures erasures;

    ErasureController(AuditErasures erasures) {
        this.erasures = erasures;
    }

    @PostMapping("/audit/erasures")
    ResponseEntity<Void> erase(Person person, @RequestParam String subject, @RequestParam String reason) {
        erasures.erase(subject, reason, person);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, "/audit?code=audit.erased")
                .build();
    }

    /// Who is to be forgotten, by subject.
    record ErasureWish(@NotBlank String subject, @NotBlank String reason) {}

    /// How many entries named the person.
    record Erased(int entries) {}

    @PostMapping("/api/v1/audit/erasures")
    @ResponseBody
    Erased eraseByProgram(Person person, @RequestBody @Valid ErasureWish wish) {
        return new Erased(erasures.erase(wish.subject(), wish.reason(), person));
    }
}
