package dev.tiphys.approval.web;

import java.util.Collection;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalInbox;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Confirmation;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;

/// The person with the groups they have now, as the identity provider says right before a decision. It may call the
/// provider, so handlers ask it before any transaction.
@Component
class Confirmed {

    private final Confirmation confirmation;
    private final ApprovalInbox inbox;
    private final Access access;

    Confirmed(Confirmation confirmation, ApprovalInbox inbox, Access access) {
        this.confirmation = confirmation;
        this.inbox = inbox;
        this.access = access;
    }

    Person now(ApprovalId id, Person person) {
        return confirmation.require(person, Permission.APPROVE, inbox.get(id, person).wish().scope());
    }

    /// Refuses at once whoever can decide nothing at all.
    Person toDecide(ApprovalId id, Person person) {
        access.requireAnywhere(person, PortalAction.APPROVAL_DECIDE);
        return now(id, person);
    }

    /// For several at once: each scope may want a fresh sign-in of its own.
    Person now(Collection<ApprovalId> ids, Person person) {
        access.requireAnywhere(person, PortalAction.APPROVAL_DECIDE);
        Person confirmed = person;
        for (Scope scope : inbox.scopes(ids)) {
            confirmed = confirmation.require(person, Permission.APPROVE, scope);
        }
        return confirmed;
    }
}
