package dev.tiphys.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tiphys.sandbox.kubeapi.Authorizer;
import dev.tiphys.sandbox.kubeapi.Authorizer.Ask;
import dev.tiphys.sandbox.kubeapi.Authorizer.Rule;
import dev.tiphys.sandbox.kubeapi.ServiceAccountTokens;

/// Whom Kubernetes knows: an administrator of the clusters, and the service account by which the portal works with
/// promotions and which may do what `k8s/base/portal-access.yaml` and the providers' own Roles grant.
final class SandboxUsers {

    private static final String ADMINISTRATOR = "kubernetes-admin";
    private static final String ACCOUNT = "system:serviceaccount:argo:tiphys";
    private static final String PLACE = SandboxEndpoints.WORKFLOWS_NAMESPACE;
    private static final String ARGO = "argoproj.io";

    private static final List<Rule> ROLE = List.of(
            new Rule(PLACE, ARGO, Set.of("workflows"), Set.of("get", "list", "watch", "create", "update", "patch"),
                    Set.of()),
            new Rule(PLACE, ARGO, Set.of("workflowtemplates"), Set.of("get", "list"), Set.of()),
            new Rule(PLACE, "", Set.of("pods", "pods/log"), Set.of("get", "list", "watch"), Set.of()),
            new Rule(PLACE, "", Set.of("configmaps"), Set.of("create"), Set.of()),
            new Rule(PLACE, "", Set.of("configmaps"), Set.of("get", "patch"), Set.of("tiphys-marker")));

    // As the manifests call the portal's account.
    private static final String IN_MANIFESTS = ServiceAccountTokens.user("tiphys", "tiphys");

    private SandboxUsers() {
    }

    static Optional<String> userOf(String token) {
        return switch (token) {
            case SandboxEndpoints.KUBERNETES_TOKEN -> Optional.of(ADMINISTRATOR);
            case SandboxEndpoints.WORKFLOWS_TOKEN -> Optional.of(ACCOUNT);
            default -> ServiceAccountTokens.userOf(token);
        };
    }

    /// The administrator may do everything, everybody else what the Roles of the hub grant.
    static boolean mayDo(Authorizer roles, String user, Ask ask) {
        if (user.equals(ADMINISTRATOR)) {
            return true;
        }
        return user.equals(ACCOUNT)
                ? ROLE.stream().anyMatch(rule -> rule.grants(ask)) || roles.allows(IN_MANIFESTS, ask)
                : roles.allows(user, ask);
    }
}
