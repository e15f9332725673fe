package dev.tiphys.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An access policy, ready to be asked.
///
/// @param version the hash of its text
/// @param rules by role and, inside a role, as written
/// @param owners which team owns which service
record Policy(String version, AccessPolicy written, List<Rule> rules, ServiceOwners owners) {

    Policy {
        rules = List.copyOf(rules);
    }

    static Policy of(AccessPolicy written) {
        List<Rule> rules = new ArrayList<>();
        written.roles().forEach((name, role) -> rules.addAll(rules(name, role)));
        return new Policy(PolicyText.version(PolicyText.write(written)), written, rules,
                new ServiceOwners(written.projects()));
    }

    private static List<Rule> rules(String name, AccessPolicy.Role role) {
        List<Rule> rules = new ArrayList<>();
        int written = 0;
        for (AccessPolicy.Grant grant : role.everyGrant()) {
            boolean readyMade = rules.isEmpty() && role.like() != null;
            written += readyMade ? 0 : 1;
            String called = readyMade
                    ? "like " + role.like()
                    : grant.name() == null ? "grant " + written : "grant \"" + grant.name() + "\"";
            rules.add(new Rule("role " + name + ", " + called, role.groups(), grant));
        }
        return rules;
    }

    Set<String> teamsOf(Collection<String> groups) {
        return written.teamsOf(groups);
    }

    /// Every group that any role names, sorted.
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        rules.forEach(rule -> groups.addAll(rule.groups()));
        return groups;
    }

    List<Rule> rulesOf(Person person) {
        return rules.stream().filter(rule -> rule.isHeldBy(person)).toList();
    }

    List<String> rolesOf(Person person) {
        return written.roles().entrySet().stream()
                .filter(role -> role.getValue().groups().stream().anyMatch(person.groups()::contains))
                .map(Map.Entry::getKey).sorted(Comparator.naturalOrder()).toList();
    }
}
