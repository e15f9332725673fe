package dev.tiphys.audit.web;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.web.NavigationEntry;

/// The audit log in the top bar, for those who may read some of it.
@Component
class AuditNavigation implements NavigationEntry {

    private final CurrentPerson current;
    private final Access access;

    AuditNavigation(CurrentPerson current, Access access) {
        this.current = current;
        this.access = access;
    }

    @Override
    public String label() {
        return "nav.audit";
    }

    @Override
    public String path() {
        return "/audit";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public boolean visible() {
        return current.find().filter(person -> access.mayAnywhere(person, PortalAction.AUDIT_READ)
                || access.mayAnywhere(person, PortalAction.AUDIT_SEE)).isPresent();
    }
}
