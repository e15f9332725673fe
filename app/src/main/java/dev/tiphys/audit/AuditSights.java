package dev.tiphys.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.audit.AuditSight.Concerned;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;

/// Finds what a person sees of the log. Access is asked once for each thing that the log speaks of, never per entry.
@Component
public class AuditSights {

    private final Access access;
    private final AuditQueries queries;

    AuditSights(Access access, AuditQueries queries) {
        this.access = access;
        this.queries = queries;
    }

    /// Refuses people who may neither read the log nor view anything.
    public AuditSight of(Person person) {
        if (mayReadAll(person)) {
            return new AuditSight.Everything();
        }
        if (!access.mayAnywhere(person, PortalAction.AUDIT_SEE)) {
            requireAll(person);
        }
        return new AuditSight.Only(queries.concerned().stream().filter(about -> mayView(person, about)).toList());
    }

    public boolean mayReadAll(Person person) {
        return access.may(person, PortalAction.AUDIT_READ, Scope.portal()).allowed();
    }

    /// Refuses everybody who may not read the whole log.
    public void requireAll(Person person) {
        access.require(person, PortalAction.AUDIT_READ, Scope.portal());
    }

    private boolean mayView(Person person, Concerned about) {
        Scope scope = new Scope(said(about.service()), said(about.team()), said(about.environment()),
                said(about.provider()), null);
        return access.may(person, PortalAction.AUDIT_SEE, scope).allowed();
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
