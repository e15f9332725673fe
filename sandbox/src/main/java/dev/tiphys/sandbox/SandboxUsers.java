package dev.tiphys.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tiphys.sandbox.kubeapi.Authorizer.Ask;
import dev.tiphys.sandbox.kubeapi.Authorizer.Rule;

/// Whom Kubernetes knows: an administrator of the clusters, and the service account by which the portal works with
/// promotions and which may do what `k8s/base/portal-access.yaml` grants.
final class SandboxUsers {

    private static final String ACCOUNT = "system:serviceaccount:argo:tiphys";
    private static final String PLACE = SandboxEndpoints.WORKFLOWS_NAMESPACE;
    private static final String ARGO = "argoproj.io";

    private static final List<Rule> ROLE = List.of(
            new Rule(PLACE, ARGO, Set.of("workflows"), Set.of("get", "list", "watch", "create", "update", "patch"),
                    Set.of()),
            new Rule(PLACE, ARGO, Set.of("workflowtemplates"), Set.of("get", "list"), Set.of()),
            new Rule(PLACE, "", Set.of("pods", "pods/log"), Set.of("get", "list", "watch"), Set.of()),
            new Rule(PLACE, "", Set.of("configmaps"), Set.of("create"), Set.of()),
            new Rule(PLACE, "", Set.of("configmaps"), Set.of("get", "patch"), Set.of("tiphys-marker")),
            new Rule("pet-store", ARGO, Set.of("workflows"), Set.of("get", "list", "watch", "create"), Set.of()),
            new Rule("pet-store", ARGO, Set.of("workflowtemplates"), Set.of("get", "list"), Set.of()),
            new Rule("databases", ARGO, Set.of("workflows"), Set.of("get", "list", "watch", "create"), Set.of()),
            new Rule("databases", ARGO, Set.of("workflowtemplates"), Set.of("get", "list"), Set.of()));

    private SandboxUsers() {
    }

    static Optional<String> userOf(String token) {
        return switch (token) {
            case SandboxEndpoints.KUBERNETES_TOKEN -> Optional.of("kubernetes-admin");
            case SandboxEndpoints.WORKFLOWS_TOKEN -> Optional.of(ACCOUNT);
            default -> Optional.empty();
        };
    }

    static boolean mayDo(String user, Ask ask) {
        return !user.equals(ACCOUNT) || ROLE.stream().anyMatch(rule -> rule.grants(ask));
    }
}
