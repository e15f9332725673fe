package dev.tiphys.approval.web;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.Approvals;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Confirmation;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.Refusal;

/// Who decides: the person as the sign-in service knows them at this moment, signed in as lately as the configuration
/// wants it for what is asked.
@Component
class Deciders {

    private final Confirmation confirmation;
    private final Approvals approvals;
    private final Access access;

    Deciders(Confirmation confirmation, Approvals approvals, Access access) {
        this.confirmation = confirmation;
        this.approvals = approvals;
        this.access = access;
    }

    /// Refuses at once whoever could decide nothing at all, before anything is said about what they sent.
    Person toDecide(Person person, List<ApprovalId> ids) {
        requireSomewhere(person);
        return now(person, ids);
    }

    /// The same for one request, which must be there.
    Person toDecide(Person person, ApprovalId id) {
        requireSomewhere(person);
        Person now = confirmation.require(person, Permission.APPROVE, approvals.get(id).wish().scope());
        requireSomewhere(now);
        return now;
    }

    /// Refuses whoever could decide nothing at all.
    void requireSomewhere(Person person) {
        access.requireAnywhere(person, PortalAction.APPROVAL_DECIDE);
    }

    Person now(Person person, ApprovalId id) {
        return now(person, List.of(id));
    }

    Person now(Person person, List<ApprovalId> ids) {
        for (ApprovalId id : ids) {
            scope(id).ifPresent(scope -> confirmation.requireFresh(person, Permission.APPROVE, scope));
        }
        return confirmation.require(person);
    }

    /// Empty when there is no such request; whoever decides it says so.
    private Optional<Scope> scope(ApprovalId id) {
        try {
            return Optional.of(approvals.get(id).wish().scope());
        } catch (Refusal.NotFound none) {
            return Optional.empty();
        }
    }
}
