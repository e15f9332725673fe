package dev.tiphys.approval.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.approval.Absence;
import dev.tiphys.approval.Substitutes;
import dev.tiphys.approval.web.AbsencesPage.Form;
import dev.tiphys.approval.web.AbsencesPage.Line;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Naming a substitute for an absence, in whole days (UTC).
@Controller
class AbsencesController {

    private static final String ABSENCES = Links.HOME + "/absences";
    private static final String TEMPLATE = "approvals/absences";

    private final Substitutes substitutes;
    private final Clock clock;

    AbsencesController(Substitutes substitutes, Clock clock) {
        this.substitutes = substitutes;
        this.clock = clock;
    }

    @GetMapping(ABSENCES)
    String show(Person person, Model model) {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        model.addAttribute("page", page(person, Map.of(), new Form("", today, "")));
        return TEMPLATE;
    }

    @PostMapping(ABSENCES)
    Object name(@RequestParam(defaultValue = "") String substitute, @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until, Person person, Model model, HttpServletResponse response) {
        substitutes.requireSomebodyWhoDecides(person);
        try {
            substitutes.name(substitute, begin("from", from), begin("until", until).plusSeconds(86_400), person);
            return ApprovalAnswer.seeOther(ABSENCES);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(person, invalid.fields(), new Form(substitute, from, until)));
            return TEMPLATE;
        }
    }

    @PostMapping(ABSENCES + "/{id}/end")
    Object end(@PathVariable String id, Person person) {
        try {
            substitutes.end(UUID.fromString(id), person);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound("You have no such absence.");
        }
        return ApprovalAnswer.seeOther(ABSENCES);
    }

    private static Instant begin(String field, String day) {
        try {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException noDay) {
            throw new Refusal.Invalid(field, "Write a day such as 2026-12-24.");
        }
    }

    private AbsencesPage page(Person person, Map<String, String> errors, Form form) {
        List<Line> own = substitutes.of(person).stream().map(AbsencesController::line).toList();
        List<String> standing = substitutes.standingFor(person).stream()
                .map(absence -> absence.absentName() + ", until " + lastDay(absence)).toList();
        return new AbsencesPage(own, standing, errors, form);
    }

    private static Line line(Absence absence) {
        return new Line(absence.substituteName(), LocalDate.ofInstant(absence.beginsAt(), ZoneOffset.UTC).toString(),
                lastDay(absence), ABSENCES + "/" + absence.id() + "/end");
    }

    private static String lastDay(Absence absence) {
        return LocalDate.ofInstant(absence.endsAt().minusSeconds(1), ZoneOffset.UTC).toString();
    }
}
