package dev.tiphys.sandbox.argocd;

import java.time.Instant;
import java.util.List;

/// Who a token speaks for.
///
/// @param issuedAt what refusals name as `iat`
record Caller(String username, List<String> groups, Policy policy, Instant issuedAt) {

    Caller {
        groups = List.copyOf(groups);
    }

    boolean may(String resource, String action, String object) {
        return policy.allows(resource, action, object);
    }

    /// Refuses with Argo CD's words when the policy does not allow it.
    void demand(String resource, String action, String object) {
        if (!may(resource, action, object)) {
            throw GrpcException.denied("permission denied: " + resource + ", " + action + ", " + object + ", sub: "
                    + username + ", iat: " + issuedAt);
        }
    }
}
