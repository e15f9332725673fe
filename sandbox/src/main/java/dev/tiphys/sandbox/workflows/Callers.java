package dev.tiphys.sandbox.workflows;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who the Argo Server knows by their tokens.
@FunctionalInterface
public interface Callers {

    Optional<Caller> find(String token);

    /// Callers with fixed tokens.
    static Callers of(Map<String, Caller> byToken) {
        Map<String, Caller> fixed = Map.copyOf(byToken);
        return token -> Optional.ofNullable(fixed.get(token));
    }

    /// @param subject such as `system:serviceaccount:argo:portal`
    /// @param email empty for service accounts
    /// @param username the preferred one; empty for service accounts
    record Caller(String subject, String email, String username, List<String> groups) {

        public Caller {
            groups = List.copyOf(groups);
        }

        public static Caller serviceAccount(String namespace, String name) {
            return new Caller("system:serviceaccount:" + namespace + ":" + name, "", "",
                    List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace));
        }
    }
}
