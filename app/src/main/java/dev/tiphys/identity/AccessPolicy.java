package dev.tiphys.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The access policy as configured: which groups make a team or a role, and what a role is granted. Nothing is granted
/// that is not written here.
@Validated
@ConfigurationProperties("tiphys.access")
public record AccessPolicy(@DefaultValue Map<String, Set<String>> teams, @DefaultValue Map<String, @Valid Role> roles) {

    public AccessPolicy {
        teams = Map.copyOf(teams);
        roles = Map.copyOf(roles);
    }

    /// The teams that these groups belong to.
    public Set<String> teamsOf(Collection<String> groups) {
        return teams.entrySet().stream().filter(team -> team.getValue().stream().anyMatch(groups::contains))
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /// What members of certain groups are granted.
    public record Role(@NotEmpty Set<String> groups, @DefaultValue List<@Valid Grant> grants) {

        public Role {
            groups = Set.copyOf(groups);
            grants = List.copyOf(grants);
        }
    }

    /// A right, or with `effect: deny` its refusal, which wins. Patterns may contain `*`; the team `@own` means the
    /// person's own teams.
    public record Grant(@Nullable String name, @DefaultValue("allow") Effect effect,
            @NotEmpty Set<Permission> permissions, @DefaultValue("*") Set<String> services,
            @DefaultValue("*") Set<String> teams, @DefaultValue("*") Set<String> environments,
            @DefaultValue("*") Set<String> providers) {

        public Grant {
            permissions = Set.copyOf(permissions);
            services = Set.copyOf(services);
            teams = Set.copyOf(teams);
            environments = Set.copyOf(environments);
            providers = Set.copyOf(providers);
        }
    }

    /// What a grant does.
    public enum Effect {
        ALLOW, DENY
    }
}
