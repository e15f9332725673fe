package dev.tiphys.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.ErasedPeople;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PersonErased;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.Refusal;

/// Erases what names a person, on demand of that person or the law: from the log, and from everything else that the
/// portal keeps, by [PersonErased]. The entries stay, under the subject alone, and the chain still verifies.
@Component
public class AuditErasures {

    private final JdbcClient database;
    private final ErasedPeople people;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditErasures(JdbcClient database, ErasedPeople people, Access access, ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.people = people;
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
        Set<String> names = names(subject);
        int erased = database.sql("""
                update audit_personal set salt = null, name = null, address = null, agent = null, erased_at = ?
                where subject = ? and erased_at is null
                """).params(Timestamp.from(clock.instant()), subject).update();
        if (erased == 0) {
            throw new Refusal.NotFound("The log holds no name of " + subject + ".");
        }
        events.publishEvent(new PersonErased(subject, names, people.standIn(subject)));
        events.publishEvent(ActionTaken.by(by, "audit.erased", "person", subject)
                .change("named in " + erased + " entries", "subject alone").because(reason.strip()));
        return erased;
    }

    private Set<String> names(String subject) {
        Set<String> names = new TreeSet<>(people.names(subject));
        names.addAll(database.sql("select distinct name from audit_personal where subject = ? and name is not null")
                .param(subject).query((row, n) -> row.getString("name")).list());
        return names;
    }
}
