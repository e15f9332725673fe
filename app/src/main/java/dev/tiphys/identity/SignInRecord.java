package dev.tiphys.identity;

import java.time.Clock;

import jakarta.servlet.http.HttpSession;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what a sign-in tells about a person, and has it on record.
@Component
class SignInRecord {

    private final People people;
    private final KnownRecords known;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInRecord(People people, KnownRecords known, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void signedIn(Authentication authentication, HttpSession session) {
        session.setAttribute(SessionKeeper.SIGNED_IN_AT, clock.millis());
        people.find(authentication).ifPresent(person -> {
            known.note(person);
            events.publishEvent(ActionTaken.by(person, "session.signed-in", "person", person.subject()));
        });
    }

    @Transactional
    public void signedOut(Authentication authentication) {
        people.find(authentication).ifPresent(person -> events
                .publishEvent(ActionTaken.by(person, "session.signed-out", "person", person.subject())));
    }
}
