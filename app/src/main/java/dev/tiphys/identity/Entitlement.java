package dev.tiphys.identity;

import java.util.Comparator;
import java.util.Set;

/// One permission that a rule grants or denies, with the patterns it holds for.
///
/// @param lent whether the way the person signed in lends it at all
public record Entitlement(Permission permission, boolean denied, String rule, Set<String> services, Set<String> teams,
        Set<String> environments, Set<String> providers, boolean lent) implements Comparable<Entitlement> {

    private static final Comparator<Entitlement> ORDER = Comparator.comparing(Entitlement::permission)
            .thenComparing(Entitlement::denied).thenComparing(Entitlement::rule);

    static Entitlement of(Rule rule, Permission permission, boolean lent) {
        AccessPolicy.Grant grant = rule.grant();
        return new Entitlement(permission, rule.denies(), rule.name(), grant.services(), grant.teams(),
                grant.environments(), grant.providers(), lent);
    }

    @Override
    public int compareTo(Entitlement other) {
        return ORDER.compare(this, other);
    }
}
