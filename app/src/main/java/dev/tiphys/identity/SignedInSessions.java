package dev.tiphys.identity;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.web.Refusal;

/// The sessions of people, on whichever replica they began. One that is ended here is unknown to all of them at the
/// next request.
@Component
public class SignedInSessions {

    private final SessionRecords records;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Access access;
    private final IdentitySettings settings;
    private final ApplicationEventPublisher events;

    SignedInSessions(SessionRecords records, FindByIndexNameSessionRepository<? extends Session> sessions,
            Access access, IdentitySettings settings, ApplicationEventPublisher events) {
        this.records = records;
        this.sessions = sessions;
        this.access = access;
        this.settings = settings;
        this.events = events;
    }

    /// A person's own, the latest used first.
    @Transactional(readOnly = true)
    public List<SignedInSession> list(Person person, @Nullable String current) {
        return views(records.of(person.subject()), current);
    }

    /// Everybody's, for administrators.
    @Transactional(readOnly = true)
    public List<SignedInSession> listAll(Person administrator, @Nullable String current) {
        access.require(administrator, PortalAction.SESSION_END, Scope.portal());
        return views(records.all(), current);
    }

    /// Ends one of the person's own sessions; an administrator ends anybody's.
    @Transactional
    public void end(Person person, UUID id) {
        SessionRecords.Row row = records.find(id)
                .filter(found -> isOwn(found, person) || access.may(person, PortalAction.SESSION_END, Scope.portal())
                        .allowed())
                .orElseThrow(() -> new Refusal.NotFound("There is no such session any more, or it is not yours."));
        end(person, row);
    }

    /// Ends all of the person's sessions but the one that asks.
    @Transactional
    public int endOthers(Person person, @Nullable String current) {
        access.requireAnywhere(person, PortalAction.SESSION_MANAGE);
        List<SessionRecords.Row> others = records.of(person.subject()).stream()
                .filter(row -> !row.sessionId().equals(current)).toList();
        others.forEach(row -> end(person, row));
        return others.size();
    }

    /// Ends all sessions of somebody, for administrators.
    @Transactional
    public int endAllOf(Person administrator, String username) {
        access.require(administrator, PortalAction.SESSION_END, Scope.portal());
        List<SessionRecords.Row> theirs = records.all().stream().filter(row -> row.username().equals(username))
                .toList();
        theirs.forEach(row -> end(administrator, row));
        return theirs.size();
    }

    /// Ends what the provider has ended: one session of its own, or all of a person.
    @Transactional
    public void endByProvider(@Nullable String subject, @Nullable String sid) {
        for (String session : records.takeByProvider(subject, sid)) {
            sessions.deleteById(session);
            String whose = subject == null ? "session " + sid : subject;
            events.publishEvent(
                    ActionTaken.by(Actor.portal("sign-in"), "session.ended-by-provider", "person", whose));
        }
    }

    // Browser and address name a person: they stand aside in the entry of the sign-in, where erasure reaches them.
    private void end(Person by, SessionRecords.Row row) {
        sessions.deleteById(row.sessionId());
        records.forget(row.sessionId());
        String code = isOwn(row, by) ? "session.ended" : "session.ended-by-administrator";
        events.publishEvent(ActionTaken.by(by, code, "person", row.username())
                .because("the one begun at " + row.startedAt().truncatedTo(ChronoUnit.SECONDS)));
    }

    private List<SignedInSession> views(List<SessionRecords.Row> rows, @Nullable String current) {
        return rows.stream().map(row -> row.view(current, settings.sessionLife())).toList();
    }

    private static boolean isOwn(SessionRecords.Row row, Person person) {
        return row.subject().equals(person.subject());
    }
}
