package dev.tiphys.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.AccessPolicy.WorkflowTie;
import dev.tiphys.web.Refusal;

/// Judges a workflow manifest before the portal submits it with its own token: it may run only in the namespaces and as
/// the service accounts that the policy gives one of the person's teams. Give it the text that is submitted, byte for
/// byte; for a retry or a resubmission, the manifest of what runs again.
@Component
public class WorkflowGuard {

    private final Access access;
    private final CurrentPolicy policy;
    private final List<ReservedNamespace> reserved;

    WorkflowGuard(Access access, CurrentPolicy policy, List<ReservedNamespace> reserved) {
        this.access = access;
        this.policy = policy;
        this.reserved = List.copyOf(reserved);
    }

    /// Refuses with all reasons, or gives the namespace to submit it to.
    public String require(Person person, String manifest) {
        WorkflowVerdict verdict = check(person, manifest);
        if (!verdict.allowed() || verdict.namespace() == null) {
            throw new Refusal.NotAllowed(String.join(" ", verdict.reasons()));
        }
        return verdict.namespace();
    }

    /// What speaks against it, all at once.
    public WorkflowVerdict check(Person person, String manifest) {
        WorkflowManifest asked = WorkflowManifest.read(manifest);
        List<String> reasons = new ArrayList<>(asked.problems());
        if (!asked.isReadable()) {
            return new WorkflowVerdict(false, null, reasons);
        }
        String namespace = asked.namespace().isEmpty() ? ownNamespace(person, reasons) : asked.namespace();
        if (namespace != null) {
            Optional<WorkflowTie> tie = tieOf(person, namespace, reasons);
            asked.namespacesBeside(namespace).forEach(other -> reasons
                    .add("It names the namespace " + other + " beside its own, " + namespace + "."));
            tie.ifPresent(found -> checkAccounts(asked, found, namespace, reasons));
        }
        return new WorkflowVerdict(reasons.isEmpty(), namespace, reasons);
    }

    /// What the policy opens to this person: namespaces, and the service accounts in them.
    public List<WorkflowTie> openTo(Person person) {
        return ties().stream().filter(tie -> may(person, tie).allowed()).toList();
    }

    private @Nullable String ownNamespace(Person person, List<String> reasons) {
        List<String> defaults = openTo(person).stream().map(tie -> tie.namespaces().getFirst()).toList();
        if (defaults.size() == 1) {
            return defaults.getFirst();
        }
        reasons.add(defaults.isEmpty()
                ? "It names no namespace, and the policy gives " + person.username() + " none to submit workflows to."
                : "It names no namespace, and several are open to " + person.username() + ": "
                        + String.join(", ", defaults) + ". Name one.");
        return null;
    }

    private Optional<WorkflowTie> tieOf(Person person, String namespace, List<String> reasons) {
        Optional<ReservedNamespace> taken = reserved.stream().filter(one -> one.name().equals(namespace)).findFirst();
        if (taken.isPresent()) {
            reasons.add("Nobody submits workflows to " + namespace + ", since " + taken.get().why() + ".");
            return Optional.empty();
        }
        Optional<WorkflowTie> tie = ties().stream().filter(one -> one.namespaces().contains(namespace)).findFirst();
        if (tie.isEmpty()) {
            reasons.add("The policy gives the namespace " + namespace + " to no team.");
            return tie;
        }
        if (may(person, tie.get()) instanceof Verdict.Denied denied) {
            reasons.add(denied.reason());
            return Optional.empty();
        }
        return tie;
    }

    private List<WorkflowTie> ties() {
        return policy.get().written().workflows();
    }

    private Verdict may(Person person, WorkflowTie tie) {
        if (!person.teams().contains(tie.team())) {
            return new Verdict.Denied("tie of workflows", "The namespace " + tie.namespaces().getFirst()
                    + " belongs to team " + tie.team() + ", which " + person.username() + " is not in.");
        }
        return tie.provider() == null
                ? access.may(person, PortalAction.WORKFLOW_SUBMIT, Scope.team(tie.team()))
                : access.may(person, PortalAction.WORKFLOW_PROVIDE, Scope.provider(tie.provider()));
    }

    private static void checkAccounts(WorkflowManifest asked, WorkflowTie tie, String namespace, List<String> reasons) {
        String given = String.join(", ", tie.serviceAccounts());
        if (!asked.namesAccount() && !tie.serviceAccounts().contains("default")) {
            reasons.add("It names no service account, so it would run as default. In " + namespace + " team "
                    + tie.team() + " has " + given + ".");
        }
        asked.accounts().stream().filter(account -> asked.namesAccount() || !account.equals("default"))
                .filter(account -> !tie.serviceAccounts().contains(account))
                .forEach(account -> reasons.add("It would run as the service account " + account + ". In " + namespace
                        + " team " + tie.team() + " has " + given + "."));
    }
}
