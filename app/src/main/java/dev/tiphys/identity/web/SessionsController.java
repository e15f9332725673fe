package dev.tiphys.identity.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInSession;
import dev.tiphys.identity.SignedInSessions;

/// Where a person sees in which browsers they are signed in, and signs out elsewhere.
@Controller
@RequestMapping(SessionsController.PATH)
class SessionsController {

    static final String PATH = "/settings/sessions";

    private final SignedInSessions sessions;
    private final Access access;
    private final Clock clock;

    SessionsController(SignedInSessions sessions, Access access, Clock clock) {
        this.sessions = sessions;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String list(Person person, @RequestParam(defaultValue = "false") boolean all, HttpServletRequest request,
            Model model) {
        String current = CurrentSession.id(request);
        List<SignedInSession> found = all ? sessions.listAll(person, current) : sessions.list(person, current);
        boolean mayAll = access.mayAnywhere(person, Permission.ADMINISTER);
        model.addAttribute("page", SessionsPage.of(found, all, mayAll, clock.instant()));
        return "settings/sessions";
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Void> end(Person person, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean all) {
        sessions.end(person, id);
        return seeOther(all ? PATH + "?all=true" : PATH);
    }

    @PostMapping("/others/end")
    ResponseEntity<Void> endOthers(Person person, HttpServletRequest request) {
        sessions.endOthers(person, CurrentSession.id(request));
        return seeOther(PATH);
    }

    static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", address).build();
    }
}
