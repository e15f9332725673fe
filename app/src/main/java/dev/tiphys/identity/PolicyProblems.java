package dev.tiphys.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.identity.AccessPolicy.Grant;
import dev.tiphys.identity.AccessPolicy.ProjectTie;
import dev.tiphys.identity.AccessPolicy.Role;
import dev.tiphys.identity.AccessPolicy.WorkflowTie;

/// Everything that is wrong with a policy, told at once.
final class PolicyProblems {

    private static final Pattern GLOB = Pattern.compile("[A-Za-z0-9*]([A-Za-z0-9._*-]*[A-Za-z0-9*])?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?");
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DNS_NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final AccessPolicy policy;
    private final List<String> found = new ArrayList<>();

    private PolicyProblems(AccessPolicy policy) {
        this.policy = policy;
    }

    static List<String> of(AccessPolicy policy) {
        PolicyProblems problems = new PolicyProblems(policy);
        problems.checkAll();
        return List.copyOf(problems.found);
    }

    private void checkAll() {
        if (policy.roles().isEmpty()) {
            found.add("There is no role, so nobody could do anything. Write at least one.");
        }
        checkNames("teams", policy.teams().keySet(), NAME);
        checkNames("roles", policy.roles().keySet(), NAME);
        policy.teams().forEach((name, groups) -> checkGroups("teams." + name, groups));
        policy.roles().forEach(this::checkRole);
        for (int i = 0; i < policy.projects().size(); i++) {
            checkTie("projects[" + i + "]", policy.projects().get(i));
        }
        for (int i = 0; i < policy.workflows().size(); i++) {
            checkTie("workflows[" + i + "]", policy.workflows().get(i));
        }
        checkOwners();
        checkNamespaces();
    }

    private void checkGroups(String where, Set<String> groups) {
        if (groups.isEmpty() || groups.stream().anyMatch(String::isBlank)) {
            found.add(where + " names no group, and an empty set never means anybody. Name the groups.");
        }
        if (groups.contains(Glob.ANYTHING)) {
            found.add(where + ": groups are names, not patterns; \"*\" does not mean everybody.");
        }
    }

    private void checkRole(String name, Role role) {
        String where = "roles." + name;
        checkGroups(where + ".groups", role.groups());
        if (role.like() != null && ReadyMadeRole.find(role.like()).isEmpty()) {
            found.add(where + ".like: there is no ready-made role \"" + role.like() + "\". There are "
                    + String.join(", ", Stream.of(ReadyMadeRole.values()).map(ReadyMadeRole::word)
                            .toList())
                    + ".");
        }
        if (role.like() == null && role.grants().isEmpty()) {
            found.add(where + " grants nothing. Say what it is like, or write grants.");
        }
        boolean limited = !Role.granting(role.groups(), role.grants()).equals(role);
        if (role.like() == null && limited) {
            found.add(
                    where + ": limits beside the grants count only together with \"like\". Write them in the grants.");
        }
        checkPatterns(where, role.services(), role.teams(), role.environments(), role.providers());
        for (int i = 0; i < role.grants().size(); i++) {
            checkGrant(where + ".grants[" + i + "]", role.grants().get(i));
        }
    }

    private void checkGrant(String where, Grant grant) {
        if (grant.permissions().isEmpty()) {
            found.add(where + " names no permission.");
        }
        checkPatterns(where, grant.services(), grant.teams(), grant.environments(), grant.providers());
    }

    private void checkPatterns(String where, Set<String> services, Set<String> teams, Set<String> environments,
            Set<String> providers) {
        checkGlobs(where + ".services", services);
        checkGlobs(where + ".environments", environments);
        checkGlobs(where + ".providers", providers);
        checkGlobs(where + ".teams", teams.stream().filter(team -> !team.equals(Rule.OWN_TEAM)).toList());
        if (teams.isEmpty()) {
            found.add(where + ".teams is empty. Leave it out to mean all.");
        }
        teams.forEach(team -> checkTeam(where + ".teams", team));
    }

    private void checkGlobs(String where, Collection<String> patterns) {
        if (patterns.isEmpty() && !where.endsWith(".teams")) {
            found.add(where + " is empty. Leave it out to mean all.");
        }
        patterns.stream().filter(pattern -> !GLOB.matcher(pattern).matches() || pattern.contains("**"))
                .forEach(pattern -> found.add(where + ": \"" + pattern
                        + "\" is no pattern. Write a name in which * stands for anything."));
    }

    private void checkTeam(String where, @Nullable String team) {
        if (team == null || team.isBlank()) {
            found.add(where + " names no team.");
        } else if (!team.contains(Glob.ANYTHING) && !team.equals(Rule.OWN_TEAM) && !policy.teams().containsKey(team)) {
            found.add(where + ": there is no team \"" + team + "\" under teams.");
        }
    }

    private void checkTie(String where, ProjectTie tie) {
        checkPlainTeam(where, tie.team());
        checkGlobs(where + ".projects", tie.projects());
        checkGlobs(where + ".argocd", tie.argocd());
        checkGlobs(where + ".services", tie.services());
    }

    private void checkPlainTeam(String where, String team) {
        checkTeam(where + ".team", team);
        if (team.contains(Glob.ANYTHING) || team.equals(Rule.OWN_TEAM)) {
            found.add(where + ".team must be one team, not a pattern.");
        }
    }

    private void checkTie(String where, WorkflowTie tie) {
        checkPlainTeam(where, tie.team());
        checkNames(where + ".namespaces", tie.namespaces(), DNS_LABEL);
        checkNames(where + ".service-accounts", tie.serviceAccounts(), DNS_NAME);
        if (tie.provider() != null) {
            checkNames(where + ".provider", List.of(tie.provider()), DNS_LABEL);
        }
    }

    private void checkNames(String where, Collection<String> names, Pattern pattern) {
        if (names.isEmpty() && where.contains("[")) {
            found.add(where + " is empty. Name at least one.");
        }
        names.stream().filter(name -> !pattern.matcher(name).matches())
                .forEach(name -> found.add(where + ": \"" + name + "\" is no name. Patterns cannot stand here."));
    }

    private void checkOwners() {
        Map<String, String> owners = new TreeMap<>();
        for (ProjectTie tie : policy.projects()) {
            for (String service : tie.services()) {
                String owner = service.contains(Glob.ANYTHING) ? null : owners.putIfAbsent(service, tie.team());
                if (owner != null && !owner.equals(tie.team())) {
                    found.add("projects: the service " + service + " is named by the teams " + owner + " and "
                            + tie.team() + ". A service has one owner.");
                }
            }
        }
    }

    private void checkNamespaces() {
        Map<String, WorkflowTie> owners = new HashMap<>();
        for (WorkflowTie tie : policy.workflows()) {
            for (String namespace : tie.namespaces()) {
                if (owners.putIfAbsent(namespace, tie) != null) {
                    found.add("workflows: the namespace " + namespace + " is named twice. It belongs to one team.");
                }
            }
        }
    }
}
