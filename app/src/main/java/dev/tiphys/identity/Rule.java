package dev.tiphys.identity;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tiphys.identity.AccessPolicy.Effect;
import dev.tiphys.identity.AccessPolicy.Grant;

/// One grant of one role, as it is matched against a question.
///
/// @param groups whose members have it
record Rule(String name, Set<String> groups, Grant grant) {

    static final String OWN_TEAM = "@own";

    boolean denies() {
        return grant.effect() == Effect.DENY;
    }

    boolean concerns(Permission permission) {
        return grant.permissions().contains(permission);
    }

    boolean isHeldBy(Person person) {
        return groups.stream().anyMatch(person.groups()::contains);
    }

    boolean covers(Person person, Scope scope) {
        return coversPlace(scope) && matchesTeam(person, scope.team());
    }

    /// Whether it answers for everybody who holds the role: a grant for the person's own team answers for that team's
    /// people only, and counts as fitting.
    boolean fits(Scope scope) {
        return coversPlace(scope) && (grant.teams().contains(OWN_TEAM) || matches(grant.teams(), scope.team()));
    }

    private boolean coversPlace(Scope scope) {
        return matches(grant.services(), scope.service()) && matches(grant.environments(), scope.environment())
                && matches(grant.providers(), scope.provider());
    }

    private boolean matchesTeam(Person person, @Nullable String team) {
        boolean own = grant.teams().contains(OWN_TEAM) && team != null && person.teams().contains(team);
        return own || matches(grant.teams(), team);
    }

    private static boolean matches(Set<String> patterns, @Nullable String value) {
        if (patterns.contains(Glob.ANYTHING)) {
            return true;
        }
        return value != null && patterns.stream().anyMatch(pattern -> Glob.matches(pattern, value));
    }
}
