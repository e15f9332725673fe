package dev.tiphys.sandbox.kubeapi;

import java.util.Set;

/// Decides what a user of the sandbox's API servers may do; both `can-i` and the requests themselves are answered
/// by it.
@FunctionalInterface
public interface Authorizer {

    /// Everybody may do everything.
    Authorizer ALL = (user, ask) -> true;

    boolean allows(String user, Ask ask);

    /// What somebody wants to do.
    ///
    /// @param group empty for the core group
    /// @param resource plural, with its subresource where there is one: `pods/log`
    /// @param namespace empty for all
    /// @param name empty for all
    record Ask(String verb, String group, String resource, String namespace, String name) {}

    /// A rule as in a Role.
    ///
    /// @param names of the only objects; empty for all
    record Rule(String namespace, String group, Set<String> resources, Set<String> verbs, Set<String> names) {

        public Rule {
            resources = Set.copyOf(resources);
            verbs = Set.copyOf(verbs);
            names = Set.copyOf(names);
        }

        public boolean grants(Ask ask) {
            return namespace.equals(ask.namespace()) && group.equals(ask.group()) && resources.contains(ask.resource())
                    && verbs.contains(ask.verb()) && (names.isEmpty() || names.contains(ask.name()));
        }
    }
}
