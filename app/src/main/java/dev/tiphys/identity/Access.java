package dev.tiphys.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.web.Refusal;

/// The only door to permissions. Nothing is allowed unless a rule says so, and a rule that denies wins. Each question
/// is answered by the policy that counts at that moment.
@Component
public class Access {

    private final CurrentPolicy policy;

    Access(CurrentPolicy policy) {
        this.policy = policy;
    }

    /// Whether the person may do this there.
    public Verdict may(Person person, Permission permission, Scope scope) {
        if (!isLent(person, permission)) {
            return notLent(person, permission);
        }
        if (permission == Permission.APPROVE && person.subject().equals(scope.requestedBy())) {
            return new Verdict.Denied("four eyes", "Nobody approves their own request. Ask somebody else who may.");
        }
        List<Rule> rules = rules(person, permission).filter(rule -> rule.covers(person, scope)).toList();
        return decide(rules, person, permission, scope);
    }

    /// Whether the person may take this action there: by any of the permissions that are enough for it.
    public Verdict may(Person person, PortalAction action, Scope scope) {
        List<Verdict> verdicts = action.permissions().stream().map(permission -> may(person, permission, scope))
                .toList();
        return verdicts.stream().filter(Verdict::allowed).findFirst().orElse(verdicts.getFirst());
    }

    /// Refuses with the verdict's reason unless the person may.
    public void require(Person person, Permission permission, Scope scope) {
        pass(may(person, permission, scope));
    }

    /// Refuses with the verdict's reason unless the person may take this action there.
    public void require(Person person, PortalAction action, Scope scope) {
        pass(may(person, action, scope));
    }

    private static void pass(Verdict verdict) {
        if (verdict instanceof Verdict.Denied denied) {
            throw new Refusal.NotAllowed(denied.reason());
        }
    }

    /// Whether there is anything at all the person may do this to; to show a way in, never to let somebody through.
    public boolean mayAnywhere(Person person, Permission permission) {
        return isLent(person, permission) && rules(person, permission).anyMatch(rule -> !rule.denies());
    }

    /// Whether there is anything at all the person may take this action on.
    public boolean mayAnywhere(Person person, PortalAction action) {
        return action.permissions().stream().anyMatch(permission -> mayAnywhere(person, permission));
    }

    /// Refuses somebody who may not do this to anything; for what is the person's own.
    public void requireAnywhere(Person person, Permission permission) {
        if (!mayAnywhere(person, permission)) {
            throw new Refusal.NotAllowed(person.username() + " may not " + permission.word() + " anything here.");
        }
    }

    /// Refuses whoever may take this action nowhere at all; for what a person does to things of their own.
    public void requireAnywhere(Person person, PortalAction action) {
        if (!mayAnywhere(person, action)) {
            pass(may(person, action, Scope.portal()));
        }
    }

    /// The names of the person's roles, sorted.
    public List<String> rolesOf(Person person) {
        return policy.get().rolesOf(person);
    }

    /// What the person's roles grant and deny, rule by rule.
    public List<Entitlement> entitlementsOf(Person person) {
        return policy.get().rulesOf(person).stream()
                .flatMap(rule -> rule.grant().permissions().stream()
                        .map(permission -> Entitlement.of(rule, permission, isLent(person, permission))))
                .sorted().toList();
    }

    /// The names of all teams, sorted.
    public List<String> teams() {
        return policy.get().written().teams().keySet().stream().sorted().toList();
    }

    /// The groups whose members may do this there, sorted: whom to ask.
    public List<String> groupsThatMay(Permission permission, Scope scope) {
        Policy now = policy.get();
        return now.groups().stream().filter(group -> groupMay(now, group, permission, scope)).toList();
    }

    private static boolean groupMay(Policy policy, String group, Permission permission, Scope scope) {
        Person member = new Person("", "", "", Set.of(group), policy.teamsOf(Set.of(group)), new SignedInBy.Browser());
        List<Rule> rules = policy.rulesOf(member).stream().filter(rule -> rule.concerns(permission)).toList();
        return rules.stream().anyMatch(rule -> !rule.denies() && rule.fits(scope))
                && rules.stream().noneMatch(rule -> rule.denies() && rule.covers(member, scope));
    }

    private static Verdict decide(List<Rule> rules, Person person, Permission permission, Scope scope) {
        Optional<Rule> deny = rules.stream().filter(Rule::denies).findFirst();
        Optional<Rule> allow = rules.stream().filter(rule -> !rule.denies()).findFirst();
        String wish = permission.word() + " " + scope.words();
        if (deny.isPresent()) {
            return new Verdict.Denied(deny.get().name(),
                    person.username() + " may not " + wish + ": " + deny.get().name() + " forbids it.");
        }
        return allow.<Verdict>map(rule -> new Verdict.Allowed(rule.name(),
                person.username() + " may " + wish + " by " + rule.name() + "."))
                .orElseGet(() -> new Verdict.Denied("nothing by default",
                        person.username() + " may not " + wish + ": no role of theirs grants it."));
    }

    private static Verdict notLent(Person person, Permission permission) {
        String wish = "\"" + permission.word() + "\"";
        return person.signedInBy() instanceof SignedInBy.Slack
                ? new Verdict.Denied("slack scope", "Slack is not the place for " + wish + ". Use the portal's page.")
                : new Verdict.Denied("token scope", "The API token is not made for " + wish + ". Make one that is.");
    }

    private static boolean isLent(Person person, Permission permission) {
        return switch (person.signedInBy()) {
            case SignedInBy.Browser _ -> true;
            case SignedInBy.Emergency _ -> true;
            case SignedInBy.ArgoWorkflows _ -> permission == Permission.PROMOTE || permission == Permission.VIEW;
            case SignedInBy.Slack _ -> permission == Permission.APPROVE || permission == Permission.VIEW;
            case SignedInBy.Token token -> token.permissions().contains(permission);
        };
    }

    private Stream<Rule> rules(Person person, Permission permission) {
        return policy.get().rulesOf(person).stream().filter(rule -> rule.concerns(permission));
    }
}
