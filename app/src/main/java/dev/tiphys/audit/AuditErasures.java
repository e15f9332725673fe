package dev.tiphys.audit;

import java.sql.Timestamp;
import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.Refusal;

/// Erases what names a person from the log, on demand of that person or the law. The entries stay, under the subject
/// alone, and the chain still verifies.
@Component
public class AuditErasures {

    private final JdbcClient database;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditErasures(JdbcClient database, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /// Whether this person may erase.
    public boolean mayErase(Person person) {
        return access.may(person, PortalAction.AUDIT_ERASE, Scope.portal()).allowed();
    }

    /// @return how many entries named the person
    @Transactional
    public int erase(String subject, String reason, Person by) {
        access.require(by, PortalAction.AUDIT_ERASE, Scope.portal());
        if (reason.isBlank()) {
            throw new Refusal.Invalid("reason", "Say why, such as the number of the person's request.");
        }
        int erased = database.sql("""
                update audit_personal set salt = null, name = null, address = null, agent = null, erased_at = ?
                where subject = ? and erased_at is null
                """).params(Timestamp.from(clock.instant()), subject).update();
        if (erased == 0) {
            throw new Refusal.NotFound("The log holds no name of " + subject + ".");
        }
        events.publishEvent(ActionTaken.by(by, "audit.erased", "person", subject)
                .change("named in " + erased + " entries", "subject alone").because(reason.strip()));
        return erased;
    }
}
