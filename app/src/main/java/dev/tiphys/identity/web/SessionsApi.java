package dev.tiphys.identity.web;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInSession;
import dev.tiphys.identity.SignedInSessions;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The sessions of the person who asks; for administrators those of everybody.
@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Sessions")
class SessionsApi {

    private final SignedInSessions sessions;

    SessionsApi(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    /// How many were ended.
    record Ended(int ended) {}

    @GetMapping
    PageOf<SignedInSession> list(Person person, @RequestParam(defaultValue = "false") boolean all, PageAsk ask,
            HttpServletRequest request) {
        List<SignedInSession> found = all
                ? sessions.listAll(person, CurrentSession.id(request))
                : sessions.list(person, CurrentSession.id(request));
        return PageOf.from(found, ask);
    }

    /// Ends one.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Person person, @PathVariable UUID id) {
        sessions.end(person, id);
    }

    /// Ends all of one's own but the one that asks, or with `username` all of somebody's.
    @DeleteMapping
    Ended endMany(Person person, @RequestParam(required = false) @Nullable String username,
            HttpServletRequest request) {
        return new Ended(username == null
                ? sessions.endOthers(person, CurrentSession.id(request))
                : sessions.endAllOf(person, username));
    }
}
