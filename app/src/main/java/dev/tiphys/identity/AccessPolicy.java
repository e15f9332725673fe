package dev.tiphys.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The access policy as written: which groups make a team or a role, what a role is granted, and which Argo CD projects
/// and workflow namespaces belong to a team. Nothing is granted and nothing is trusted that is not written here.
///
/// Its collections are sorted, so that the same policy always has the same text and with it the same version.
@ConfigurationProperties("tiphys.access")
public record AccessPolicy(@DefaultValue Map<String, Set<String>> teams, @DefaultValue Map<String, Role> roles,
        @DefaultValue List<ProjectTie> projects, @DefaultValue List<WorkflowTie> workflows) {

    public AccessPolicy {
        Map<String, Set<String>> sorted = new TreeMap<>();
        teams.forEach((name, groups) -> sorted.put(name, sorted(groups)));
        teams = Collections.unmodifiableMap(sorted);
        roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        projects = List.copyOf(projects);
        workflows = List.copyOf(workflows);
    }

    /// The teams that these groups belong to.
    public Set<String> teamsOf(Collection<String> groups) {
        return teams.entrySet().stream().filter(team -> team.getValue().stream().anyMatch(groups::contains))
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether any role grants the permission somewhere in that environment; a deny is not looked at.
    public boolean anybodyMay(Permission permission, String environment) {
        return roles.values().stream().flatMap(role -> role.everyGrant().stream())
                .filter(grant -> grant.effect() == Effect.ALLOW && grant.permissions().contains(permission))
                .anyMatch(grant -> grant.environments().stream().anyMatch(glob -> Glob.matches(glob, environment)));
    }

    private static <T extends Comparable<T>> Set<T> sorted(Collection<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /// What members of certain groups are granted.
    ///
    /// @param like a ready-made role whose grants this one has, within the limits of the four patterns
    public record Role(@DefaultValue Set<String> groups, @Nullable String like, @DefaultValue("*") Set<String> services,
            @DefaultValue("*") Set<String> teams, @DefaultValue("*") Set<String> environments,
            @DefaultValue("*") Set<String> providers, @DefaultValue List<Grant> grants) {

        public Role {
            groups = sorted(groups);
            services = sorted(services);
            teams = sorted(teams);
            environments = sorted(environments);
            providers = sorted(providers);
            grants = List.copyOf(grants);
        }

        /// What the role is granted altogether: that of the ready-made role within the limits, then its own.
        public List<Grant> everyGrant() {
            return Stream.concat(ReadyMadeRole.find(String.valueOf(like)).map(ready -> new Grant(null, Effect.ALLOW,
                    ready.permissions(), services, teams, environments, providers)).stream(), grants.stream()).toList();
        }

        /// A role with grants of its own only.
        public static Role granting(Set<String> groups, List<Grant> grants) {
            Set<String> any = Set.of("*");
            return new Role(groups, null, any, any, any, any, grants);
        }
    }

    /// A right, or with `effect: deny` its refusal, which wins. Patterns may contain `*`; the team `@own` means the
    /// person's own teams.
    public record Grant(@Nullable String name, @DefaultValue("allow") Effect effect,
            @DefaultValue Set<Permission> permissions, @DefaultValue("*") Set<String> services,
            @DefaultValue("*") Set<String> teams, @DefaultValue("*") Set<String> environments,
            @DefaultValue("*") Set<String> providers) {

        public Grant {
            permissions = sorted(permissions);
            services = sorted(services);
            teams = sorted(teams);
            environments = sorted(environments);
            providers = sorted(providers);
        }
    }

    /// What a grant does.
    public enum Effect {
        ALLOW, DENY
    }

    /// Argo CD projects that belong to a team, and the services that may be claimed from there. Argo CD itself keeps an
    /// application in its project; its labels anybody in the team can write.
    ///
    /// @param argocd configured names of the Argo CDs
    public record ProjectTie(@DefaultValue("") String team, @DefaultValue Set<String> projects,
            @DefaultValue("*") Set<String> argocd, @DefaultValue("*") Set<String> services) {

        public ProjectTie {
            projects = sorted(projects);
            argocd = sorted(argocd);
            services = sorted(services);
        }
    }

    /// Namespaces in which a team may submit workflows, and as which service accounts.
    ///
    /// @param provider whose namespaces they are, where the team works for a provider of the catalog
    /// @param namespaces the first is the team's default
    public record WorkflowTie(@DefaultValue("") String team, @Nullable String provider,
            @DefaultValue List<String> namespaces, @DefaultValue Set<String> serviceAccounts) {

        public WorkflowTie {
            namespaces = List.copyOf(namespaces);
            serviceAccounts = sorted(serviceAccounts);
        }
    }
}
