package dev.tiphys.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.AccessPolicy.Role;
import dev.tiphys.web.Refusal;

/// The only door to permissions. Nothing is allowed unless a rule says so, and a rule that denies wins.
@Component
public class Access {

    private final Map<String, Role> roles;

    Access(AccessPolicy policy) {
        this.roles = policy.roles();
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

    /// Refuses with the verdict's reason unless the person may.
    public void require(Person person, Permission permission, Scope scope) {
        if (may(person, permission, scope) instanceof Verdict.Denied denied) {
            throw new Refusal.NotAllowed(denied.reason());
        }
    }

    /// Whether there is anything at all the person may do this to; to show a way in, never to let somebody through.
    public boolean mayAnywhere(Person person, Permission permission) {
        return isLent(person, permission) && rules(person, permission).anyMatch(rule -> !rule.denies());
    }

    /// Refuses somebody who may not do this to anything; for what is the person's own.
    public void requireAnywhere(Person person, Permission permission) {
        if (!mayAnywhere(person, permission)) {
            throw new Refusal.NotAllowed(person.username() + " may not " + permission.word() + " anything here.");
        }
    }

    /// The names of the person's roles, sorted.
    public List<String> rolesOf(Person person) {
        return rolesHeld(person).map(Map.Entry::getKey).sorted().toList();
    }

    /// The groups whose members may do this there, sorted: whom to ask.
    public List<String> groupsThatMay(Permission permission, Scope scope) {
        return roles.entrySet().stream().filter(role -> {
            List<Rule> fitting = rulesOf(role).stream()
                    .filter(rule -> rule.concerns(permission) && rule.fits(scope)).toList();
            return !fitting.isEmpty() && fitting.stream().noneMatch(Rule::denies);
        }).flatMap(role -> role.getValue().groups().stream()).distinct().sorted().toList();
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
            case SignedInBy.Slack _ -> permission == Permission.APPROVE || permission == Permission.VIEW;
            case SignedInBy.Token token -> token.permissions().contains(permission);
        };
    }

    private Stream<Rule> rules(Person person, Permission permission) {
        return rolesHeld(person).sorted(Map.Entry.comparingByKey()).flatMap(role -> rulesOf(role).stream())
                .filter(rule -> rule.concerns(permission));
    }

    private Stream<Map.Entry<String, Role>> rolesHeld(Person person) {
        Set<String> groups = person.groups();
        return roles.entrySet().stream()
                .filter(role -> role.getValue().groups().stream().anyMatch(groups::contains));
    }

    private static List<Rule> rulesOf(Map.Entry<String, Role> role) {
        List<Rule> rules = new ArrayList<>();
        for (AccessPolicy.Grant grant : role.getValue().grants()) {
            String number = "grant " + (rules.size() + 1);
            String name = grant.name() == null ? number : "grant \"" + grant.name() + "\"";
            rules.add(new Rule("role " + role.getKey() + ", " + name, grant));
        }
        return rules;
    }
}
