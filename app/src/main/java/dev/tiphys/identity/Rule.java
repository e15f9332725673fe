package dev.tiphys.identity;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tiphys.identity.AccessPolicy.Effect;
import dev.tiphys.identity.AccessPolicy.Grant;

/// One grant of one role, as it is matched against a question.
record Rule(String name, Grant grant) {

    private static final String ANYTHING = "*";
    private static final String OWN_TEAM = "@own";

    boolean denies() {
        return grant.effect() == Effect.DENY;
    }

    boolean concerns(Permission permission) {
        return grant.permissions().contains(permission);
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
        if (patterns.contains(ANYTHING)) {
            return true;
        }
        return value != null && patterns.stream().anyMatch(pattern -> matches(pattern, value));
    }

    /// A glob where only `*` is special; no regular expression, so no pattern can be slow.
    private static boolean matches(String pattern, String value) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(value);
        }
        if (!value.startsWith(pattern.substring(0, star))) {
            return false;
        }
        String rest = pattern.substring(star + 1);
        for (int at = star; at <= value.length(); at++) {
            if (matches(rest, value.substring(at))) {
                return true;
            }
        }
        return false;
    }
}
