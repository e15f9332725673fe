package dev.tiphys.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Has it on record that a token is used to change something, before it does: if that cannot be written, the request
/// goes no further.
@Component
class TokenUse {

    private final ApplicationEventPublisher events;

    TokenUse(ApplicationEventPublisher events) {
        this.events = events;
    }

    void note(Person person, HttpServletRequest request) {
        String token = person.signedInBy() instanceof SignedInBy.Token by ? by.name() : "";
        events.publishEvent(ActionTaken.by(person, "token.used", "token", token)
                .because(request.getMethod() + " " + request.getRequestURI()));
    }
}
