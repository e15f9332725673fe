package dev.tiphys.connection.web;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Scope;

/// Those who may change the portal itself.
@Component
class Administrators {

    private final CurrentPerson current;
    private final Access access;

    Administrators(CurrentPerson current, Access access) {
        this.current = current;
        this.access = access;
    }

    /// Whether the person who looks is one of them.
    boolean include() {
        return current.find().filter(person -> access.may(person, Permission.ADMINISTER, Scope.portal()).allowed())
                .isPresent();
    }
}
